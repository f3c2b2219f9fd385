import type { Knowledge } from '../../catalog/knowledge.ts';
import { supportQuestion } from '../../catalog/support-questions.ts';
import type { Finding, NamedMessage, Report, Share } from '../report/report.ts';
import { countryWithCode } from '../words/country-name.ts';
import { counted, figure, percent } from '../words/figure.ts';
import { isoTime, momentIn } from '../words/moment.ts';
import { markdownPrinter, quoted } from './markdown-sentence.ts';
import { maskedPrinter, maskedText } from './masked-sentence.ts';

const HOUR_MS = 3_600_000;

/** A message to name, and until when it is young enough. */
interface PacketMessage extends NamedMessage {
  /** ISO 8601 in UTC; absent where its time is not known. */
  readonly until?: string;
}

/** What Twilio support is told about a finding, as plain data: numbers masked, no texts of messages. */
export interface Packet {
  readonly finding: string;
  readonly title: string;
  /** The one sentence of the finding; times in UTC. */
  readonly pattern: string;
  readonly affected: number;
  readonly outbound: number;
  /** Code and title of each. */
  readonly codes: readonly string[];
  readonly senders: readonly Share[];
  readonly countries: readonly Share[];
  readonly from?: string;
  readonly to?: string;
  /** Newest first, ten at most. */
  readonly messages: readonly PacketMessage[];
  /** How many support asks for at least. */
  readonly wanted: number;
  readonly question: string;
}

export interface PacketWording {
  readonly knowledge: Pick<Knowledge, 'codes' | 'support'>;
  readonly words: Readonly<Record<string, { readonly title: string } | undefined>>;
}

/** Whether support takes a message: told of the moment, for the report knows no clock. */
type Age = 'young' | 'old' | 'unknown';

const ageOf = ({ until }: PacketMessage, now: number): Age =>
  until === undefined ? 'unknown' : Date.parse(until) >= now ? 'young' : 'old';

/**
 * Gathers what to tell Twilio support about a finding. How old messages may be: facts.yaml, support-age and support-age-30008.
 */
export function packetOf(finding: Finding, { totals }: Pick<Report, 'totals'>, { knowledge, words }: PacketWording): Packet {
  const { id, sentence, affected, codes, trail } = finding;
  const { support } = knowledge;
  const untilOf = ({ time, code = '' }: NamedMessage): string | undefined =>
    time === undefined ? undefined : isoTime(Date.parse(time) + (support.hoursByCode[code] ?? support.hours) * HOUR_MS);
  const met = codes.length > 0 ? codes : [...new Set(trail.messages.flatMap(({ code }) => (code === undefined ? [] : [code])))];
  const [first] = met;
  return {
    finding: finding.key === id ? id : maskedText(finding.key),
    title: words[id]?.title ?? id.replaceAll('-', ' '),
    pattern: maskedPrinter('UTC')(sentence),
    affected,
    outbound: totals.outbound,
    codes: met.map((code) => [code, knowledge.codes[code]?.title].filter(Boolean).join(' ')),
    senders: trail.senders.map(({ name, messages }) => ({ name: maskedText(name), messages })),
    countries: trail.countries,
    ...(trail.from === undefined ? {} : { from: trail.from }),
    ...(trail.to === undefined ? {} : { to: trail.to }),
    messages: trail.messages.map((message) => {
      const until = untilOf(message);
      return until === undefined ? message : { ...message, until };
    }),
    wanted: support.sids,
    question: supportQuestion(id, first === undefined ? undefined : knowledge.codes[first]?.category),
  };
}

const FRESH = 'Send new ones of the same kind (the same sender, the same text, recipients of the same kind) and name their SIDs instead.';

