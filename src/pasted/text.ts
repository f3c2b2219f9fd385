import { segmentsOf } from './gsm.ts';
import type { Note, Reading } from './reading.ts';

/** Shorteners that many senders share; what content/errors/30007.mdx says of them holds for each.  */
const shorteners =
  /\b(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|buff\.ly|rebrand\.ly|cutt\.ly|shorturl\.at|rb\.gy|t\.ly|tiny\.cc)\b/i;
const link = /\b(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:com|net|org|io|co|ly|me|info|biz|xyz|link|app|gg|cc|us|uk)\/\S+/gi;
const optOut = /\b(?:stop|unsubscribe|opt[ -]?out|cancel|end|quit)\b/i;
const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|welcome|thanks?|thank you|reminder|alert|congratulations|hola|bonjour|hallo)\b/i;
const passcode = /\b(?:code|passcode|otp|pin)\b[^\d]{0,20}\b\d{4,8}\b|\b\d{4,8}\b is your\b/i;
/** Twilio refuses longer texts (21617). */
const LONGEST = 1_600;
const template = /\{\{\d+\}\}|\{[a-z_ ]*name\}|%name%|\[name\]/i;
const invitation =
  /\b(?:reply|text|txt)\s+(?:stop|help|yes|y|no|start|c)\b|\b\d{1,2} ?% off\b|\bshop now\b|\border now\b|\bappointment\b.*\b(?:at|on)\b|\byour (?:order|package|parcel|delivery|booking|table|account|balance|appointment|ride)\b/i;

/** How much speaks for a text that was or shall be sent. */
function likeness(text: string): number {
  return (
    Number(greeting.test(text)) +
    2 * Number(passcode.test(text)) +
    2 * Number(template.test(text)) +
    2 * Number(invitation.test(text)) +
    Number((text.match(link) ?? []).length > 0) +
    Number(/\p{Extended_Pictographic}/u.test(text)) +
    Number(text.length > 120) -
    // Nobody names it to those who get the texts.
    2 * Number(/\btwilio\b/i.test(text))
  );
}

/** What filters dislike in a text, each in a line; source: content/errors/30007.mdx. */
function dislikes(text: string): readonly string[] {
  const letters = text.replaceAll(/[^A-Za-z]/g, '');
  const capitals = letters.replaceAll(/[^A-Z]/g, '').length;
  return [
    ...(shorteners.test(text) ? ['A link shortener that everybody shares: carriers block those for all. Use a domain of your own.'] : []),
    ...(/https?:\/\/\d{1,3}(?:\.\d{1,3}){3}/.test(text) ? ['A link to a bare IP address.'] : []),
    ...(letters.length > 20 && capitals / letters.length > 0.6 ? ['Mostly capital letters.'] : []),
    ...(/[!?]{3,}|\${2,}/.test(text) ? ['Rows of “!!!” or “$$$”.'] : []),
    ...(/\b(?:free money|winner|won|claim|act now|risk[- ]free|guaranteed|loan|payday|crypto|casino|cbd|cannabis|viagra)\b/i.test(text)
      ? ['Words that many unwanted messages use, or of a kind of content that carriers forbid.']
      : []),
  ];
}

function encodingNotes(text: string): readonly Note[] {
  const { encoding, units, segments, forcing } = segmentsOf(text);
  const notes: Note[] = [
    {
      text: `${encoding}, ${String(units)} characters as they are counted, ${String(segments)} ${segments === 1 ? 'segment' : 'segments'}.`,
    },
  ];
  if (forcing.length === 0) return notes;
  const replaced = Array.from(text)
    .map((letter) => forcing.find(({ character }) => character === letter)?.instead ?? letter)
    .join('');
  const after = segmentsOf(replaced);
  const named = forcing
    .slice(0, 8)
    .map(({ character, instead }) => {
      const point = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      const shown = /[\s\p{Cf}]/u.test(character) ? point : `“${character}” (${point})`;
      return instead === undefined
        ? shown
        : `${shown}, instead ${instead === '' ? 'nothing' : instead === ' ' ? 'a plain space' : `“${instead}”`}`;
    })
    .join('; ');
  notes.push({ text: `What forces UCS-2: ${named}${forcing.length > 8 ? `, and ${String(forcing.length - 8)} more` : ''}.` });
  if (after.segments < segments)
    notes.push({
      text: `With the replacements: ${after.encoding}, ${String(after.segments)} ${after.segments === 1 ? 'segment' : 'segments'}.`,
    });
  return notes;
}

function contentNotes(text: string): readonly Note[] {
  const links = text.match(link) ?? [];
  return [
    ...(links.length > 0 ? [{ text: `${String(links.length)} ${links.length === 1 ? 'link' : 'links'} in it.` }] : []),
    ...(optOut.test(text)
      ? [{ text: 'It says how to opt out.' }]
      : [{ text: 'It does not say how to opt out. Marketing to the US has to: “Reply STOP to opt out”.' }]),
    ...dislikes(text).map((line) => ({ text: `What filters dislike: ${line}` })),
    { text: 'If a text like this is stopped, the guide narrows down what in it', lead: { to: 'guide', step: 'filtered' } },
  ];
}

/** Whether so much speaks for a text to be sent that it is hardly a complaint. */
export const isTextToSend = (text: string): boolean => text.length <= LONGEST && (passcode.test(text) || likeness(text) >= 3);

/**
 * A text that was or shall be sent.
 *
 * @param evenIf reads it so although little speaks for it: there is nothing else that it could be
 * @returns its segments, encoding, and what filters look at; `undefined` for what does not look like one
 */
export function textReading(text: string, evenIf = false): Reading | undefined {
  const body = text.trim();
  // Checked first: none of what follows is made for a text of any length.
  if (body.length > LONGEST) return undefined;
  const likely = likeness(body);
  const isProse = (body.match(/\p{L}{2,}/gu) ?? []).length > 1 && !/[{}<>;]\s*$|^\s*(?:at|File) /m.test(body);
  if (!isProse || (likely < 2 && !evenIf)) return undefined;
  return {
    kind: 'text',
    says: 'A text to be sent',
    sure: false,
    notes: [...encodingNotes(body), ...contentNotes(body)],
  };
}
