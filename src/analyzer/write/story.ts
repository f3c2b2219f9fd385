import { capital, retryAnswers } from '../../catalog/error-words.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import { parseStatus, statusSays } from '../../catalog/status.ts';
import type { Finding, Report } from '../report/report.ts';
import type { ListedMessage } from '../report/listed-message.ts';
import { ours, say, type Sentence } from '../report/sentence.ts';
import { countryWithCode } from '../words/country-name.ts';
import { amount, counted, figure } from '../words/figure.ts';
import { momentIn } from '../words/moment.ts';
import { withoutBidi } from '../words/direction.ts';
import { maskedText } from './masked-sentence.ts';
import { plainPrinter } from './plain.ts';
import { printable } from './printable.ts';

/** What the page of a finding says. */
export interface StoryWording {
  readonly knowledge: Pick<Knowledge, 'codes'>;
  readonly words: Readonly<Record<string, { readonly title: string; readonly doThis: readonly string[] } | undefined>>;
}

/** What is to be made of one message. */
export interface StoryVerdict {
  /** The main finding that touches it; absent where none does. */
  readonly finding?: Finding;
  /** The finding, or the code with its title; '' for a message without either. */
  readonly title: string;
  /** What its status says, and whether to send it again. */
  readonly says: string;
  readonly next?: Sentence;
  /** Step of the guide. */
  readonly guide: string;
}

/** What a message shares with others of its minute. */
export const likenesses = ['sender', 'text', 'country'] as const;
export type Likeness = (typeof likenesses)[number];

/** The other messages of its minute: how many, and how they ended. */
interface Around {
  readonly outbound: number;
  readonly delivered: number;
  readonly failed: number;
}

type Neighbours = Readonly<Record<Likeness, Around>>;

interface Told {
  readonly message: ListedMessage;
  readonly findings: readonly string[];
  readonly neighbours?: Neighbours;
}

/** A message for which something can be done: the main finding that touches it, else its code, else its status. */
export function verdictOf(
  { message: { status, code = '' }, findings }: Told,
  report: Pick<Report, 'findings'>,
  { knowledge, words }: StoryWording,
): StoryVerdict {
  const known = parseStatus(status);
  const facts = knowledge.codes[code];
  const ofStatus = known === undefined ? { says: 'No status that the API defines.', step: 'status' } : statusSays[known];
  const resend = facts === undefined ? '' : ` Resend: ${retryAnswers[facts.retry]}.`;
  const says = `${ofStatus.says}${resend}`;
  const finding = report.findings.find(({ key }) => key === findings[0]);
  if (finding !== undefined) {
    const { id, action, guide } = finding;
    const first = words[id]?.doThis[0];
    const next = action.next ?? (first === undefined ? undefined : ours(first));
    return { finding, title: words[id]?.title ?? id.replaceAll('-', ' '), says, guide, ...(next === undefined ? {} : { next }) };
  }
  return {
    title: code === '' ? '' : `${code} ${facts?.title ?? 'not in the dictionary'}`,
    says,
    guide: facts?.guide ?? ofStatus.step,
    ...(facts?.first === undefined ? {} : { next: ours(capital(facts.first)) }),
  };
}

/** The others of its minute in one sentence: "12 others from the same sender: 9 delivered, 3 did not arrive." */
export function neighbourSentence(like: Likeness, { outbound, delivered, failed }: Around): Sentence {
  const alike = { sender: 'from the same sender', text: 'with the same text from it', country: 'to the same country' } as const;
  if (outbound === 0) return say`No other message ${ours(alike[like])}.`;
  return say`${outbound} other${outbound === 1 ? '' : 's'} ${ours(alike[like])}: ${delivered} delivered, ${failed} did not arrive${outbound > delivered + failed ? say`, ${outbound - delivered - failed} without a final status` : ''}.`;
}

/** "0.0083 USD"; '' where the log does not say. */
export const priceText = ({ price, priceUnit = '' }: ListedMessage): string => (price === undefined ? '' : amount(price, priceUnit));

/**
 * One message as plain text for a ticket, without its text; ends with a line feed.
 *
 * @param showing `isMasked`: whether whole numbers and SIDs of accounts are hidden; `timeZone`: IANA name known to Intl
 */
export function storyText(
  story: Told,
  report: Pick<Report, 'findings'>,
  { timeZone, isMasked }: { readonly timeZone: string; readonly isMasked: boolean },
  wording: StoryWording,
): string {
  const { message, neighbours } = story;
  const { sid, direction, status, code, sender, person, to, country, service, segments, created, sent, updated } = message;
  const show = isMasked ? maskedText : (text: string): string => printable(withoutBidi(text));
  const moment = momentIn(timeZone);
  const at = (time: string | undefined): string => (time === undefined ? '' : moment(Date.parse(time)));
  const print = plainPrinter(timeZone);
  const verdict = verdictOf(story, report, wording);
  const isInbound = direction === 'inbound';
  const codeTitle = code === undefined ? '' : ` ${code} ${wording.knowledge.codes[code]?.title ?? ''}`.trimEnd();
  const facts: readonly (readonly [string, string])[] = [
    ['Message', sid === undefined ? 'no SID at hand' : show(sid)],
    ['Status', `${show(status)}${codeTitle}`],
    ['Created', at(created)],
    ['Sent', at(sent ?? (created === undefined ? message.time : undefined))],
    ['Updated', at(updated)],
    ['From', show((isInbound ? person : sender) ?? '')],
    ['To', show((isInbound ? to : person) ?? '')],
    ['Country', isInbound ? '' : countryWithCode(country)],
    ['Messaging Service', show(service ?? '')],
    ['Segments', segments === undefined ? '' : figure(segments)],
    ['Price', show(priceText(message))],
  ];
  const around = neighbours === undefined ? [] : likenesses.map((like) => `  ${print(neighbourSentence(like, neighbours[like]))}`);
  return `${[
    ...facts.filter(([, said]) => said !== '').map(([name, said]) => `${name}: ${said}`),
    ...(around.length === 0 ? [] : ['In the same minute:', ...around]),
    ...(verdict.title === '' ? [] : [`What it is: ${verdict.title}`]),
    verdict.says,
    ...(verdict.next === undefined ? [] : [`Next: ${(isMasked ? maskedText : String)(print(verdict.next))}`]),
    ...(story.findings.length < 2 ? [] : [`It belongs to ${counted(story.findings.length, 'finding')}; this is the main one.`]),
  ].join('\n')}\n`;
}
