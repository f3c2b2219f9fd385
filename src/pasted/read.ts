import { parseStatus } from '../catalog/status.ts';
import { codesAlone, codesIn, type FoundCode } from './code.ts';
import { stepsFor, type Step } from './complaint.ts';
import { familyOf } from './families.ts';
import type { PastedKnowledge } from './knowledge.ts';
import { isLog } from './log.ts';
import { messagesOf, oneMessage, severalMessages, titled, unknownNotes } from './messages.ts';
import { phoneReading } from './phone.ts';
import type { Note, Reading } from './reading.ts';
import { recordsIn, statusOf, type Told } from './records.ts';
import { httpReading, requestReading } from './request.ts';
import { rowsIn } from './rows.ts';
import { sentencesIn, type FoundSentence } from './sentence.ts';
import { holdsSecret, secretReading, sidReading } from './sid.ts';
import { isTextToSend, textReading } from './text.ts';
import { codesTitled } from './titles.ts';
import { statusLead } from './status-step.ts';
import { twimlReading } from './twiml.ts';
import { HEAD, layersOf } from './unwrap.ts';
import { wordsOf } from './words.ts';

/** From this likeness on a complaint opens its step, if no other step is about as likely. */
const SURE = 0.52;
const MARGIN = 0.06;
/** Below this nothing was said that the guide knows. */
const POSSIBLE = 0.24;

/** The difference between codes that are read side by side. */
function differences(codes: readonly string[], knowledge: PastedKnowledge): readonly Note[] {
  const group = knowledge.lookAlikes.find(({ rows }) => codes.filter((code) => rows.some(([other]) => other === code)).length > 1);
  return codes.map((code) => {
    const tell = group?.rows.find(([other]) => other === code)?.[1];
    const acts = knowledge.codes[code]?.acts;
    return {
      text: [titled(code, knowledge), ...(tell === undefined ? (acts === undefined ? [] : [acts]) : [tell])].join('. '),
      lead: { to: 'error', code },
    };
  });
}

function codeReading(code: string, knowledge: PastedKnowledge, sure: boolean): Reading {
  const paged = knowledge.codes[code];
  if (paged !== undefined)
    return {
      kind: 'code',
      says: `${titled(code, knowledge)}. ${paged.acts}`,
      sure,
      lead: { to: 'error', code },
      receipt: `error code ${code}`,
    };
  if (knowledge.others[code] !== undefined)
    return {
      kind: 'other-code',
      says: `${titled(code, knowledge)}: not about messages, so there is no page here`,
      sure: false,
      lead: { to: 'twilio', code },
      notes: [
        { text: `Twilio’s page for ${code}`, lead: { to: 'twilio', code } },
        ...(familyOf(code) === undefined ? [] : [{ text: familyOf(code) ?? '' }]),
      ],
    };
  return {
    kind: 'unknown-code',
    says: `${code}: Twilio lists no such error code`,
    sure: false,
    notes: [
      ...unknownNotes(code, knowledge),
      { text: 'A passcode, an order number or a ZIP code says nothing here and is not kept.' },
      { text: 'Where a message’s error code stands', lead: { to: 'guide', step: 'find-the-code' } },
    ],
  };
}

/** Words that people put around a code; a number among others is perhaps no code. */
const around = new Set(
  'error errors code codes twilio status sms message messages text mms whatsapp undelivered failed delivered warning help what why is does do mean means meaning fix i we get got getting with the a an for to on in my our and or vs versus und how was it'.split(
    ' ',
  ),
);
const isOnlyCode = (text: string): boolean => wordsOf(text).every((word) => /^\d{5,6}$/.test(word) || around.has(word));

/** What is to be read of codes: one, or several side by side. */
function codeReadings(found: readonly FoundCode[], knowledge: PastedKnowledge, all: boolean, isSure: boolean): readonly Reading[] {
  const best = found[0]?.evidence;
  const codes = found.filter(({ evidence }) => evidence === best || all).map(({ code }) => code);
  const [first, ...rest] = codes;
  if (first === undefined) return [];
  const sure = best === 'named' || best === 'likely' || isSure;
  const paged = codes.filter((code) => knowledge.codes[code] !== undefined);
  if (rest.length === 0 || paged.length < 2) return codes.map((code) => codeReading(code, knowledge, sure && rest.length === 0));
  const shown = paged.slice(0, 6);
  return [
    {
      kind: 'codes',
      says: `${String(paged.length)} codes: ${shown.join(', ')}`,
      sure: false,
      notes: [
        ...differences(shown, knowledge),
        ...codes.filter((code) => knowledge.codes[code] === undefined).flatMap((code) => codeReading(code, knowledge, false).notes ?? []),
      ],
    },
  ];
}

