import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { inflateSync } from 'node:zlib';

/** Lengths in bytes of a WOFF file's header and of an entry of its table directory; source: https://www.w3.org/TR/WOFF/. */
const woffHeader = 44;
const woffEntry = 20;

/** A WOFF file as the TrueType file that was packed into it: FreeType inside sharp reads no WOFF. */
function unpackWoff(woff: Buffer): Buffer {
  const tables = woff.readUInt16BE(12);
  const power = Math.floor(Math.log2(tables));
  const directory = Buffer.alloc(12 + 16 * tables);
  woff.copy(directory, 0, 4, 8);
  directory.writeUInt16BE(tables, 4);
  directory.writeUInt16BE(2 ** power * 16, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE((tables - 2 ** power) * 16, 10);
  const parts: Buffer[] = [directory];
  let at = directory.length;
  for (let index = 0; index < tables; index += 1) {
    const entry = woffHeader + index * woffEntry;
    const target = 12 + 16 * index;
    const start = woff.readUInt32BE(entry + 4);
    const packed = woff.subarray(start, start + woff.readUInt32BE(entry + 8));
    const length = woff.readUInt32BE(entry + 12);
    woff.copy(directory, target, entry, entry + 4);
    directory.writeUInt32BE(woff.readUInt32BE(entry + 16), target + 4);
    directory.writeUInt32BE(at, target + 8);
    directory.writeUInt32BE(length, target + 12);
    const padding = (4 - (length % 4)) % 4;
    parts.push(packed.length < length ? inflateSync(packed) : packed, Buffer.alloc(padding));
    at += length + padding;
  }
  return Buffer.concat(parts);
}

/**
 * Makes sharp draw text with our font package and nothing else: a machine without fonts (a fresh Debian) would draw boxes, any other
 * its own. It must run before anything draws a text, because fontconfig reads its settings once.
 *
 * @param folder for the font files and the settings
 */
export function useOwnFont(folder: string): void {
  const require = createRequire(import.meta.url);
  const files = [
    require.resolve('@fontsource/inter/files/inter-latin-400-normal.woff'),
    require.resolve('@fontsource/inter/files/inter-latin-700-normal.woff'),
  ];
  mkdirSync(folder, { recursive: true });
  for (const file of files) writeFileSync(join(folder, `${basename(file, '.woff')}.ttf`), unpackWoff(readFileSync(file)));
  const settings = join(folder, 'fonts.conf');
  const path = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  writeFileSync(settings, `<fontconfig><dir>${path}</dir><cachedir>${path}</cachedir></fontconfig>\n`);
  process.env.FONTCONFIG_FILE = settings;
  // macOS: Pango asks the system for fonts unless it is told to use fontconfig.
  process.env.PANGOCAIRO_BACKEND = 'fontconfig';
}
