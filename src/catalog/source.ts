import type { ErrorEntry } from './error-schema.ts';

/** Twilio's list of all codes with their titles: what a page cites when nothing but the title was read. */
export const codeIndexUrl = 'https://www.twilio.com/docs/api/errors';

/** The code whose page an address is ("30007"), in HTML or Markdown; `undefined` for any other address. */
export const codeOfSource = (url: string): string | undefined =>
  /^https:\/\/www\.twilio\.com\/docs\/api\/errors\/(\d+)(?:\.md)?$/.exec(url)?.[1];

/** How much of Twilio a page stands on: the code's own page, its title in the list of codes, or a mention on another page. */
export function readingOf({ code, sources }: Pick<ErrorEntry, 'code' | 'sources'>): 'page' | 'title' | 'mention' {
  if (sources.some(({ url }) => codeOfSource(url) === String(code))) return 'page';
  return sources.some(({ url }) => url === codeIndexUrl) ? 'title' : 'mention';
}

/** What a reader must know of a page that stands on less than the code's own page; `undefined` where it was read. */
export function readingNote(entry: Pick<ErrorEntry, 'code' | 'sources'>): string | undefined {
  switch (readingOf(entry)) {
    case 'page':
      return undefined;
    case 'title':
      return "Known by its title: Twilio's own page for this code was not read. What stands here beyond the title is drawn from kindred codes and from practice.";
    case 'mention':
      return "Known by a mention: Twilio's page of another code names this one. Neither its own page nor its exact title was read; the title above is ours.";
  }
}

const publishers: readonly (readonly [test: RegExp, publisher: string])[] = [
  [/^www\.twilio\.com\/docs\/api\/errors/, 'Twilio, error codes'],
  [/^help\.twilio\.com\//, 'Twilio, help centre'],
  [/^www\.twilio\.com\/en-us\/changelog/, 'Twilio, change log'],
  [/^www\.twilio\.com\/docs\//, 'Twilio, documentation'],
  [/^www\.twilio\.com\/[^/]+\/guidelines\//, 'Twilio, country guidelines'],
  [/^github\.com\/openai\/plugins\//, "Twilio's skills for assistants, on GitHub"],
  [/^github\.com\/department-of-veterans-affairs\//, 'US Department of Veterans Affairs, on GitHub'],
  [/^github\.com\/twilio\//, 'Twilio, on GitHub'],
  [/^(?:gist\.)?github\.com\//, 'GitHub'],
  [/^(?:support|developer)\.apple\.com\//, 'Apple'],
  [/^support\.google\.com\//, 'Google, help'],
  [/^(?:www|support)\.t-mobile\.com\//, 'T-Mobile US'],
  [/^www\.metrobyt-mobile\.com\//, 'Metro by T-Mobile'],
  [/^www\.verizonwireless\.com\//, 'Verizon'],
  [/^(?:www|about)\.att\.com\//, 'AT&T'],
  [/^docs\.fcc\.gov\//, 'US Federal Communications Commission'],
  [/^www\.imda\.gov\.sg\//, 'IMDA, Singapore'],
  [/^developers\.telnyx\.com\//, 'Telnyx, documentation'],
  [/^www\.infobip\.com\//, 'Infobip, documentation'],
  [/^community\.sinch\.com\//, 'Sinch, community'],
  [/^support\.messagemedia\.com\//, 'MessageMedia, help'],
  [/^(?:www\.npmjs\.com|app\.unpkg\.com)\//, 'npm'],
];

/** Last parts of an address that say nothing to a reader. */
const bare = /^(?:SKILL\.md|index\.html?|\d+)$/i;

/** Pages that a number names, by what stands before it. */
const numbered: readonly (readonly [path: RegExp, words: string])[] = [
  [/^\/([^/]+\/[^/]+)\/issues\/(\d+)$/, 'issue $2 of $1'],
  [/^\/([^/]+\/[^/]+)\/tree\/[\da-f]{7,40}$/, '$1'],
  [/^\/([\w-]+)\/[\da-f]{32}$/, 'gist of $1'],
  [/\/articles\/(\d+)$/, 'article $1'],
  [/\/article\/\w+\/(KM\d+)\/$/, 'article $1'],
  [/^\/\w\w-\w\w\/(\d+)$/, 'article $1'],
  [/\/pages\/(\d+)$/, 'page $1'],
  [/\/guidelines\/(\w+)\/sms$/, 'SMS in $1'],
  [/^\/[^/]+\/changelog$/, 'list of changes'],
  [/^\/showthread\.php$/, 'thread of a forum'],
];

/** The last telling part of a path as words: "/docs/messaging/api/message-resource.md" is "message resource". */
function wordsOfPath(path: string): string {
  const number = numbered.find(([form]) => form.test(path));
  if (number !== undefined) return (number[0].exec(path)?.[0] ?? '').replace(number[0], number[1]);
  const last = path.split('/').findLast((part) => part !== '' && !bare.test(part)) ?? '';
  const words = last
    .replace(/\.(?:md|html?|php|py|ts)$/, '')
    .replace(/^\d+-/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
  return words === '' ? 'front page' : words;
}

/**
 * Whose page a source is and which, as a reader would say it; nothing is fetched for it.
 *
 * @param url an absolute address
 * @returns publisher and name, such as "Twilio, error codes" and "30007"; a host and words of the path for others
 */
export function nameSource(url: string): { readonly publisher: string; readonly name: string } {
  const { hostname, pathname } = new URL(url);
  const publisher = publishers.find(([test]) => test.test(hostname + pathname))?.[1] ?? hostname.replace(/^www\./, '');
  if (url === codeIndexUrl) return { publisher, name: 'list of all titles' };
  const code = codeOfSource(url);
  if (code !== undefined) return { publisher, name: `page of ${code}${url.endsWith('.md') ? ', Markdown copy' : ''}` };
  const article = /^\/articles\/(\d+)/.exec(pathname)?.[1];
  if (article !== undefined && hostname === 'help.twilio.com') return { publisher, name: articles.get(article) ?? `article ${article}` };
  return { publisher, name: wordsOfPath(pathname) };
}

/** Titles of the help-centre articles we cite; their addresses carry a number only. */
const articles: ReadonlyMap<string, string> = new Map([
  ['27502337507483', 'failed message processing fees'],
  ['223181728', 'charges when a message meets an error'],
  ['223181868', 'troubleshooting undelivered messages'],
  ['21923437804315', 'visibility of refused requests'],
  ['223134027', 'opt-out keywords'],
  ['360058144374', 'opt-out keywords on toll-free numbers'],
  ['223181748', 'opt-out keywords on short codes'],
  ['360045004974', 'forbidden message categories, US and Canada'],
  ['360044308153', 'API answer 429'],
  ['360024008153', 'WhatsApp limits and quality rating'],
  ['19622397178139', 'A2P number registration'],
  ['1260804800549', 'A2P limits by trust score'],
]);
