import { address, howMany, ours, say, sequence, type Sentence } from '../../report/sentence.ts';
import { countryWithCode } from '../../words/country-name.ts';
import { withoutBidi } from '../../words/direction.ts';

/** Names said one by one; more would be no sentence. */
const SAID = 3;

/** "A", "A and B", "A, B, C and 4 more". */
function listed(names: readonly Sentence[]): Sentence {
  const said = names.slice(0, SAID);
  const more = names.length - said.length;
  const last = more > 0 ? undefined : said.at(-1);
  if (last !== undefined && said.length > 1) return say`${sequence(said.slice(0, -1), ', ')} and ${last}`;
  return more > 0 ? say`${sequence(said, ', ')} and ${more} more` : sequence(said);
}

/** "France (FR), Spain (ES), Italy (IT) and 4 more". */
export const countriesListed = (countries: readonly string[]): Sentence =>
  listed(countries.map((country) => ours(countryWithCode(country))));

/** The same of senders; one that the log does not name is "an unnamed sender". */
export const sendersListed = (senders: readonly string[]): Sentence =>
  listed(senders.map((sender) => (withoutBidi(sender) === '' ? say`an unnamed sender` : [address(sender)])));

/** "+1 202 …", or "3 senders (A, B and C)". */
export const sendersSaid = (senders: readonly string[]): Sentence =>
  senders.length === 1 ? sendersListed(senders) : say`${howMany(senders.length, 'sender')} (${sendersListed(senders)})`;
