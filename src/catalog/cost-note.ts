import type { CostNote } from './error-answers.ts';

/** A piece of a remark: text (with `words` between backticks as code) or a dated fact by its id. */
export type NotePiece = string | { readonly fact: string };

/** The remarks on the price that pages share, written once. */
export const costNotes: Readonly<Record<CostNote, readonly NotePiece[]>> = {
  'refused-request': [
    'A refused request can stand in the log as a failed attempt (',
    { fact: 'refused-requests-logged' },
    '). Whether it costs anything is ',
    { fact: 'refused-request-fee' },
    '.',
  ],
  'by-status': [
    'The final status is not documented; your log has it. `failed` costs ',
    { fact: 'failed-fee' },
    ', for this code is not on the list of exempt ones; `undelivered` costs ',
    { fact: 'undelivered-billed' },
    '.',
  ],
  'by-status-channel': [
    'The final status is not documented; your log has it. `failed` costs ',
    { fact: 'failed-fee' },
    ', for this code is not on the list of exempt ones; a WhatsApp message that ends `undelivered` is described as not charged.',
  ],
  'by-status-fraud': [
    'The final status is not documented; your log has it. Whether `failed` costs ',
    { fact: 'failed-fee' },
    ' is unclear: this code is not on the list of exempt ones, yet limits of fraud protection are exempt as a class.',
  ],
};
