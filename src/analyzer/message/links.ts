/** "https://Acme.example/x", "www.acme.example": a link up to the next blank; the host is what counts. */
const LINK = /(?:https?:\/\/|\bwww\.)([^\s/?#:"'<>()]+)/gi;

/** Hosts of the links in a text, in lower case, without a leading "www."; each once. */
export const linkHostsIn = (body: string): readonly string[] => [
  ...new Set(
    [...body.matchAll(LINK)].map(([, host = '']) =>
      host
        .toLowerCase()
        .replace(/^www\./, '')
        .replace(/\.+$/, ''),
    ),
  ),
];
