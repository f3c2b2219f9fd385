/** What the numbers of codes say by themselves; source: content/dictionary.json, which kind of code each range holds. */
const families: readonly (readonly [from: number, to: number, what: string])[] = [
  [10_000, 10_999, 'Codes that begin with 10 concern the account.'],
  [11_000, 11_999, 'Codes that begin with 11 come from fetching your webhook.'],
  [12_000, 12_999, 'Codes that begin with 12 come from reading TwiML.'],
  [13_000, 13_999, 'Codes that begin with 13 concern TwiML of calls.'],
  [14_000, 14_999, 'Codes that begin with 14 concern TwiML of messages.'],
  [15_000, 17_999, 'Codes that begin with 15 to 17 concern calls and conferences.'],
  [18_000, 19_999, 'Codes that begin with 18 and 19 concern the phone numbers of an account.'],
  [20_000, 20_999, 'Codes that begin with 20 are general answers of the API: account, credentials, limits.'],
  [21_000, 21_999, 'Codes that begin with 21 come from refused requests.'],
  [22_000, 23_999, 'Codes that begin with 22 and 23 concern the phone numbers and settings of an account.'],
  [30_000, 30_099, 'Codes 300xx come from delivery: the message was accepted and then failed.'],
  [30_100, 30_999, 'Codes 30xxx come from delivery, from link shortening and from registrations.'],
  [31_000, 34_999, 'Codes that begin with 31 to 34 concern voice, trunks, SIM cards and fax.'],
  [35_000, 35_999, 'Codes that begin with 35 concern scheduled and bulk messages.'],
  [36_000, 39_999, 'Twilio lists hardly any code from 36 to 39; 30xxx codes come from delivery.'],
  [40_000, 49_999, 'Codes that begin with 4 concern TaskRouter and Flex.'],
  [50_000, 52_999, 'Codes that begin with 50 to 52 concern Chat, Conversations and Notify.'],
  [53_000, 53_999, 'Codes that begin with 53 concern Video.'],
  [54_000, 54_999, 'Codes that begin with 54 concern Sync.'],
  [60_000, 61_999, 'Codes that begin with 60 concern Verify and Lookup.'],
  [63_000, 63_999, 'Codes that begin with 63 come from WhatsApp, RCS and other channels.'],
  [80_000, 84_999, 'Codes that begin with 80 to 84 concern Proxy, Studio, Functions and SIM cards.'],
];

/** What the family of a code is about, in a sentence; `undefined` for a number that is in none. */
export const familyOf = (code: string): string | undefined =>
  families.find(([from, to]) => Number(code) >= from && Number(code) <= to)?.[2];

/** Whether one slip of the hand makes one number of the other: a digit wrong, missing, too many, or two exchanged. */
function isSlip(one: string, other: string): boolean {
  if (one.length === other.length) {
    const differing = Array.from(one).flatMap((digit, at) => (digit === other[at] ? [] : [at]));
    const [first = 0, second = 0] = differing;
    return (
      differing.length === 1 ||
      (differing.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first])
    );
  }
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length - short.length !== 1) return false;
  return Array.from(long).some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}

/** Farther away a number is no neighbour. */
const NEAR = 500;

/**
 * The codes that were perhaps meant by a number that is none: a slip away, else the nearest numbers.
 *
 * @param codes codes that have a page, in any order
 * @returns at most four
 */
export function nearestCodes(number: string, codes: readonly string[]): readonly string[] {
  const distance = (code: string): number => Math.abs(Number(code) - Number(number));
  const byDistance = codes.toSorted((a, b) => distance(a) - distance(b));
  const slips = byDistance.filter((code) => isSlip(number, code));
  return (slips.length > 0 ? slips : byDistance.filter((code) => code.length === number.length && distance(code) < NEAR)).slice(
    0,
    slips.length > 0 ? 4 : 3,
  );
}