function sentenceReading({ codes, tell, step, sure }: FoundSentence, knowledge: PastedKnowledge): Reading {
  const [first] = codes;
  if (first === undefined)
    return {
      kind: 'sentence',
      says: `A sentence of a library of Twilio: ${knowledge.steps[step ?? ''] ?? 'see the guide'}`,
      sure: step !== undefined,
      ...(step === undefined ? {} : { lead: { to: 'guide', step } as const }),
      receipt: 'a sentence of a library of Twilio',
    };
  const paged = knowledge.codes[first];
  if (codes.length > 1)
    return {
      kind: 'sentence',
      says: `A sentence of Twilio that ${String(codes.length)} codes share: ${codes.join(', ')}`,
      sure: false,
      notes: [
        ...(tell === undefined ? [] : [{ text: `How to tell: ${tell}.` }]),
        ...codes.map((code): Note => ({
          text: titled(code, knowledge),
          lead: knowledge.codes[code] === undefined ? { to: 'twilio', code } : { to: 'error', code },
        })),
      ],
    };
  if (paged === undefined && knowledge.others[first] === undefined)
    return {
      kind: 'sentence',
      says: `A sentence of Twilio, ${first}, which has no page here`,
      sure: false,
      lead: { to: 'twilio', code: first },
      notes: [
        { text: `Twilio’s page for ${first}`, lead: { to: 'twilio', code: first } },
        ...(step === undefined
          ? []
          : [{ text: `What is behind it: ${knowledge.steps[step] ?? step}`, lead: { to: 'guide', step } } as const]),
      ],
    };
  if (paged === undefined)
    return { ...codeReading(first, knowledge, false), kind: 'sentence', says: `A sentence of Twilio: ${titled(first, knowledge)}` };
  return {
    kind: 'sentence',
    says: `A sentence of Twilio without its code: ${titled(first, knowledge)}. ${paged.acts}`,
    sure,
    lead: { to: 'error', code: first },
    ...(step === undefined
      ? {}
      : { notes: [{ text: `What is behind it: ${knowledge.steps[step] ?? step}`, lead: { to: 'guide', step } }] }),
    receipt: `a sentence of Twilio, ${first}`,
  };
}

const stepReading = ({ lead }: Step, knowledge: PastedKnowledge, sure: boolean): Reading => ({
  kind: 'complaint',
  says: `In the guide: ${knowledge.steps[lead.step] ?? lead.step}`,
  sure,
  lead,
  receipt: 'a complaint in plain words',
});

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

const searchReading = (text: string): Reading => ({
  kind: 'search',
  says: 'Search the error pages for these words',
  sure: false,
  lead: { to: 'errors', search: text },
});

/** The words of a text that stands alone: a complaint, a text to be sent, both offered where neither is clear. */
function wordReadings(text: string, knowledge: PastedKnowledge): readonly Reading[] {
  const words = wordsOf(text);
  const steps = words.length > 0 && words.length <= 60 ? stepsFor(text, knowledge) : [];
  const [best, second] = steps;
  const body = textReading(text);
  const titles = codesTitled(text, knowledge).map((code) => codeReading(code, knowledge, false));
  const ahead = best?.isClear === true && best.score >= SURE && best.score - (second?.score ?? 0) >= MARGIN;
  if (ahead && body === undefined && (titles.length === 0 || words.length > 2)) return [stepReading(best, knowledge, true)];
  const possible = steps.filter(({ score }) => score >= POSSIBLE).map((step) => stepReading(step, knowledge, false));
  if (body !== undefined && (isTextToSend(text) || (best?.score ?? 0) < SURE)) return [body, ...possible.slice(0, 1)];
  const isLikely = (best?.score ?? 0) >= SURE;
  const search: readonly Reading[] = words.length <= 12 ? [searchReading(text)] : [];
  if (possible.length === 0 && titles.length === 0 && body === undefined) return words.length <= 6 ? search : [];
  return [
    ...(isLikely ? [] : titles.slice(0, 3)),
    ...possible,
    ...(isLikely ? titles.slice(0, 3) : []),
    ...titles.slice(3),
    ...(body === undefined ? [] : [body]),
    ...search,
  ];
}

