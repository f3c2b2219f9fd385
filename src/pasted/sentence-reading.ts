import { codeReading } from './code-readings.ts';
import type { PastedKnowledge } from './knowledge.ts';
import { othersOf } from './others.ts';
import { titled } from './messages.ts';
import type { Note, Reading } from './reading.ts';
import type { FoundSentence } from './sentence.ts';

/** What is to be read of a sentence of Twilio: its page, the codes that share it, or the step behind it. */
export function sentenceReading({ codes, tell, step, sure }: FoundSentence, knowledge: PastedKnowledge): Reading {
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
  if (paged === undefined && !othersOf(knowledge).has(first))
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
