import { codeReading } from './code-readings.ts';
import { findSteps, type Step } from './complaint.ts';
import type { PastedKnowledge } from './knowledge.ts';
import { titled } from './messages.ts';
import type { Note, Reading } from './reading.ts';
import type { Stretches } from './stretches.ts';
import { isTextToSend, textReading } from './text.ts';
import { codesTitled } from './titles.ts';
import { wordsOf } from './words.ts';

/** From this probability on a complaint opens its step. */
const SURE = 0.4;
/** Words that say that something did not come: a text that is sent seldom has them. */
const complains = /\b(?:not|never|fail\w*|bounc\w*|stop(?:s|ped))\b|n[’']t\b/i;
/** Small words of French, Spanish, Portuguese and German: nothing was learned of these, so what the other words say is no more than likely. */
const isForeign = (text: string): boolean =>
  new Set(text.toLowerCase().match(/\b(?:le|la|les|des?|du|el|los|las|mis|os|das|der|und|nicht|kommt|arrive|trop|pas)\b|[ãçñéèß]/g)).size >
  1;
/** A step less likely than this is not offered. */
const POSSIBLE = 0.04;

const stepReading = ({ lead }: Step, knowledge: PastedKnowledge, sure: boolean): Reading => ({
  kind: 'complaint',
  says: `In the guide: ${knowledge.steps[lead.step] ?? lead.step}`,
  sure,
  lead,
  receipt: 'a complaint in plain words',
});

const searchReading = (text: string): Reading => ({
  kind: 'search',
  says: 'Search the error pages for these words',
  sure: false,
  lead: { to: 'errors', search: text },
});

/** The words of a text that stands alone: a complaint, a text to be sent, both offered where neither is clear. */
export function* wordReadings(text: string, knowledge: PastedKnowledge): Stretches<readonly Reading[]> {
  const words = wordsOf(text);
  const steps = words.length > 0 && words.length <= 60 ? yield* findSteps(text, knowledge.complaints) : [];
  const [best] = steps;
  yield;
  const body = textReading(text);
  yield;
  const titles = (yield* codesTitled(text, knowledge)).map((code) => codeReading(code, knowledge, false));
  yield;
  const ahead = best?.isClear === true && best.score >= SURE && !isForeign(text);
  if (ahead && body === undefined && (titles.length === 0 || words.length > 2)) return [stepReading(best, knowledge, true)];
  const possible = steps.filter(({ score }) => score >= POSSIBLE).map((step) => stepReading(step, knowledge, false));
  if (body !== undefined && (isTextToSend(text) || ((best?.score ?? 0) < SURE && !complains.test(text))))
    return [body, ...possible.slice(0, 1)];
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

/** A text in which nothing is known, with the next thing to try. */
export const nothing = (text: string, knowledge: PastedKnowledge): Reading => ({
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
