import { lifecycleMachine } from '../../src/guide/lifecycle/choices.ts';
import { dictionary, errors, facts, families, findings, steps } from '../content.ts';

interface Text {
  readonly name: string;
  readonly text: string;
}

/** Bodies of the pages about codes, families and findings. */
export const pageTexts: readonly Text[] = [...errors, ...families, ...findings].map(({ name, body }) => ({ name, text: body }));

/** Every text that may state a fact: those, and the steps of the guide with their lines. */
export const allTexts: readonly Text[] = [
  ...pageTexts,
  ...steps.map(({ name, data, body }) => ({
    name: `guide/${name}`,
    text: [body, ...(data.kind === 'outcome' ? [...data.doNow, ...data.prevent] : [])].join('\n'),
  })),
];

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const units = 'MB|kB|seconds|minutes|hours|days|characters|segments|numbers|%';
const words = 'two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|thirty';
const figure = new RegExp(
  `\\b\\d{1,2} (?:${months}) 20\\d\\d\\b|(?<![\\d.,+])\\d[\\d,.]* (?:${units})(?![a-z])|\\b(?:${words}) (?:hours|numbers|days)\\b`,
  'g',
);

/** Figures that pages share by chance or by nature, each with the reason why it is no fact of facts.yaml. */
const ordinary: Readonly<Record<string, string>> = {
  '34 characters': 'the length of a SID, part of its form',
  '32 characters': 'the length of a hex string, part of its form',
  '24 hours': 'a day; where it is a limit of its own the page quotes that fact',
  '36,000 seconds': 'queue-limit in the unit of the parameter',
  '160 characters': 'the limit of a retired endpoint; of a segment: segment-length',
  '30 seconds': 'three things that have nothing to do with each other',
  '10 minutes': 'advice and estimates about different things',
  '5 MB': 'quoted from a page of Twilio whose figure is the subject of the sentence',
  '15 minutes': 'the older near end of schedule-window, told as history',
  '10 %': 'an example and a tolerance',
  '20 %': 'examples',
  '30 days': 'different things; of a trial: trial-length',
  '5 seconds': 'half of webhook-timeout, told for each attempt',
  '8 seconds': 'an example of growing pauses',
  '1 April 2025': "Meta's pause for US numbers; of templates: body-templates-ended",
  'two numbers': 'the two ends of a conversation',
  'four hours': 'an example; of an upgrade: trial-upgrade-delay',
  'two days': 'an example and a threshold of a finding',
  'three days': 'an estimate of ours',
  '35 days': 'the far end of schedule-window',
};

/** Figures that two pages or more state by hand although they are neither quoted from facts.yaml nor ordinary. */
export function repeatedFigures(texts: readonly Text[]): readonly string[] {
  const pages = new Map<string, Set<string>>();
  for (const { name, text } of texts) {
    for (const [found] of text.replaceAll(/<Fact [^>]*>|\{fact [^}]*\}/g, '').matchAll(figure)) {
      pages.set(found, (pages.get(found) ?? new Set()).add(name));
    }
  }
  return [...pages]
    .filter(([found, names]) => names.size > 1 && !Object.hasOwn(ordinary, found))
    .map(([found, names]) => `"${found}" on ${[...names].join(', ')}: make it a fact and quote it`);
}

/** Sentences of one subject whose figure facts.yaml has; a sentence that tells history says so by one of these words. */
const history = /older|old |before|until|earlier|copies|copy|still|used to|was |announced|newer|history/i;
const claims: readonly { readonly fact: string; readonly about: RegExp; readonly figure: RegExp; readonly right: readonly string[] }[] = [
  {
    fact: 'queue-limit',
    about: /validity period|ValidityPeriod|queue/i,
    figure: /\b(\d[\d,]{3,}) seconds|\b(\d+) hours/g,
    right: ['36,000', '36000', '10'],
  },
  { fact: 'failed-fee', about: /fee/i, figure: /US\$(0\.\d+)/g, right: ['0.001'] },
  { fact: 'schedule-window', about: /schedul|SendAt/i, figure: /\b(\d+) (?:minutes|days)/g, right: ['5', '35'] },
  { fact: 'failed-fee-exempt', about: /exempt/i, figure: /\b(\d+) codes/g, right: ['19'] },
  { fact: 'whatsapp-window', about: /WhatsApp.*(?:window|last message)/i, figure: /\b(\d+) hours/g, right: ['24'] },
  { fact: 'text-limit', about: /longest text|too long/i, figure: /\b(1,\d{3}) characters/g, right: ['1,600'] },
  {
    fact: 'toll-free-pending-blocked',
    about: /toll-free.*pending|pending.*toll-free/i,
    figure: /(\d{1,2} January 20\d\d)/g,
    right: ['31 January 2024'],
  },
];

