import { costAnswer, noStatusWords, retryAnswer, retryLabel } from '../../catalog/error-answers.ts';
import type { ErrorEntry } from '../../catalog/error-schema.ts';
import { actorsNoun, capital } from '../../catalog/error-words.ts';
import { outcomeOf } from '../../catalog/status.ts';

/** Size of the picture a link preview shows, in pixels: what the large card of all networks takes. */
export const pictureSize = { width: 1200, height: 630 };

/** The family name inside the font files of @fontsource/inter. */
const font = 'Inter';
const left = 72;
/** The light colours of src/styles/tokens.css. */
const colours = { paper: '#f8f7f3', ink: '#191b22', soft: '#4a4d57', line: '#dedad0', strong: '#86888f', accent: '#2438b0' };
const outcomes: Readonly<Record<string, string>> = { undelivered: '#834600', failed: '#9c141d', delivered: '#11632f' };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Breaks a text at its spaces; what does not fit into the last line ends in "…". */
function linesOf(text: string, length: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`];
}

interface Style {
  readonly size: number;
  readonly weight: 400 | 700;
  readonly fill: string;
}

const text = (x: number, y: number, words: string, { size, weight, fill }: Style): string =>
  `<text x="${String(x)}" y="${String(y)}" font-family="${font}" font-size="${String(size)}" font-weight="${String(weight)}" fill="${fill}">${escaped(words)}</text>`;

/** The answers of the page's facts line: their names, their words, their colour. */
function factsOf(entry: ErrorEntry): readonly (readonly [name: string, answer: string, fill: string])[] {
  const [status] = entry.statuses;
  const ends = entry.statuses.length === 0 ? noStatusWords(entry) : entry.statuses.join(', ');
  return [
    ['Message ends as', capital(ends), (status === undefined ? undefined : outcomes[outcomeOf(status)]) ?? colours.ink],
    ['Who acts', capital(actorsNoun(entry.actors)), colours.ink],
    [retryLabel(entry), capital(retryAnswer(entry)), colours.ink],
    ['Cost', capital(costAnswer(entry).split(';')[0] ?? ''), colours.ink],
  ];
}

/** The picture of an error page for link previews: code, title, and the four facts, in the look of the site. */
export function pictureSvg(entry: ErrorEntry): string {
  const { width, height } = pictureSize;
  const isLong = entry.title.length > 56;
  const size = isLong ? 48 : 60;
  const title = linesOf(entry.title, isLong ? 40 : 32, 3);
  const facts = factsOf(entry).map(([name, answer, fill], index) => {
    const x = left + index * 272;
    const lines = linesOf(answer, 17, 3).map((line, row) => text(x, 500 + row * 34, line, { size: 27, weight: 700, fill }));
    return text(x, 456, name, { size: 22, weight: 400, fill: colours.soft }) + lines.join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}">`,
    `<rect width="${String(width)}" height="${String(height)}" fill="${colours.paper}"/>`,
    `<path d="M0 0H${String(width)}V10H0z" fill="${colours.accent}"/>`,
    text(left, 168, String(entry.code), { size: 116, weight: 700, fill: colours.accent }),
    ...title.map((line, row) => text(left, 252 + row * size * 1.18, line, { size, weight: 700, fill: colours.ink })),
    `<path d="M${String(left)} 412H${String(width - left)}" stroke="${colours.line}" stroke-width="3"/>`,
    ...facts,
    `<g transform="translate(${String(width - left - 252)} 66) scale(1.9)" fill="none" stroke="${colours.ink}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">`,
    '<path d="M10.5 19H4.500A1.500 1.500 0 0 1 3 17.500V6.500A1.500 1.500 0 0 1 4.500 5h15A1.500 1.500 0 0 1 21 6.500V10"/><path d="m3.500 6 8.500 7 8.500-7"/>',
    `<path stroke="${outcomes.undelivered ?? colours.ink}" stroke-width="2.200" d="M21 14.200v.01M21 18.200c0 .5-.4.8-.8.8M15 19h.01"/></g>`,
    text(width - left - 196, 100, 'Undelivered', { size: 33, weight: 700, fill: colours.ink }),
    text(left, 592, 'Why the message did not arrive, and what to do', { size: 22, weight: 400, fill: colours.soft }),
    '</svg>',
  ].join('');
}
