/** Pairs of a form, at least two: what a callback is sent as. */
const FORM = /[A-Za-z]\w{0,60}=[^&\s"'<>]*(?:&[A-Za-z]\w{0,60}=[^&\s"'<>]*)+/g;

function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/**
 * The forms in a text (`MessageSid=SM…&To=%2B1202…`), in their order, whatever stands around them.
 *
 * @returns names and values as they were before they were encoded; of a name that comes twice the first value
 */
export function formsIn(text: string): readonly Readonly<Record<string, string>>[] {
  return [...text.matchAll(FORM)].map(([form]) => {
    const pairs: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const pair of form.split('&')) {
      const sign = pair.indexOf('=');
      pairs[pair.slice(0, sign)] ??= decoded(pair.slice(sign + 1));
    }
    return pairs;
  });
}
