import type { FoundCode } from './code.ts';
import { familyOf } from './families.ts';
import type { PastedKnowledge } from './knowledge.ts';
import { othersOf } from './others.ts';
import { titled, unknownNotes } from './messages.ts';
import type { Note, Reading } from './reading.ts';
import { wordsOf } from './words.ts';

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

/** What is to be read of one code, known here or not. */
export function codeReading(code: string, knowledge: PastedKnowledge, sure: boolean): Reading {
  const paged = knowledge.codes[code];
  if (paged !== undefined)
    return {
      kind: 'code',
      says: `${titled(code, knowledge)}. ${paged.acts}`,
      sure,
      lead: { to: 'error', code },
      receipt: `error code ${code}`,
    };
  if (othersOf(knowledge).has(code))
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
/** Whether nothing stands in a text but codes and words that people put around them. */
export const isOnlyCode = (text: string): boolean => wordsOf(text).every((word) => /^\d{5,6}$/.test(word) || around.has(word));

/** What is to be read of codes: one, or several side by side. */
export function codeReadings(found: readonly FoundCode[], knowledge: PastedKnowledge, all: boolean, isSure: boolean): readonly Reading[] {
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
