import type { Step } from '../../../../src/guide/tree/step-schema.ts';
import { defineGuide } from '../../../../src/guide/tree/tree.ts';
import type { Guide } from '../../../../src/guide/tree/guide.ts';

const unknown = (next: string) => ({ id: 'unknown', label: "I don't know", next });
const outcome = (title: string, next: readonly string[] = []): Step => ({
  kind: 'outcome',
  title,
  summary: 'A sentence that says what this is.',
  doNow: ['Act.'],
  prevent: ['Prevent.'],
  next: [...next],
});

/** A guide with one of everything: a skipped question, a detour, a checklist, codes with and without an answer of their own. */
export const smallSteps: Readonly<Record<string, Step>> = {
  start: {
    kind: 'question',
    title: 'What do you have?',
    fact: 'have',
    answers: [
      { id: 'status', label: 'A status', next: 'status', impliedBy: ['status'] },
      { id: 'code', label: 'A code', next: 'code', impliedBy: ['code'] },
      unknown('find-the-log'),
    ],
  },
  status: {
    kind: 'question',
    title: 'Which status?',
    fact: 'status',
    answers: [
      { id: 'undelivered', label: 'Undelivered', next: 'undelivered' },
      { id: 'sent', also: ['queued'], label: 'Sent', next: 'device' },
      unknown('find-the-log'),
    ],
  },
  undelivered: {
    kind: 'question',
    title: 'Which code beside it?',
    fact: 'code',
    answers: [{ id: '30007', label: '30007 Message filtered', next: 'filtered' }, unknown('find-the-log')],
  },
  code: {
    kind: 'question',
    title: 'Which code?',
    fact: 'code',
    answers: [{ id: '30003', label: '30003 Unreachable', next: 'unreachable' }, unknown('find-the-log')],
  },
  device: {
    kind: 'check',
    title: 'Look at the phone',
    fact: 'device',
    answers: [
      { id: 'off', label: 'It is off', next: 'phone-off' },
      { id: 'unknown', label: 'None of these', next: 'escalate' },
    ],
  },
  'find-the-log': { kind: 'check', title: 'How to find the log', answers: [{ id: 'found', label: 'Found', next: 'start' }] },
  filtered: outcome('Filtered', ['device']),
  unreachable: outcome('Unreachable', ['phone-off']),
  'phone-off': outcome('The phone is off', ['device']),
  escalate: outcome('Ask support'),
};

/** 30620 has a page and stands in no question. */
export const smallCodes = { '30007': 'filtered', '30003': 'unreachable', '30620': 'filtered' };

const defined = defineGuide(smallSteps, smallCodes);
if (!defined.ok) throw new Error(defined.problems.join('\n'));
export const smallGuide: Guide = defined.guide;
