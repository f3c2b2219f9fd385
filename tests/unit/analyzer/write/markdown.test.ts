import { expect, test } from 'vitest';
import { plain } from '../../../../src/analyzer/write/markdown-sentence.ts';
import { reportMarkdown } from '../../../../src/analyzer/write/markdown.ts';
import type { Finding, Report } from '../../../../src/analyzer/report/report.ts';
import { address, quote, say, type Sentence } from '../../../../src/analyzer/report/sentence.ts';
import { troubled } from '../../islands/report-fixture.ts';

const wording = {
  knowledge: { attention: 0.02, codes: {} },
  words: {
    'dead-number': {
      title: 'Numbers that | do not exist',
      doThis: ['Take them off the list.', 'Ask for <new> ones.'],
      settle: 'A call to *one* of them.',
      confusedWith: [
        { code: 30003, how: 'A phone that is off answers again later.' },
        { how: 'Numbers that were typed wrong.' },
        { finding: 'dead-number', how: 'Say so.' },
        { finding: 'landline', how: 'A desk.' },
      ],
    },
  },
  timeZone: 'UTC',
};

/** The report with its first finding changed. */
function withFinding(change: Partial<Finding>): Report {
  const [finding] = troubled.findings;
  if (finding === undefined) throw new Error('the fixture has a finding');
  return { ...troubled, findings: [{ ...finding, ...change }] };
}

/** The report from a file of that name, with that notice. */
function withSource(name: string, notice: Sentence): Report {
  const [source] = troubled.sources;
  if (source === undefined) throw new Error('the fixture has a source');
  return { ...troubled, sources: [{ ...source, name, notices: [{ id: 'duplicates', count: 12, lines: [4, 9], text: notice }] }] };
}

test('Markdown for pasting holds no whole number and no account', () => {
  const account = `AC${'a'.repeat(32)}`;
  const text = reportMarkdown(
    withSource(`sms-log-${account}_2025-08-14.csv`, say`${address('(303) 555-0107')} of ${{ name: account }} was skipped.`),
    wording,
  );
  expect(text).toContain('# Message log report: sms-log-AC…＿2025-08-14.csv\n');
  expect(text).toContain('+1415•••••00 is not in an approved');
  expect(text).toContain('- (303) 5••-••07 of AC… was skipped. (lines 4, 9, …)');
  expect(text).not.toMatch(/\d{9}|AC[0-9a-f]{32}/);
});

test('a finding comes with its title, how sure it is, how many messages it touches, and what to do', () => {
  expect(reportMarkdown(troubled, wording)).toContain(`## Fix first

1. **unregistered us sender** (critical, high confidence, 311 messages)
   +1415•••••00 is not in an approved A2P campaign: all 311 of its US messages since 2025-08-15 21:05 UTC were refused.
   - Figures: 311 refused as unregistered · 311 of its US messages since then · 0 from other senders
   - Cost: 2.31 USD billed, about 0.144 USD in fees for failed messages, 2 messages whose fee no source settles, 11 messages without a price
   - How sure: The code says so since 2025-08-15 21:05 UTC.
2. **Numbers that ｜ do not exist** (medium, medium confidence, 135 messages)
   31 numbers no longer exist: 135 of 135 messages to them failed on two days or more.
   - Figures: 31 numbers
   - Take them off the list.
   - Ask for ＜new＞ ones.
   - How sure: The pattern says so.
   - Or: 30003: A phone that is off answers again later.
   - Or: Numbers that were typed wrong.
   - Or: Numbers that ｜ do not exist: Say so.
   - Or: landline: A desk.
   - To settle it: A call to ＊one＊ of them.

## What to do per code

- 30034: 311 did not arrive (all explained above). Who acts: you. Resend: only after a fix. First: Look the number up.
- 30005: 135 did not arrive (100 explained above). Who acts: the recipient or you. Resend: no, it will fail again.
- 99999: 9 did not arrive. Resend: not documented.

## Lists of numbers

- Stop texting: 2 numbers, 5 messages
- Send again: 2 numbers, 2 messages, 1 of them only after a fix

## Not judged

- The log has no times. quiet hours.

## By category

| Category | Messages | Share of all messages |
| --- | ---: | ---: |
`);
});

