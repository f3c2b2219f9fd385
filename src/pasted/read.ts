import { parseStatus } from '../catalog/status.ts';
import { codesAlone, codesIn, withDigits } from './code.ts';
import { codeReading, codeReadings, isOnlyCode } from './code-readings.ts';
import type { PastedKnowledge } from './knowledge.ts';
import { otherNumberReading } from './other-number.ts';
import { othersOf } from './others.ts';
import { isLog } from './log.ts';
import { messagesOf, oneMessage, severalMessages } from './messages.ts';
import { phoneReading } from './phone.ts';
import type { Reading } from './reading.ts';
import { recordsIn, statusOf, type Told } from './records.ts';
import { httpReading, requestReading } from './request.ts';
import { rowsIn } from './rows.ts';
import { sentenceReading } from './sentence-reading.ts';
import { makePatterns } from './patterns.ts';
import { sentencesIn } from './sentence.ts';
import { holdsSecret, secretReading, sidReading } from './sid.ts';
import { statusLead } from './status-step.ts';
import { toEnd, type Stretches } from './stretches.ts';
import { isTextToSend, textReading } from './text.ts';
import { twimlReading } from './twiml.ts';
import { HEAD, layersOf } from './unwrap.ts';
import { nothing, wordReadings } from './word-readings.ts';
import { wordsOf } from './words.ts';

/** Records by their names or, where nothing is named, by the cells of rows. */
function toldIn(layers: readonly string[], known: ReadonlySet<string>): { readonly records: readonly Told[]; readonly isRow: boolean } {
  const weight = (records: readonly Told[]): number => records.filter(({ status, code }) => status ?? code).length * 4 + records.length;
  const named = layers.map(recordsIn);
  const best = named.reduce<readonly Told[]>((one, other) => (weight(other) > weight(one) ? other : one), []);
  const rows = rowsIn(layers[0] ?? '', known);
  return weight(rows) > weight(best) ? { records: rows, isRow: true } : { records: best, isRow: false };
}

