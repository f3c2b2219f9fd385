import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { countryOf, UNKNOWN_COUNTRY } from '../analyzer/message/country.ts';
import { senderKind } from '../analyzer/message/sender-kind.ts';
import type { Note, Reading } from './reading.ts';

const form = /^(?:(?:tel|sms|whatsapp|to|from|phone|number)[:=]\s*)?["'(<]*(\+?[\d\s().\u00a0/-]{5,24})["')>]*$/i;

const refused = (why: string, code: string): Note => ({ text: `${why} Twilio refuses it with ${code}`, lead: { to: 'error', code } });

/**
 * ISO 3166-1 alpha-2 -> name. Written down when the site is built: asking a browser for its first name of a country (`Intl.DisplayNames`)
 * takes a slow phone a tenth of a second.
 */
export type CountryNames = Readonly<Record<string, string>>;

/** What a number in international form is, and what is wrong with it. */
function international(digits: string, names: CountryNames): readonly Note[] {
  const number = `+${digits}`;
  const country = countryOf(Number(digits));
  if (digits.startsWith('0')) return [refused('No country code begins with 0. After “+” the country code follows at once.', '21211')];
  if (digits.length > 15) return [refused(`It has ${String(digits.length)} digits; no number has more than 15.`, '21211')];
  if (country === UNKNOWN_COUNTRY) return [refused('It begins with no country code, or with an area code that does not exist.', '21211')];
  const parsed = parsePhoneNumberFromString(number);
  const where = names[country] ?? country;
  const tollFree = senderKind(number) === 'toll-free';
  const right = parsed === undefined || parsed.number === number ? undefined : parsed.number;
  const length = parsed?.isPossible() !== false && (country !== 'US' && country !== 'CA' ? true : digits.length === 11);
  return [
    {
      text: `${tollFree ? 'A toll-free number' : 'A number'} of ${where}${length && right === undefined ? ', in the form Twilio wants (E.164)' : ''}.`,
    },
    ...(length ? [] : [refused(`Its length is wrong for ${where}.`, '21211')]),
    ...(right === undefined ? [] : [{ text: `Written right it is ${right}: a 0 after the country code does not belong there.` }]),
    ...(tollFree
      ? [
          {
            text: 'Toll-free numbers seldom receive texts, and one that sends to the US has to be verified',
            lead: { to: 'error', code: '30032' } as const,
          },
        ]
      : []),
    {
      text: 'Whether it is a mobile, and who its carrier is, cannot be seen in the digits. A landline is refused with 21614 or fails with 30006',
      lead: { to: 'error', code: '30006' },
    },
  ];
}

/** What a number without "+" lacks. */
function national(digits: string): readonly Note[] {
  if (/^0011\d{8,}$|^00[1-9]\d{7,}$/.test(digits))
    return [
      { text: `00 is what a phone dials; the API wants +: +${digits.replace(/^00(?:11)?/, '')}` },
      refused('Written with 00 it is no number.', '21211'),
    ];
  if (/^[2-9]\d{2}[2-9]\d{6}$/.test(digits))
    return [
      { text: `Ten digits without a country code. If it is a US or Canadian number, write +1${digits}.` },
      refused('Without the country code it can be taken for another country’s.', '21211'),
    ];
  if (/^1[2-9]\d{9}$/.test(digits)) return [{ text: `The country code is there, the + is missing: +${digits}` }];
  if (digits.startsWith('0'))
    return [
      {
        text: 'A number as it is dialled inside its country: leave out the 0 and put + and the country code in front (+44 7700 900123, not 07700 900123).',
      },
      refused('As it stands it belongs to no country.', '21211'),
    ];
  if (countryOf(Number(digits)) !== UNKNOWN_COUNTRY && digits.length > 9)
    return [
      { text: `If it begins with its country code, only the + is missing: +${digits}` },
      refused('Without “+” it can be taken for a national number.', '21211'),
    ];
  return [refused('Without “+” and country code it belongs to no country.', '21211')];
}

/**
 * A phone number alone.
 *
 * @returns whether it is written as the API wants it, its country and kind, and what Twilio would answer; `undefined` for anything else
 */
export function phoneReading(text: string, names: CountryNames): Reading | undefined {
  const match = form.exec(text.trim());
  const raw = match?.[1]?.trim() ?? '';
  const digits = raw.replaceAll(/\D/g, '');
  if (match === null || digits.length < 7 || digits.length > 20 || /^\d{4}-\d{2}-\d{2}/.test(raw)) return undefined;
  const isInternational = raw.startsWith('+');
  if (!isInternational && digits.length < 9 && !/[\s().-]/.test(raw)) return undefined;
  const country = isInternational ? countryOf(Number(digits)) : UNKNOWN_COUNTRY;
  return {
    kind: 'phone',
    says: `A phone number${country === UNKNOWN_COUNTRY ? '' : `, ${names[country] ?? country}`}`,
    sure: false,
    notes: [
      ...(isInternational ? international(digits, names) : national(digits)),
      {
        text: 'What became of a message to it stands in the log: search the log for the number, and paste the row here',
        lead: { to: 'guide', step: 'find-the-log' },
      },
    ],
  };
}
