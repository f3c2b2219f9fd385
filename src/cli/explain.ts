import { noStatusWords } from '../catalog/error-answers.ts';
import { capital, permanenceWords } from '../catalog/error-words.ts';
import { parseErrorCode } from '../catalog/error-code.ts';
import { nearCodes } from '../catalog/near-codes.ts';
import { explainFrom, type Explanation } from '../library/explain.ts';
import { askedOf, complainOf } from './asked.ts';
import type { Content } from './content.ts';
import { exit, type Terminal } from './terminal.ts';

export const explainUsage = `Usage: undelivered explain CODE... [--format text|json]
Says what error codes of Twilio mean: who acts, whether to send again, what it costs, what to do first.

  --format    text (default) or json (an array, one entry a code, in the order asked)
  --help      this text

Exit code: 0 all explained, 2 unusable arguments, 3 a code that Twilio does not list.
`;

/** One code for a terminal: title, facts, what it means, what to do first, where to read on. */
function asText({ code, title, product, facts, firstStep, reasons, whoActs, cost, permanence, url, guideUrl }: Explanation): string {
  if (facts === undefined) {
    return [`${code}  ${title}`, `Not about the fate of a message${product === undefined ? '' : ` (${product})`}.`, url, ''].join('\n');
  }
  const ends = facts.statuses.length === 0 ? noStatusWords(facts) : facts.statuses.join(' or ').replaceAll('_', ' ');
  return [
    `${code}  ${title}`,
    `${capital(ends)} · ${facts.category} · ${permanenceWords[permanence]} · ${facts.confidence} confidence`,
    '',
    facts.summary,
    '',
    `Who acts    ${whoActs}`,
    `Resend      ${reasons.shouldRetry}`,
    `Stop list   ${reasons.shouldSuppress}`,
    `Cost        ${cost}`,
    ...(firstStep === undefined ? [] : [`Do first    ${firstStep}`]),
    ...(facts.related.length === 0 ? [] : [`Look-alikes ${facts.related.join(', ')}`]),
    `Page        ${url}`,
    ...(guideUrl === undefined ? [] : [`Guide       ${guideUrl}`]),
    '',
  ].join('\n');
}

/**
 * `undelivered explain`.
 *
 * @param argv what stands after "explain"
 * @returns the exit code
 */
export function explainCommand(argv: readonly string[], terminal: Terminal, content: Pick<Content, 'codes'>): number {
  const asked = askedOf(argv, { format: { type: 'string', default: 'text' } }, explainUsage, terminal);
  if (asked.kind === 'end') return asked.code;
  const { values, words } = asked;
  const { write, complain } = terminal;
  const wrong = (problem: string): number => complainOf(problem, explainUsage, terminal);
  if (values.format !== 'text' && values.format !== 'json') return wrong(`"${values.format}" is no format; use text or json.`);
  if (words.length === 0) return wrong('Name at least one error code, such as 30007.');
  const stranger = words.find((word) => parseErrorCode(word) === undefined);
  if (stranger !== undefined) return wrong(`"${stranger}" is no error code; codes of Twilio are numbers of 3 to 6 digits, such as 30007.`);

  const codes = content.codes();
  const found = words.map((word) => ({ word, explanation: explainFrom(codes, word) }));
  const known = found.flatMap(({ explanation }) => (explanation === undefined ? [] : [explanation]));
  if (values.format === 'json') write(`${JSON.stringify(known, null, 2)}\n`);
  else write(known.map(asText).join('\n'));
  const unknown = found.filter(({ explanation }) => explanation === undefined).map(({ word }) => parseErrorCode(word) ?? word);
  for (const code of unknown) {
    const near = nearCodes(code, Object.keys(codes)).map((other) => `${other} ${codes[other]?.title ?? ''}`);
    complain(`${code}: Twilio lists no such error code.${near.length === 0 ? '' : ` Near it: ${near.join('; ')}.`}\n`);
  }
  return unknown.length === 0 ? exit.done : exit.notThat;
}
