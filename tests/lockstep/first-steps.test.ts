import { expect, test } from 'vitest';
import { errors } from '../content.ts';

/** Parameters of the requests that make messages, the scheduled and the many-at-once kind too, and of those that set up or register senders. */
const parameters: ReadonlySet<string> = new Set(
  `To From Body MediaUrl MessagingServiceSid ContentSid ContentVariables StatusCallback StatusCallbackEvent ValidityPeriod SendAt ScheduleType
  FallbackFrom MaxPrice MaxRate ContentRetention AddressRetention DltPEId DltTemplateId InvoiceTag Messages Attributes
  FallbackUrl SmsUrl messagingRegion UsAppToPersonUsecase TollfreePhoneNumberSid
  BusinessName BusinessWebsite BusinessContactEmail BusinessRegistrationNumber MessageVolume UseCaseCategories UseCaseSummary
  ProductionMessageSample OptInType OptInImageUrls HelpMessage PrivacyPolicyUrl TermsAndConditionsUrl`.split(/\s+/),
);

const section = (body: string, heading: string): string =>
  new RegExp(`^## ${heading}\\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(body)?.[1] ?? '';
/** The parameters that stand as code in a text: `To`, also with a value, `Status=canceled`. */
const asCode = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/`([A-Za-z]+)(?:=[^`]*)?`/g)].flatMap(([, name = '']) => (parameters.has(name) ? [name] : [])));
/** The parameters that Twilio's title names: 'To', "From", ContentSid; "from" in a sentence is none. */
const inTitle = (title: string): readonly string[] =>
  [...title.matchAll(/['"`]([A-Za-z]+)['"`]|\b([A-Z][a-z]+[A-Z]\w+)\b/g)].flatMap(([, quoted = '', joined = '']) =>
    [quoted, joined].filter((name) => parameters.has(name)),
  );

/** Pages whose cause lies in the request as it was written, so that an engineer looks for a name. */
const ofRequest = errors.filter(
  ({ data }) => data.stage === 'api-request' || ['request-invalid', 'configuration', 'registration'].includes(data.category),
);
const named = (page: (typeof errors)[number]): ReadonlySet<string> =>
  new Set([...inTitle(page.data.title), ...(ofRequest.includes(page) ? asCode(section(page.body, 'What it means')) : [])]);
const firstStep = (body: string): string => /^(?:1\.|-) .*(?:\n {2,}.*)*/m.exec(section(body, 'Fix it'))?.[0] ?? '';

/** Refused requests at which the address, the region, the state of the account or an unnamed field is at fault. */
const aboutNone: ReadonlySet<string> = new Set(
  // The old address, the subject line, cancelling, the region, the count of scheduled messages, the name of a trial's template.
  ['21605', '21652', '30028', '30400', '30404', '30409', '30700', '35125', '572006'],
);

const pages = errors
  .map((page) => ({ name: page.name, first: firstStep(page.body), parameters: named(page) }))
  .filter((page) => page.parameters.size > 0);

test('a page about a parameter names it as code in the first step of "Fix it"', () => {
  expect(pages.length).toBeGreaterThanOrEqual(110);
  const silent = pages.filter((page) => [...page.parameters].every((name) => !new RegExp(`\`${name}[\`=]`, 'i').test(page.first)));
  expect(silent.map(({ name, first, parameters: wanted }) => `${name} (${[...wanted].join(', ')}): ${first}`)).toEqual([]);
});

test('each of the parameters is at fault on some page', () => {
  const atFault = new Set(pages.flatMap((page) => [...page.parameters]));
  expect([...parameters].filter((name) => !atFault.has(name))).toEqual([]);
});

test('the page of a refused request names its parameter under "What it means", or is known to be about none', () => {
  const refused = ofRequest.filter(({ data }) => data.stage === 'api-request');
  expect(refused.length).toBeGreaterThanOrEqual(84);
  expect(new Set(refused.filter((page) => named(page).size === 0).map(({ name }) => name))).toEqual(aboutNone);
});
