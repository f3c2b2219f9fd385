/** Every step of the small guide under every pair of answers, as committed: where it opens, what it says was said, where its links lead. */
import { expect, test } from 'vitest';
import { arrive, follow, reconsider } from '../../../../src/guide/tree/arrival.ts';
import { isAhead, leadsTo } from '../../../../src/guide/tree/relations.ts';
import { smallGuide as guide } from './small-guide.ts';

const answers = [
  'have=status',
  'have=code',
  'have=unknown',
  'status=undelivered',
  'status=queued',
  'status=unknown',
  'code=30007',
  'code=30620',
  'code=30003.0',
  'code=99',
  'device=off',
  'device=unknown',
  'other=x',
  'changing=have',
  'changing=status',
  'changing=code',
];
/** Two answers to one question in either order: the first one counts. */
const queries = [
  '',
  ...answers,
  ...answers.flatMap((one, place) =>
    answers
      .slice(place + 1)
      .flatMap((two) => (one.split('=')[0] === two.split('=')[0] ? [`${one}&${two}`, `${two}&${one}`] : [`${one}&${two}`])),
  ),
];

const written = (record: Readonly<Record<string, string>>): string => new URLSearchParams(record).toString();
const place = ({ step, answers: carried }: { readonly step: string; readonly answers: Readonly<Record<string, string>> }): string =>
  `${step}?${written(carried)}`;

test.for(Object.keys(guide.steps))('%s', async (at) => {
  const opened = new Map<string, string[]>();
  for (const query of queries) {
    const arrival = arrive(guide, at, new URLSearchParams(query));
    const { changing, said, dropped } = arrival;
    const step = guide.steps[arrival.step];
    const events = step?.kind === 'outcome' ? step.next.map((next) => `go-${next}`) : (step?.answers ?? []).map(({ id }) => id);
    const told = [
      `${place(arrival)}${changing === undefined ? '' : `, asked anew: ${changing}`}`,
      ...said.map((one) => {
        const { fact, answer, label, short = '', step: asked, question, topic = '' } = one;
        return `  said ${fact}=${answer} "${label}" "${short}" at ${asked} "${question}" "${topic}", anew ${place(reconsider(arrival, one))}`;
      }),
      ...dropped.map(({ fact, answer, reason }) => `  dropped ${fact}=${answer}: ${reason}`),
      ...events.map((event) => `  ${event} -> ${place(follow(guide, arrival, event))}`),
    ].join('\n');
    const same = opened.get(told) ?? [];
    opened.set(told, [...same, query]);
  }
  const text = [...opened].map(([told, from]) => `${from.map((query) => `?${query}`).join(' ')}\n=> ${told}`).join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot(`../../../fixtures/guide/arrivals/${at}.txt`);
});

test('which answers can lead to a step, and which are still ahead of it', () => {
  const pairs = [
    'have=status',
    'have=unknown',
    'status=sent',
    'status=unknown',
    'code=30007',
    'code=30620',
    'code=30003',
    'device=off',
    'device=unknown',
  ];
  const lines = Object.keys(guide.steps).map((at) => {
    const of = (asked: typeof leadsTo): string =>
      pairs
        .filter((pair) => {
          const [fact = '', answer = ''] = pair.split('=');
          return asked(guide, at, fact, answer);
        })
        .join(' ');
    return `${at}: led by ${of(leadsTo)}; ahead ${of(isAhead)}`;
  });
  expect(lines).toMatchSnapshot();
});
