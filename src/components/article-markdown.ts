/**
 * The article of an error page as Markdown, the same as /errors/<code>.md: what carries data-no-copy is left out,
 * links are absolute.
 *
 * @param article the element to read
 * @param address of the page, to make links absolute
 */
export function articleMarkdown(article: Element, address: string): string {
  return `${blocks(article, address)
    .filter((block) => block !== '')
    .join('\n\n')}\n`;
}

const skipped = (node: Element): boolean =>
  node.getAttribute('aria-hidden') === 'true' ||
  (node instanceof HTMLElement && (node.dataset.noCopy !== undefined || Boolean(node.hidden)));

/** The running text of a node: code, strong and links keep their marks, everything else is text. */
function inline(node: Node, address: string): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replaceAll(/\s+/g, ' ');
  if (!(node instanceof Element) || skipped(node)) return '';
  const text = [...node.childNodes].map((child) => inline(child, address)).join('');
  switch (node.localName) {
    case 'code':
      return `\`${text}\``;
    case 'strong':
      return `**${text}**`;
    case 'a':
      return node.classList.contains('fact') ? text : `[${text.trim()}](${new URL(node.getAttribute('href') ?? '', address).href})`;
    default:
      return text;
  }
}

function blocks(parent: Element, address: string): readonly string[] {
  const text = (node: Element): string => inline(node, address).trim();
  return [...parent.children].flatMap((node) => {
    if (skipped(node)) return [];
    switch (node.localName) {
      case 'h1':
        return [`# ${text(node)}`];
      case 'h2':
        return [`## ${text(node)}`];
      case 'h3':
        return [`### ${text(node)}`];
      case 'p':
        return [text(node)];
      case 'ul':
        return [[...node.children].map((item) => `- ${text(item)}`).join('\n')];
      case 'ol':
        return [[...node.children].map((item, index) => `${String(index + 1)}. ${text(item)}`).join('\n')];
      case 'dl':
        return [[...node.children].map((pair) => `- ${[...pair.children].map(text).join(': ')}`).join('\n')];
      case 'table': {
        const rows = [...node.querySelectorAll('tr')].map((row) => `| ${[...row.children].map(text).join(' | ')} |`);
        rows.splice(1, 0, `|${' --- |'.repeat(node.querySelectorAll('thead th').length)}`);
        return [rows.join('\n')];
      }
      default:
        return blocks(node, address);
    }
  });
}