test('every code and category has its row, and a log without codes has no table of them', () => {
  const text = reportMarkdown(troubled, { ...wording, knowledge: { attention: 0.02, codes: { 30005: { title: 'Unknown | gone' } } } });
  expect(text).toMatch(/^\| 30005 \| Unknown ｜ gone \| [\d,]+ \| 31 \|$/m);
  expect(text).toContain('| 99999 | not in the dictionary | 9 | 9 |');
  expect(text.match(/ \|$/gm)).toHaveLength(troubled.byCategory.length + troubled.byErrorCode.length + 4);
  expect(reportMarkdown({ ...troubled, byErrorCode: [] }, wording)).not.toContain('## By error code');
});

test('times are told in the zone asked for', () => {
  const text = reportMarkdown(troubled, { ...wording, timeZone: 'America/Sao_Paulo' });
  expect(text).toContain('2025-08-14 06:02 UTC−3 – 2025-08-16 05:41 UTC−3');
  expect(text).toContain('since 2025-08-15 18:05 UTC−3 were refused');
});

test('text of a log cannot become markup, a link or a mention, or turn the direction of writing', () => {
  const evil = '<img src=x> [a](javascript:b) \u202Eevil | `x` &lt;b&gt; https://a.example www.a.example @all\n# head';
  const text = reportMarkdown(withFinding({ sentence: say`${address(evil)} and ${{ name: evil }}` }), wording);
  const harmless = '＜img src=x＞ ［a］(javascript:b)  evil ｜ ｀x｀ ＆lt;b＆gt; https：//a.example www．a.example ＠all ＃ head';
  expect(text).toContain(`   ${harmless} and ${harmless}\n`);
});

test('what cannot be seen neither gets in nor hides a number', () => {
  const text = reportMarkdown(
    withSource('a\u200B\u2066\u061C\u0007.csv', say`${address('+1303\u200B555\u00AD0117')} was skipped.`),
    wording,
  );
  expect(text).toContain('+1303 ••• ••17 was skipped.');
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('a text that a finding quotes is left out, and nothing else for it', () => {
  for (const template of ['Hello [name] $&', 'e']) {
    const text = reportMarkdown(withFinding({ sentence: say`The text ${quote(template)} is filtered.`, subject: { template } }), wording);
    expect(text).toContain('   The text “…” is filtered.\n');
  }
});

test('a sign that acts only at the begin of a line or at the edge of a word is left alone elsewhere', () => {
  expect(plain('- a')).toBe('－ a');
  expect(plain('+ a')).toBe('＋ a');
  expect(plain('===')).toBe('＝＝＝');
  expect(plain('a - b + c = d')).toBe('a - b + c = d');
  expect(plain('12. a')).toBe('12． a');
  expect(plain('3) a')).toBe('3） a');
  expect(plain('at 12. a')).toBe('at 12. a');
  expect(plain('_a_ b_c_d __e__')).toBe('＿a＿ b_c_d ＿＿e＿＿');
  expect(plain('+1202 (36.8 %) a.b')).toBe('+1202 (36.8 %) a.b');
});

test('what was made under filters names them first, masked and inert', () => {
  const verdictIn = (only: ReturnType<typeof say> = []) =>
    /Fix first\n\n(.*)/.exec(reportMarkdown({ ...troubled, findings: [] }, { ...wording, only }))?.[1];
  expect(verdictIn()).toMatch(/^\*\*No known pattern\.\*\* 420 of 10,920 messages/);
  expect(verdictIn(say`Code: 1`)).toMatch(/^\*\*No finding among these\.\*\* No pattern we know stands out/);
  const text = reportMarkdown(troubled, { ...wording, only: say`Sender: ${address('+14155550100')}; Link: ${{ name: '*a*' }}` });
  expect(text).toContain(
    '\n\n**Only messages with Sender: +1415•••••00; Link: ＊a＊.** Findings are judged on the messages that pass the filter alone.\n',
  );
  expect(reportMarkdown(troubled, wording)).not.toContain('Only messages');
});