/** What to know before the packet is sent, in one or two sentences; '' where all is well. */
export function packetWarning({ messages, wanted }: Pick<Packet, 'messages' | 'wanted'>, now: number): string {
  if (messages.length === 0) return `There is no message SID to name, and support asks for at least ${figure(wanted)}. ${FRESH}`;
  const ages = messages.map((message) => ageOf(message, now));
  const young = ages.filter((age) => age === 'young').length;
  if (young >= wanted) return '';
  if (ages.every((age) => age === 'unknown')) return `How old these messages are is not known: support takes recent ones only.`;
  if (young === 0 && ages.every((age) => age === 'old')) return `All of these messages are too old for support by now. ${FRESH}`;
  return `Only ${figure(young)} of these messages ${young === 1 ? 'is' : 'are'} known to be young enough; support asks for at least ${figure(wanted)}. ${FRESH}`;
}

interface Showing {
  /** Milliseconds since 1970 of the reader's clock. */
  readonly now: number;
  /** IANA name known to Intl, in which times are told. */
  readonly timeZone: string;
}

/**
 * The lines of a packet: what each is about, and what it says.
 *
 * @param show how a medium shows what comes from a log
 */
function linesOf(packet: Packet, { now, timeZone }: Showing, show: (text: string) => string) {
  const moment = momentIn(timeZone);
  const at = (time: string): string => moment(Date.parse(time));
  const { affected, outbound, codes, senders, countries, from, to, messages } = packet;
  const shares = (some: readonly Share[], name: (name: string) => string): string =>
    some.map((one) => `${name(one.name)} (${counted(one.messages, 'message')})`).join(', ');
  const facts: readonly (readonly [string, string])[] = [
    ['Messages', `${figure(affected)} of ${figure(outbound)} outbound in this log (${percent(affected, outbound)})`],
    ['Error codes', codes.join(', ')],
    ['Sender', shares(senders, (name) => (name === '' ? 'not named in the log' : show(name)))],
    ['Country of the recipients', shares(countries, countryWithCode)],
    ['Time', from === undefined || to === undefined ? '' : `${at(from)} – ${at(to)}`],
  ];
  const ages: Readonly<Record<Age, (until: string) => string>> = {
    young: (until) => `young enough until ${until}`,
    old: (until) => `too old since ${until}`,
    unknown: () => 'age not known',
  };
  const sids = messages.map((message) => {
    const { sid, status, code, time, until } = message;
    const age = ages[ageOf(message, now)](until === undefined ? '' : at(until));
    return `${show(sid)}: ${[...(time === undefined ? [] : [at(time)]), show([status, code].filter(Boolean).join(' ')), age].join(', ')}`;
  });
  return { facts: facts.filter(([, said]) => said !== '').map(([name, said]) => `${name}: ${said}`), sids };
}

const SIDS = 'Message SIDs, newest first:';

/** The packet as plain text; ends with a line feed. */
export function packetText(packet: Packet, { sentence }: Pick<Finding, 'sentence'>, showing: Showing): string {
  const { facts, sids } = linesOf(packet, showing, maskedText);
  const warning = packetWarning(packet, showing.now);
  return `${[
    packet.title,
    maskedPrinter(showing.timeZone)(sentence),
    '',
    ...facts,
    ...(sids.length === 0 ? [] : [SIDS, ...sids.map((line) => `  ${line}`)]),
    ...(warning === '' ? [] : ['', `Note: ${warning}`]),
    '',
    `Our question: ${packet.question}`,
  ].join('\n')}\n`;
}

/** The packet as Markdown, in which nothing of a log acts as markup; ends with a line feed. */
export function packetMarkdown(packet: Packet, { sentence }: Pick<Finding, 'sentence'>, showing: Showing): string {
  const { facts, sids } = linesOf(packet, showing, quoted);
  const warning = packetWarning(packet, showing.now);
  return `${[
    `**${packet.title}**`,
    '',
    markdownPrinter(showing.timeZone)(sentence),
    '',
    ...facts.map((line) => `- ${line}`),
    ...(sids.length === 0 ? [] : [`- ${SIDS}`, ...sids.map((line) => `  - ${line}`)]),
    ...(warning === '' ? [] : ['', `Note: ${warning}`]),
    '',
    `Our question: ${packet.question}`,
  ].join('\n')}\n`;
}
