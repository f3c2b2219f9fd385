import { printable } from '../analyzer/write/printable.ts';
import { hrefOf } from '../pasted/lead.ts';
import { read } from '../pasted/read.ts';
import type { Reading } from '../pasted/reading.ts';
import { HEAD } from '../pasted/unwrap.ts';
import { askedOf, complainOf } from './asked.ts';
import type { Content } from './content.ts';
import type { CommandLine } from './command-line.ts';
import { wrap, type Screen } from './screen/layout.ts';
import { exit, plainScreen, type Terminal } from './terminal.ts';
import { textOrJson, wrongForm } from './text-or-json.ts';
import { safeJson } from '../analyzer/write/safe-json.ts';

export const readLine = {
  name: 'read',
  usage: ['TEXT... [--format text|json]', '- [--format text|json]'],
  short: 'what an error sentence, a callback or a complaint stands for',
  says: 'Says what a text is that has to do with a message: an error sentence, a callback, a stack trace, a row of a log, a number, a complaint. "-" reads it from standard input. Nothing is kept or sent anywhere.',
  options: {
    format: textOrJson('json holds each reading with its address'),
  },
  exits: { 0: 'something was read', 2: 'unusable arguments', 3: 'nothing that has to do with a message' },
} as const satisfies CommandLine;

const readingText = ({ says, lead, notes }: Reading, address: (path: string) => string, screen: Screen): string =>
  [
    ...wrap({ text: says, style: 'strong' }, screen),
    ...(lead === undefined ? [] : [`  ${address(hrefOf(lead))}`]),
    ...(notes ?? []).flatMap((note) => [
      ...wrap(note.text, screen, '  - '),
      ...(note.lead === undefined ? [] : [`    ${address(hrefOf(note.lead))}`]),
      // Commands and addresses are copied whole.
      ...(note.command === undefined ? [] : [`      ${printable(note.command)}`]),
    ]),
  ].join('\n');

/** The start of standard input, as much as is looked at. */
async function headOf(input: AsyncIterable<unknown>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of input) {
    text += piece instanceof Uint8Array ? decoder.decode(piece, { stream: true }) : String(piece);
    if (text.length > HEAD) break;
  }
  return text;
}

/**
 * `undelivered read`: the same recognisers as the box of the site.
 *
 * @param argv what stands after "read"
 * @returns the exit code
 */
export async function readCommand(
  argv: readonly string[],
  terminal: Terminal,
  content: Pick<Content, 'pasted' | 'address'>,
): Promise<number> {
  const asked = askedOf(argv, readLine, terminal);
  if (asked.kind === 'end') return asked.code;
  const { values, words } = asked;
  const { input, write, complain, screen = plainScreen } = terminal;
  const wrong = (problem: string): number => complainOf(problem, readLine, terminal);
  const problem = wrongForm(values.format);
  if (problem !== undefined) return wrong(problem);
  if (words.length === 0) return wrong('Give a text, or "-" for standard input.');
  const text = words.length === 1 && words[0] === '-' ? await headOf(input) : words.join(' ');
  const readings = read(text, content.pasted());
  if (values.format === 'json') {
    const addressed = readings.map(({ lead, ...reading }) => ({
      ...reading,
      ...(lead === undefined ? {} : { lead, url: content.address(hrefOf(lead)) }),
    }));
    write(`${safeJson(addressed, 2)}\n`);
  } else if (readings.length > 0) {
    write(`${readings.map((reading) => readingText(reading, content.address, screen)).join('\n\n')}\n`);
  }
  if (readings.length === 0) complain('The text is empty.\n');
  return readings.length === 0 || readings.every(({ kind }) => kind === 'nothing') ? exit.notThat : exit.done;
}
