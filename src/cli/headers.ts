/** One header line of a `_headers` file, for the paths it applies to. */
export interface HeaderRule {
  readonly matches: (path: string) => boolean;
  readonly name: string;
  readonly value: string;
}

/**
 * Reads a `_headers` file (the form Netlify and Cloudflare Pages share): a path pattern at the start of a line,
 * its headers indented below; `*` stands for any run of characters, `#` starts a comment.
 */
export function parseHeaders(text: string): readonly HeaderRule[] {
  const rules: HeaderRule[] = [];
  let matches: HeaderRule['matches'] = () => false;
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (/^\S/.test(line)) {
      const parts = line
        .trim()
        .split('*')
        .map((part) => RegExp.escape(part));
      const pattern = new RegExp(`^${parts.join('.*')}$`);
      matches = (path) => pattern.test(path);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0) rules.push({ matches, name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() });
  }
  return rules;
}
