import type { PastedKnowledge } from './knowledge.ts';
import { titled } from './messages.ts';
import type { Note, Reading } from './reading.ts';

/** What the text itself says of a number, and what that makes of it. Nobody who tells of a message writes like this. */
const marks: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\b(\d{5}) ?(?:bytes|[kmg]i?b|buffers|px)\b/i, 'counts or measures something'],
  [/\b[\w.-]+\[(\d{3,7})\]:/, 'is the number of a process'],
  [/\b(?!SMS|MMS|MSG|RCS|TW)[A-Z]{2,8}-([1-9]\d{3,5})\b/, 'is the code of another program: Twilio’s stand alone'],
  [/(?:^|, ?| )[A-Z]{2},? (\d{5})(?:-\d{4})?$|^(?:zip|postal|post)(?: ?code)?\W{0,3}(\d{5})(?:-\d{4})?$/im, 'is a ZIP code'],
  [
    /^\W*(?:order|invoice|ticket|case|job|build|customer|user|record|line|port|pid)\W*(?:no|number|id)?\W*(\d{4,9})$/i,
    'numbers something else',
  ],
];

/**
 * A text that calls its number something else than an error code: bytes, a process, another program's code, a ZIP code, an order.
 *
 * @param text one that names no error code
 * @returns what the number is, and where to go if it is meant as a code all the same; `undefined` where the text does not say
 */
export function otherNumberReading(text: string, knowledge: PastedKnowledge): Reading | undefined {
  for (const [pattern, what] of marks) {
    const found: readonly (string | undefined)[] = pattern.exec(text) ?? [];
    const number = found[1] ?? found[2];
    if (number === undefined) continue;
    const meant: Note = {
      text: `If ${number} is meant as an error code: ${titled(number, knowledge)}`,
      lead: { to: 'error', code: number },
    };
    return {
      kind: 'number',
      says: `${number} ${what}. It was not looked up as an error code`,
      sure: false,
      notes: [
        ...(knowledge.codes[number] === undefined ? [] : [meant]),
        { text: 'Tell what happened in your own words, or answer a few questions', lead: { to: 'guide', step: 'start' } },
      ],
    };
  }
  return undefined;
}