const nothing = (text: string, knowledge: PastedKnowledge): Reading => ({
  kind: 'nothing',
  says: 'There is no error code, no status and no sentence of Twilio in this',
  sure: false,
  notes: [
    ...(/\d{4,}/.test(text) ? [{ text: 'The numbers in it are not called error codes, so none was looked up.' }] : []),
    ...[...new Set(text.match(/(?<!\d)\d{5}(?!\d)/g) ?? [])]
      .filter((code) => knowledge.codes[code] !== undefined)
      .slice(0, 2)
      .map((code): Note => ({ text: `If ${code} is meant as an error code: ${titled(code, knowledge)}`, lead: { to: 'error', code } })),
    { text: 'Tell what happened in your own words, or answer a few questions', lead: { to: 'guide', step: 'start' } },
    { text: 'Look through all codes', lead: { to: 'errors' } },
  ],
});

const knownCodes = new WeakMap<PastedKnowledge, ReadonlySet<string>>();
function knownOf(knowledge: PastedKnowledge): ReadonlySet<string> {
  const before = knownCodes.get(knowledge);
  if (before !== undefined) return before;
  const codes = new Set([...Object.keys(knowledge.codes), ...Object.keys(knowledge.others)].filter((code) => code.length > 4));
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
export function read(text: string, knowledge: PastedKnowledge): readonly Reading[] {
  const head = text.slice(0, HEAD);
  const trimmed = head.trim();
  if (trimmed === '') return [];
  if (isLog(head)) return [log];
  if (text.length > HEAD)
    return [{ ...log, says: 'A long text. Opens in the analyzer, which looks what is in it', receipt: 'a long text' }];
  const known = knownOf(knowledge);
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

  const layers = layersOf(head);
  const isShort = isOnlyCode(trimmed);
  const told = messageReadings(layers, knowledge, known);
  if (told.some(({ sure, kind }) => sure || kind === 'unknown-code')) return told;
  const sentences = sentencesIn(layers, knowledge);
  const request = requestReading(layers[0] ?? '');
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
    // "Your code is 21211" is more likely a passcode in a text.
    const text = named.every(({ evidence }) => evidence === 'likely') && isTextToSend(trimmed) ? textReading(trimmed) : undefined;
    const readings = codeReadings(named, knowledge, isBrief, isShort);
    return text === undefined ? readings : [...readings.map((reading) => ({ ...reading, sure: false })), text];
  }
  const said = sentences.map((sentence) => sentenceReading(sentence, knowledge));
  const sure = said.filter((reading) => reading.sure);
  if (sure.length === 1) return sure;
  if (said.length > 0)
    return [...sure.map((reading) => ({ ...reading, sure: false })), ...said.filter((reading) => !reading.sure)].slice(0, 6);
  const twiml = twimlReading(layers[0] ?? '');
  if (twiml !== undefined) return [twiml];
  const phone = phoneReading(trimmed);
  if (phone !== undefined && codes.length === 0) return [phone];
  const numbers = codeReadings(codes, knowledge, isShort, isShort);
  const body = isShort ? undefined : textReading(trimmed);
  if (numbers.length > 0) return body === undefined ? numbers : [body, ...numbers.map((reading) => ({ ...reading, sure: false }))];
  const number = numberReading(trimmed);
  if (number !== undefined) return [/^\D*\d{3,6}\D*$/.test(trimmed) ? codeReading(trimmed.replaceAll(/\D/g, ''), knowledge, true) : number];
  if (told.length > 0) return told;
  // "AT&T" is prose: a form has an equals sign.
  const isProse = !/[={}\t]|=>|<[a-z/!?]/i.test(trimmed) && !/\n.*\n/.test(trimmed);
  const words = isProse || textReading(trimmed) !== undefined ? wordReadings(trimmed, knowledge) : [];
  if (words.length > 0) return words;
  if (holdsSecret(layers[0] ?? '')) return [secretReading('Settings or code with credentials in them')];
  const evenIf = isProse && trimmed.length > 40 ? textReading(trimmed, true) : undefined;
  return evenIf === undefined ? [nothing(trimmed, knowledge)] : [nothing(trimmed, knowledge), evenIf];
}
