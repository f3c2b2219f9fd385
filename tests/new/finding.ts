import type { NewFiles } from './files.ts';

const camel = (id: string): string => id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const rule = (id: string): string => `import { howMany, say } from '../../report/sentence.ts';
import { rule } from '../rule.ts';
import { peopleFinding } from '../shared/people-finding.ts';
import { refusalsTable } from '../shared/refusals-table.ts';
import { refusalsBy } from '../shared/refusals.ts';

const ID = '${id}';
// TODO: the codes that make it, or none
const CODES = ['30007'];

const refusals = refusalsTable(ID, CODES);

/** TODO: what it finds, and why these limits. A finding that is not about people: trial-or-test/rule.ts, template-filtered/rule.ts. */
export const ${camel(id)} = rule({
  id: ID,
  codes: CODES,
  guide: 'TODO',
  needs: ['errorCode'],
  tables: [refusals],
  limits: { minFailures: 'count' },
  find(index, { limits, minHits }) {
    const table = index.get(refusals);
    const people = refusalsBy(table, CODES);
    return peopleFinding(
      { id: ID, codes: CODES, table, people, least: Math.max(limits.minFailures, minHits) },
      {
        severity: 'medium',
        confidence: 'medium',
        because: say\`TODO: why it is as sure as that.\`,
        label: 'TODO: what these people are',
        sentence: ({ messages, begun }) => say\`TODO: \${howMany(messages, 'message')}\${begun}.\`,
        evidence: () => [],
        action: 'check',
      },
    );
  },
});
`;

const page = `---
title: TODO
summary: 'TODO: one sentence of 20 to 200 characters.'
codes: [30007]
guide: TODO
doThis:
  - 'TODO: the smallest act first.'
settle: 'TODO: the one check outside the log that settles it.'
confusedWith:
  - finding: TODO
    how: 'TODO: how it is told apart, in one sentence. "code:" instead of "finding:", or neither.'
---

## What it means

TODO

## What to do

TODO

## How to be sure

TODO
`;

const rows = `import { usNumber } from '../../console-row.ts';
import { ordinary, refused, times, type FindingRows } from '../../finding-rows.ts';

export const rows: FindingRows = {
  // Just passes the limits.
  hit: [...ordinary, ...times(3, (n) => refused(n, { code: '30007' }))],
  // TODO: just fails one of them; say which.
  miss: [...ordinary, { to: usNumber(1), status: 'undelivered', code: '30007' }],
};
`;

/** The files of a finding. @param id lower case letters and hyphens */
export const findingFiles = (id: string): NewFiles => ({
  files: {
    [`src/analyzer/findings/${id}/rule.ts`]: rule(id),
    [`content/findings/${id}.mdx`]: page,
    [`tests/fixtures/findings/${id}/rows.ts`]: rows,
  },
  then: [
    `src/analyzer/findings/index.ts   one line in the list of rules`,
    `content/facts.yaml               its limits under thresholds`,
    `content/errors/<code>.mdx        "findings:" of each of its codes names ${id}`,
    `src/catalog/planned.ts           strike ${id}, if it stands there`,
    `node tests/fixtures/make-finding-logs.ts, then npx vitest run --config tests/vitest.config.ts tests/lockstep tests/unit/analyzer/findings`,
    '  its logs are compared with what is committed: the same with --update at the end writes that down, once it is what you meant',
  ],
});
