import { noStatusWords } from '../catalog/error-answers.ts';
import { capital, permanenceWords } from '../catalog/error-words.ts';
import { parseErrorCode } from '../catalog/error-code.ts';
import { nearCodes } from '../catalog/near-codes.ts';
import { stepPath } from '../catalog/paths.ts';
import { explainFrom, type Explanation } from '../library/explain.ts';
import { familyOf } from '../pasted/families.ts';
import { askedOf, complainOf } from './asked.ts';
import type { Content } from './content.ts';
import type { CommandLine } from './command-line.ts';
import { labelled, wrap, type Screen } from './screen/layout.ts';
import { exit, plainScreen, type Terminal } from './terminal.ts';
import { textOrJson, wrongForm } from './text-or-json.ts';
import { safeJson } from '../analyzer/write/safe-json.ts';

export const explainLine = {
  name: 'explain',
  usage: ['CODE... [--format text|json]'],
  short: 'what error codes mean and what to do',
  says: 'Says what error codes of Twilio mean: who acts, whether to send again, what it costs, what to do first.',
  options: {
    format: textOrJson('json is an array, one entry a code, in the order asked'),
  },
  exits: { 0: 'all explained', 2: 'unusable arguments', 3: 'a code that Twilio does not list' },
} as const satisfies CommandLine;

/** One code for a terminal: title, facts, what it means, what to do first, where to read on. */
function asText(explanation: Explanation, screen: Screen): readonly string[] {
  const { code, title, product, facts, firstStep, reasons, whoActs, cost, permanence, url, guideUrl } = explanation;
  const name = wrap({ text: `${code}  ${title}`, style: 'strong' }, screen, '', 7);
  if (facts === undefined)
    return [...name, ...wrap(`Not about the fate of a message${product === undefined ? '' : ` (${product})`}.`, screen), url, ''];
  const ends = facts.statuses.length === 0 ? noStatusWords(facts) : facts.statuses.join(' or ').replaceAll('_', ' ');
  return [
    ...name,
    ...wrap(
      { text: `${capital(ends)} · ${facts.category} · ${permanenceWords[permanence]} · ${facts.confidence} confidence`, style: 'soft' },
      screen,
    ),
    '',
    ...wrap(facts.summary, screen),
    '',
    ...labelled(
      [
        ['Who acts', whoActs],
        ['Resend', reasons.shouldRetry],
        ['Stop list', reasons.shouldSuppress],
        ['Cost', cost],
        ...(firstStep === undefined ? [] : [['Do first', firstStep] as const]),
        ...(facts.related.length === 0 ? [] : [['Look-alikes', facts.related.join(', ')] as const]),
        ['Page', url],
        ...(guideUrl === undefined ? [] : [['Guide', guideUrl] as const]),
      ],
      screen,
    ),
    '',
  ];
}

/**
 * `undelivered explain`.
 *
 * @param argv what stands after "explain"
 * @returns the exit code
 */
export function explainCommand(argv: readonly string[], terminal: Terminal, content: Pick<Content, 'codes' | 'address'>): number {
  const asked = askedOf(argv, explainLine, terminal);
  if (asked.kind === 'end') return asked.code;
  const { values, words } = asked;
  const { write, complain, screen = plainScreen } = terminal;
  const wrong = (problem: string): number => complainOf(problem, explainLine, terminal);
  const problem = wrongForm(values.format);
  if (problem !== undefined) return wrong(problem);
  if (words.length === 0) return wrong('Name at least one error code, such as 30007.');
  const stranger = words.find((word) => parseErrorCode(word) === undefined);
  if (stranger !== undefined)
    return wrong(
      `"${stranger}" is no error code; codes of Twilio are numbers of 3 to 6 digits, such as 30007. What a text stands for says: undelivered read "TEXT".`,
    );

  const codes = content.codes();
  const found = words.map((word) => ({ word, explanation: explainFrom(codes, word) }));
  const known = found.flatMap(({ explanation }) => (explanation === undefined ? [] : [explanation]));
  if (values.format === 'json') write(`${safeJson(known, 2)}\n`);
  else write(known.map((one) => asText(one, screen).join('\n')).join('\n'));
  const unknown = found.filter(({ explanation }) => explanation === undefined).map(({ word }) => parseErrorCode(word) ?? word);
  for (const code of unknown) {
    const near = nearCodes(code, Object.keys(codes)).map((other) => `${other} ${(codes[other]?.title ?? '').replace(/\.$/, '')}`);
    const said = ['Twilio lists no such error code.', familyOf(code), near.length === 0 ? undefined : `Near it: ${near.join('; ')}.`];
    complain(`${code}: ${said.filter((one) => one !== undefined).join(' ')}\n`);
  }
  if (unknown.length > 0)
    complain(
      `Where a message’s error code stands: ${content.address(stepPath('find-the-code'))}\nWhat its text stands for says: undelivered read "TEXT"\n`,
    );
  return unknown.length === 0 ? exit.done : exit.notThat;
}
