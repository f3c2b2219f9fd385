/** First item of the list under "## Fix it": a line and those that go on with it. */
const FIRST = /^## Fix it\n+(?:[^\n#]+\n\n)?(?:1\.|-) (.+(?:\n {2,}.+)*)/m;

/**
 * The first thing to do about a code, as plain text: the first item under "Fix it" of its page.
 *
 * @param body of content/errors/<code>.mdx
 * @param factText what a `<Fact>` of some id says
 * @returns `undefined` where the page has no such list
 */
export const firstStepOf = (body: string, factText: (id: string) => string): string | undefined =>
  FIRST.exec(body)?.[1]
    ?.replace(/<Fact id="([^"]+)" \/>/g, (_, id: string) => factText(id))
    .replace(/<ErrorLink code="(\d+)" \/>/g, '$1')
    .replace(/<(\w+)[^>]*>(.*?)<\/\1>/gs, '$2')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    // Without its typeface a parameter would read as a word of the sentence: look for the number in “From”.
    .replace(/`([^`]*)`/g, '“$1”')
    .replace(/\*\*|\\(?=[<>{}])/g, '')
    .replace(/\s+/g, ' ')
    // The step stands beside it as a link.
    .replace(/ ?Step of the guide: [^.]*\./, '')
    .trim();