/** Sentences that state another figure than the fact of their subject, and claims about facts that are not there. */
export function contradictedFacts(texts: readonly Text[]): readonly string[] {
  const missing = claims.filter(({ fact }) => facts.facts[fact] === undefined).map(({ fact }) => `no fact "${fact}"`);
  const wrong = texts.flatMap(({ name, text }) =>
    text.split(/(?<=[.?!])\s+|\n/).flatMap((sentence) =>
      history.test(sentence)
        ? []
        : claims
            .filter(({ about }) => about.test(sentence))
            .flatMap(({ fact, figure: form, right }) =>
              [...sentence.matchAll(form)]
                .map(([, first, second]) => first ?? second ?? '')
                .filter((value) => !right.includes(value))
                .map((value) => `${name} says ${value}, ${fact} says ${right.join(' or ')}: ${sentence.trim().slice(0, 90)}`),
            ),
    ),
  );
  return [...missing, ...wrong];
}

/** Pages whose words and fields, or whose fields and the lifecycle, disagree about how a message ends or what it costs. */
export function contradictedPages(): readonly string[] {
  const pages = new Map(errors.map(({ data }) => [String(data.code), data]));
  const listed = facts.facts['failed-fee-exempt']?.value;
  const exempt: readonly string[] = Array.isArray(listed) ? listed : [];
  const inWords = errors.flatMap(({ name, data, body }) => {
    const meaning = /## What it means\n([\s\S]*?)(?:\n## |$)/.exec(body)?.[1] ?? '';
    const ends = [...meaning.matchAll(/\bends? (?:up )?as `(failed|undelivered|delivered)`/g)].map(([, status]) => status ?? '');
    const faults = data.statuses.length === 0 ? [] : ends.filter((status) => data.statuses.every((known) => known !== status));
    return [
      ...faults.map((status) => `${name}: the text says it ends as ${status}, the fields say ${data.statuses.join(', ')}`),
      ...(data.billing === 'exempt' && !exempt.includes(name) ? [`${name}: exempt by its page and not by facts.yaml`] : []),
    ];
  });
  const inLifecycle = Object.keys(lifecycleMachine.states).flatMap((state) => {
    const [, status = '', code = ''] = /^(failed|undelivered)-(\d{5})$/.exec(state) ?? [];
    const page = pages.get(code);
    if (code === '' || page === undefined || page.statuses.some((known) => known === status)) return [];
    return [`${code}: ${status} in the lifecycle, ${page.statuses.join(', ') || 'no status'} on its page`];
  });
  return [...inWords, ...inLifecycle];
}

/** Codes that content/dictionary.json and the pages tell differently. */
export function contradictedTitles(): readonly string[] {
  const pages = new Map(errors.map(({ data }) => [data.code, data]));
  const both = dictionary
    .filter(({ code }) => pages.has(code))
    .map(({ code, title }) => {
      const page = pages.get(code);
      return page?.title === title
        ? `${String(code)}: in the dictionary beside its page`
        : `${String(code)}: "${title}" in the dictionary, "${page?.title ?? ''}" on its page`;
    });
  const titles = new Map(errors.map(({ data }) => [data.title, data.code]));
  const taken = errors.flatMap(({ name, data }) =>
    data.formerTitles.filter((title) => title === data.title).map((title) => `${name}: was called "${title}" before and still is`),
  );
  const handed = dictionary
    .filter(({ title, product }) => titles.has(title) && product === 'Programmable Messaging')
    .map(({ code, title }) => `${String(code)}: a messaging code without a page has the title of ${String(titles.get(title))}, "${title}"`);
  return [...both, ...taken, ...handed];
}
