/** "https://Acme.example/x", "www.acme.example": a link up to the next blank; the host is what counts. */
const LINK = /(?:https?:\/\/|\bwww\.)([^\s/?#:"'<>()]+)/gi;

/** Hosts of the links in a text, in lower case, without a leading "www."; each once. */
export function linkHostsIn(body: string): readonly string[] {
  // Most texts hold neither; looking for both is cheaper than the expression.
  if (!body.includes('://') && !/www\./i.test(body)) return [];
  return [
    ...new Set(
      [...body.matchAll(LINK)].map(([, host = '']) =>
        host
          .toLowerCase()
          .replace(/^www\./, '')
          .replace(/\.+$/, ''),
      ),
    ),
  ];
}
