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
  [36_000, 37_999, 'Few codes begin with 36 or 37.'],
  [38_000, 39_999, 'No code of Twilio begins with 38 or 39.'],
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
