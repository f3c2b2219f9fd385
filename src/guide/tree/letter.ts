import type { Letter } from './step-schema.ts';

/** A letter to whoever can look into Twilio: what happened with blanks to fill, and what is asked for. Plain text, also as Markdown. */
export const letterText = ({ opening, blanks, request }: Letter): string =>
  [opening, '', ...blanks.map((blank) => `- ${blank}: ____`), '', request].join('\n');
