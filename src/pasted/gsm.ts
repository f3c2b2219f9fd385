/** The 7-bit alphabet of SMS and its second table; source: 3GPP TS 23.038, section 6.2.1. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extended = new Set('\f^{}\\[~]|€');

/** What stands for a character outside the alphabet without changing what a text says. */
const replacements: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '•': '*',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u200b': '',
  '\ufeff': '',
  '\t': ' ',
  '™': 'TM',
  '®': '(R)',
  '©': '(C)',
  á: 'a',
  â: 'a',
  ã: 'a',
  ê: 'e',
  ë: 'e',
  í: 'i',
  î: 'i',
  ï: 'i',
  ó: 'o',
  ô: 'o',
  õ: 'o',
  ú: 'u',
  û: 'u',
  ç: 'c',
};

export interface Segments {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Characters as they are counted: septets, or 16-bit units. */
  readonly units: number;
  readonly segments: number;
  /** Characters that force UCS-2, each once, with what could stand there; `undefined` where nothing does (emoji, other scripts). */
  readonly forcing: readonly { readonly character: string; readonly instead: string | undefined }[];
}

/** How a text is cut into segments: 160 and 153 characters of the 7-bit alphabet, or 70 and 67 units of UCS-2; pairs are never cut. */
export function segmentsOf(text: string): Segments {
  const letters = Array.from(text);
  const foreign = [...new Set(letters.filter((letter) => !basic.has(letter) && !extended.has(letter)))];
  const isGsm = foreign.length === 0;
  const sizes = letters.map((letter) => (isGsm ? (extended.has(letter) ? 2 : 1) : letter.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [single, part] = isGsm ? [160, 153] : [70, 67];
  let segments = 1;
  if (units > single) {
    let room = part;
    for (const size of sizes) {
      if (size > room) {
        segments += 1;
        room = part;
      }
      room -= size;
    }
  }
  return {
    encoding: isGsm ? 'GSM-7' : 'UCS-2',
    units,
    segments: units === 0 ? 0 : segments,
    forcing: foreign.map((character) => ({ character, instead: replacements[character] })),
  };
}