/** A text in which numbers stand and nothing is known: what the numbers are not. */
function numberReading(text: string): Reading | undefined {
  const only = /^[#\s]*(\d{1,9})[\s.]*$/.exec(text)?.[1];
  if (only === undefined) return undefined;
  return {
    kind: 'number',
    says: `${only.length > 3 ? only : `The number ${only}`} is no error code of Twilio`,
    sure: false,
    notes: [],
  };
}

const knownCodes = new WeakMap<PastedKnowledge, ReadonlySet<string>>();
function knownOf(knowledge: PastedKnowledge): ReadonlySet<string> {
  const before = knownCodes.get(knowledge);
  if (before !== undefined) return before;
  const codes = new Set([...Object.keys(knowledge.codes), ...othersOf(knowledge).keys()].filter((code) => code.length > 4));
  knownCodes.set(knowledge, codes);
  return codes;
}

const log: Reading = {
  kind: 'log',
  says: 'A log with its heading. Opens in the analyzer',
  sure: true,
  lead: { to: 'analyzer' },
  receipt: 'a log',
};

/** What a text tells of messages; nothing where it tells of none. */
function messageReadings(layers: readonly string[], knowledge: PastedKnowledge, known: ReadonlySet<string>): readonly Reading[] {
  const { records, isRow } = toldIn(layers, known);
  const messages = messagesOf(records);
  if (messages.length > 1 && records.some(({ isTwilio }) => isTwilio)) return [severalMessages(records, messages, knowledge)];
  const [only] = messages;
  const reading = only === undefined || messages.length > 1 ? undefined : oneMessage(only.told, knowledge, isRow);
  return reading === undefined ? [] : [reading];
}

/**
 * What a pasted or typed text may be.
 *
 * One sure reading opens at once; several, or unsure ones, are offered. Every text but an empty one has at least one reading, if only
 * that there is nothing in it, with the next thing to try. Nothing is thrown, whatever the text.
 *
 * @param text of any length; only its first 65,536 characters are looked at
 * @returns the likeliest first
 */
export const read = (text: string, knowledge: PastedKnowledge): readonly Reading[] => toEnd(findReadings(text, knowledge));

/** The same in stretches, a recogniser each or less. */
export function* findReadings(text: string, knowledge: PastedKnowledge): Stretches<readonly Reading[]> {
  const asPasted = text.slice(0, HEAD);
  if (asPasted.trim() === '') return [];
  if (isLog(asPasted)) return [log];
  if (text.length > HEAD)
    return [{ ...log, says: 'A long text. Opens in the analyzer, which looks what is in it', receipt: 'a long text' }];
  yield;
  const known = knownOf(knowledge);
  yield;
  const head = withDigits(asPasted, known);
  const trimmed = head.trim();
  const whole = sidReading(trimmed) ?? httpReading(trimmed);
  if (whole !== undefined) return [whole];
  const status = statusOf(trimmed) ?? parseStatus(trimmed);
  if (status !== undefined)
    return [
      {
        kind: 'status',
        says: `The status “${trimmed}”`,
        sure: true,
        lead: statusLead(status, knowledge),
        receipt: `status ${status}`,
      },
    ];

  yield;
  const layers = layersOf(head);
  const isShort = isOnlyCode(trimmed);
  yield;
  const told = messageReadings(layers, knowledge, known);
  if (told.some(({ sure, kind }) => sure || kind === 'unknown-code')) return told;
  yield;
  yield* makePatterns(knowledge);
  yield;
  const sentences = sentencesIn(layers, knowledge);
  yield;
  const request = requestReading(layers[0] ?? '');
  yield;
  const alone = isShort ? codesAlone(trimmed, known) : [];
  const codes = (alone.length > 0 ? alone : layers.flatMap((layer) => codesIn(layer, known))).filter(
    ({ code }, at, all) => all.findIndex((other) => other.code === code) === at,
  );
  // In a sentence or two a second code needs no word of its own: "error 30003 for the first, 30005 for the second".
  const isBrief = !trimmed.includes('\n') && wordsOf(trimmed).length <= 25;
  const called = codes.filter(({ evidence }) => evidence !== 'bare');
  const named = called.length > 0 && isBrief ? codes : called;
  if (request !== undefined && named.length === 0 && !sentences.some(({ sure }) => sure)) return [request];
  if (named.length > 0) {
    // "Your code is 21211" is more likely a passcode in a text; what somebody quotes (">") is none.
    const text =
      named.every(({ evidence }) => evidence === 'likely') && !/^>/m.test(trimmed) && isTextToSend(trimmed)
        ? textReading(trimmed)
        : undefined;
    const readings = codeReadings(named, knowledge, isBrief, isShort);
    return text === undefined ? readings : [...readings.map((reading) => ({ ...reading, sure: false })), text];
  }
  // The code of a sentence beside it, though nothing calls it one.
  const beside = codes.filter(({ code }) => sentences.some((sentence) => sentence.codes.includes(code)));
  if (beside.length === 1 && sentences.length === 1) return codeReadings(beside, knowledge, false, true);
  const said = sentences.map((sentence) => sentenceReading(sentence, knowledge));
  const sure = said.filter((reading) => reading.sure);
  if (sure.length === 1) return sure;
  if (said.length > 0)
    return [...sure.map((reading) => ({ ...reading, sure: false })), ...said.filter((reading) => !reading.sure)].slice(0, 6);
  yield;
  const twiml = twimlReading(layers[0] ?? '');
  if (twiml !== undefined) return [twiml];
  yield;
  const phone = phoneReading(trimmed, knowledge.countries);
  if (phone !== undefined && codes.length === 0) return [phone];
  yield;
  const numbers = codeReadings(codes, knowledge, isShort, isShort);
  const body = isShort ? undefined : textReading(trimmed);
  if (numbers.length > 0) return body === undefined ? numbers : [body, ...numbers.map((reading) => ({ ...reading, sure: false }))];
  const number = numberReading(trimmed);
  if (number !== undefined) return [/^\D*\d{3,6}\D*$/.test(trimmed) ? codeReading(trimmed.replaceAll(/\D/g, ''), knowledge, true) : number];
  if (told.length > 0) return told;
  const other = otherNumberReading(trimmed, knowledge);
  if (other !== undefined) return [other];
  // "AT&T" is prose: a form has an equals sign.
  yield;
  const isProse = !/[={}\t]|=>|<[a-z/!?]/i.test(trimmed) && !/\n.*\n/.test(trimmed);
  const words = isProse || textReading(trimmed) !== undefined ? yield* wordReadings(trimmed, knowledge) : [];
  if (words.length > 0) return words;
  if (holdsSecret(layers[0] ?? '')) return [secretReading('Settings or code with credentials in them')];
  const evenIf = isProse && trimmed.length > 40 ? textReading(trimmed, true) : undefined;
  return evenIf === undefined ? [nothing(trimmed, knowledge)] : [nothing(trimmed, knowledge), evenIf];
}
