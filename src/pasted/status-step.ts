import type { Status } from '../catalog/status.ts';
import type { PastedKnowledge } from './knowledge.ts';
import type { Lead } from './reading.ts';

/** Where a status alone leads: the step of its name where the guide has one, else its first question, with the status known. */
export const statusLead = (status: Status, { steps }: PastedKnowledge): Extract<Lead, { to: 'guide' }> => ({
  to: 'guide',
  step: steps[status] === undefined ? 'start' : status,
  answers: { status },
});
