import { codeIndexUrl, codeOfSource, readingOf } from '../../src/catalog/source.ts';
import { errors, facts, findings } from '../content.ts';

interface Source {
  readonly id: string;
  readonly url: string;
}

/** What the id of a source promises, and the addresses that keep it. One kind has one form of id, in both directions. */
const kinds: readonly { readonly id: RegExp; readonly url: RegExp; readonly name: string }[] = [
  {
    name: 'page of a code: twilio-<code>',
    id: /^twilio-\d+(?:-[a-z0-9-]+)?$/,
    url: /^https:\/\/www\.twilio\.com\/docs\/api\/errors\/\d+(?:\.md)?$/,
  },
  { name: 'list of all titles: code-index', id: /^code-index$/, url: new RegExp(`^${codeIndexUrl}$`) },
  { name: 'help-centre article: …-article', id: /-article$/, url: /^https:\/\/help\.twilio\.com\/articles\/\d+$/ },
  { name: 'change log: changelog-…', id: /^changelog-/, url: /^https:\/\/www\.twilio\.com\/en-us\/changelog/ },
  { name: "skill of Twilio's: …-skill", id: /-skill$/, url: /^https:\/\/github\.com\/openai\/plugins\// },
];

/** Addresses that will lead elsewhere one day: moved, unpinned, or of a host that redirects. */
const unfit: readonly { readonly url: RegExp; readonly why: string }[] = [
  { url: /^http:/, why: 'no TLS' },
  { url: /^https:\/\/support\.twilio\.com\//, why: 'moved to help.twilio.com/articles/<id>' },
  { url: /^https:\/\/twilio\.com\//, why: 'write www.twilio.com' },
  { url: /^https:\/\/github\.com\/[^/]+\/[^/]+\/?$/, why: 'a whole repository is no source; cite the file at a commit' },
  { url: /^https:\/\/github\.com\/[^/]+\/[^/]+\/(?:blob|tree)\/(?![0-9a-f]{7,40}\/)/, why: 'not pinned to the commit that was read' },
];

/** What is wrong with one source, in words; nothing for a good one. */
export function faultsOf({ id, url }: Source): readonly string[] {
  const faults = unfit.filter((rule) => rule.url.test(url)).map(({ why }) => why);
  for (const kind of kinds) {
    if (kind.id.test(id) !== kind.url.test(url)) faults.push(`id and address are of two kinds (${kind.name})`);
  }
  const code = codeOfSource(url);
  if (code !== undefined && !new RegExp(`^twilio-${code}(?:-|$)`).test(id)) faults.push(`the address is the page of ${code}`);
  return faults;
}

/** Every source of a page, a fact or a finding that claims to have been read and cannot have been, as "30007 twilio-30007: what is wrong". */
export const sourceFaults = (): readonly string[] => [
  ...errors.flatMap(({ name, data }) => data.sources.flatMap((one) => faultsOf(one).map((fault) => `${name} ${one.id}: ${fault}`))),
  ...findings.flatMap(({ name, data }) => data.sources.flatMap((one) => faultsOf(one).map((fault) => `${name} ${one.id}: ${fault}`))),
  ...Object.entries(facts.facts).flatMap(([id, fact]) =>
    fact.sources.flatMap((one) => faultsOf(one).map((fault) => `${id} ${one.id}: ${fault}`)),
  ),
  ...errors.flatMap(({ name, data }) => {
    const reading = readingOf(data);
    if (reading === 'mention' && data.sources.every(({ url }) => codeOfSource(url) === undefined)) {
      return [`${name}: cites neither its own page, nor the list of titles, nor the page that mentions it`];
    }
    return reading === 'page' && data.sources.some(({ url }) => url === codeIndexUrl)
      ? [`${name}: cites its own page and its title alone`]
      : [];
  }),
];
