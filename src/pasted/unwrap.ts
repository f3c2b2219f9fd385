import { textInBase64 } from '../analyzer/message/base64.ts';

/** Longest part of a paste that is looked at; the rest of a longer one is the analyzer's. */
export const HEAD = 65_536;
const LAYERS = 12;
const DEPTH = 4;

/** ANSI colours, with and without their escape character. */
const colours = /(?:\u001b|\\x1b|\\u001b|\\e)?\[\d{1,2}(?:;\d{1,2})*m/gi;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,4}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** Colours, entities (also twice) and the escapes of strings undone: nothing of a paste's meaning stands in them. */
export function plain(text: string): string {
  const coloured = text.replaceAll(colours, '');
  const decoded = coloured.includes('&') ? decodeEntities(decodeEntities(coloured)) : coloured;
  if (!decoded.includes('\\')) return decoded;
  return decoded
    .replaceAll(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replaceAll(/\\{1,8}r\\{1,8}n|\\{1,8}n/g, '\n')
    .replaceAll(/\\{1,8}(["'/])/g, '$1');
}

/** Percent encoding and "+" for a space undone, piece by piece: a stray "%" spoils only itself. */
function decodePercent(text: string): string {
  return text.replaceAll('+', ' ').replaceAll(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** What is wrapped in a text: base64 inside it, its percent encoding, JSON inside a JSON string. */
function inside(text: string): readonly string[] {
  const found: string[] = [];
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{40,}={0,2}/g)) {
    const decoded = textInBase64(run);
    if (decoded !== undefined && /[\s=:{&]/.test(decoded)) found.push(decoded);
  }
  if (/%(?:3d|26|22|20|7b|2b)/i.test(text) || /=[^\s&=]{0,200}\+[a-z]/i.test(text)) found.push(decodePercent(text));
  return found.slice(0, LAYERS);
}

/**
 * A text and what is wrapped in it, outermost first: a gateway's JSON, the base64 in it, the callback in that.
 *
 * @returns at least the text itself, made plain
 */
export function layersOf(text: string): readonly string[] {
  const layers = [plain(text.slice(0, HEAD))];
  let from = 0;
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const to = layers.length;
    for (const layer of layers.slice(from, to))
      for (const deeper of inside(layer)) {
        const made = plain(deeper.slice(0, HEAD));
        if (layers.length < LAYERS && !layers.includes(made)) layers.push(made);
      }
    from = to;
  }
  return layers;
}
