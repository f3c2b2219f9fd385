import { categoryLabels } from '../../catalog/category.ts';
import type { FindingEntry } from '../../catalog/finding-schema.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import { countryWithCode } from '../../analyzer/words/country-name.ts';
import { isolated } from '../../analyzer/words/direction.ts';
import { counted, figure, percent } from '../../analyzer/words/figure.ts';
import { linesOf } from '../../analyzer/report/notices.ts';
import type { CountryCount, Finding, Notice, Report } from '../../analyzer/report/report.ts';
import type { Sentence } from '../../analyzer/report/sentence.ts';
import { codeLine } from '../../analyzer/write/code-line.ts';
import { costLine } from '../../analyzer/write/cost-line.ts';
import { delayLines } from '../../analyzer/write/delay-lines.ts';
import { headline } from '../../analyzer/write/headline.ts';
import { listLines, reasonWords } from '../../analyzer/write/number-list.ts';
import { plainPrinter } from '../../analyzer/write/plain.ts';
import { notJudgedLines, titleOf } from '../../analyzer/write/titles.ts';
import { judgedOn, verdict } from '../../analyzer/write/verdict.ts';
import { bar, barTable, condensed, spark, stacked, type BarRow, type Part } from './bars.ts';
import { labelled, paint, wrap, type Line, type Screen, type Span, type Style } from './layout.ts';

export interface TextOptions {
  readonly knowledge: Knowledge;
  readonly words: Readonly<Record<string, Pick<FindingEntry, 'title' | 'doThis' | 'settle' | 'confusedWith'> | undefined>>;
  readonly timeZone: string;
  /** Which messages of the log it is of; empty, or absent, for all. */
  readonly only?: Sentence;
  readonly screen: Screen;
  /** What stands between the totals and the findings: how this log differs from an earlier one. */
  readonly between?: readonly string[];
}

const ROWS_SHOWN = 10;
const LIST_SHOWN = 10;
const HOUR = 3_600_000;

const styleOf: Readonly<Record<Finding['severity'], Style>> = { critical: 'grave', high: 'bad', medium: 'warn', low: 'soft', info: 'soft' };

/** A heading over lines that are there; nothing without lines. */
export const section = (title: string, lines: readonly string[], screen: Screen): readonly string[] =>
  lines.length === 0 ? [] : ['', ...wrap({ text: title, style: 'strong' }, screen), ...lines];

/** What became of outbound messages, worst first. Glyphs go from full to light, so that the trouble is seen without colours too. */
const fate = ({ outbound, delivered, failed, noReceipt }: Pick<CountryCount, 'outbound' | 'delivered' | 'failed' | 'noReceipt'>) =>
  ({
    failed: { value: failed, glyph: '█', style: 'bad' },
    noReceipt: { value: noReceipt, glyph: '▒', style: 'warn' },
    other: { value: outbound - delivered - failed - noReceipt, glyph: '·', style: 'soft' },
    delivered: { value: delivered, glyph: '░', style: 'good' },
  }) satisfies Readonly<Record<string, Part>>;

const fateWords = { failed: 'did not arrive', noReceipt: 'no receipt', other: 'open or other', delivered: 'delivered' } as const;

/** The glyphs of those parts of a bar that are met, with what they mean. */
function legend(parts: ReturnType<typeof fate>): Line {
  const met = (Object.keys(fateWords) as (keyof typeof fateWords)[]).filter((name) => parts[name].value > 0);
  return met.flatMap((name, place): readonly (string | Span)[] => [
    { text: parts[name].glyph, style: parts[name].style },
    ` ${fateWords[name]}${place === met.length - 1 ? '' : '  '}`,
  ]);
}

/** The whole log as one bar, and the hours in which messages did not arrive. */
function overview({ totals, byHour, oldest, clock }: Report, print: ReturnType<typeof plainPrinter>, screen: Screen): readonly string[] {
  if (totals.outbound === 0) return [];
  const cells = Math.min(screen.columns, 80) - 2;
  const parts = fate(totals);
  const lines = [paint(stacked(Object.values(parts), cells), screen), ...wrap(legend(parts), screen)];
  const first = oldest === undefined ? NaN : Math.floor(Date.parse(oldest) / HOUR);
  const last = clock === undefined ? NaN : Math.floor(Date.parse(clock) / HOUR);
  const hours = last - first + 1;
  // A course needs some stretches of time; of decades of hours no array is made.
  if (totals.failed === 0 || !(hours >= 4 && hours < 500_000)) return lines;
  const failed = new Array<number>(hours).fill(0);
  for (const row of byHour) {
    const at = Math.floor(Date.parse(row.hour) / HOUR) - first;
    if (at in failed) failed[at] = row.failed + row.undelivered;
  }
  const { sums, each } = condensed(failed, cells);
  return [
    ...lines,
    '',
    paint({ text: spark(sums), style: 'bad' }, screen).trimEnd(),
    ...wrap(
      {
        text: `Did not arrive, from ${print([{ moment: first * HOUR }])} on; a column is ${counted(each, 'hour')}, the tallest ${counted(Math.max(...sums), 'message')}.`,
        style: 'soft',
      },
      screen,
    ),
  ];
}

/** The findings as a list to rank by: how grave, how many messages, when, what. */
function ranking({ findings }: Report, words: TextOptions['words'], screen: Screen): readonly string[] {
  const counts = Math.max(0, ...findings.map(({ affected }) => figure(affected).length));
  const places = String(findings.length).length;
  return findings.flatMap((finding, place) => {
    const { severity, affected, course = [] } = finding;
    const times = screen.columns >= 72 && findings.some((one) => one.course !== undefined);
    return wrap(titleOf(words, finding.id), screen, [
      `  ${String(place + 1).padStart(places)}  `,
      { text: severity.padEnd('critical'.length), style: styleOf[severity] },
      `  ${figure(affected).padStart(counts)}  `,
      ...(times ? [{ text: spark(condensed(course, 12).sums).padEnd(12), style: 'soft' as const }, '  '] : []),
    ]);
  });
}

/** All that is said of a finding. */
function card(finding: Finding, place: number, options: TextOptions, print: ReturnType<typeof plainPrinter>): readonly string[] {
  const { words, screen } = options;
  const { severity, confidence, because, sentence, action, examples } = finding;
  const page = words[finding.id];
  const list = action.list ?? [];
  const more = list.length > LIST_SHOWN ? ` … and ${figure(list.length - LIST_SHOWN)} more` : '';
  const cost = costLine(finding, isolated);
  const steps = [...(action.next === undefined ? [] : [print(action.next)]), ...(page?.doThis ?? [])];
  const rows: readonly (readonly [string, Line])[] = [
    ...steps.map((step, at): readonly [string, Line] => [at === 0 ? 'Do this' : '', step]),
    ['How sure', `${confidence} confidence. ${print(because)}`],
    ...(page?.confusedWith ?? []).map(({ finding: id, code, how }): readonly [string, Line] => {
      const name = id !== undefined ? titleOf(words, id) : code !== undefined ? reasonWords({ reason: String(code) }, options) : undefined;
      return ['Or', name === undefined ? how : `${name}: ${how}`];
    }),
    ...(page === undefined ? [] : [['To be sure', page.settle] as const]),
    ...(cost === '' ? [] : [['Cost', cost] as const]),
    ...(list.length === 0 ? [] : [['Numbers', `${list.slice(0, LIST_SHOWN).join(' ')}${more}`] as const]),
    ...(examples.length === 0 ? [] : [['Examples', { text: examples.join(' '), style: 'soft' }] as const]),
  ];
  const number = `${String(place + 1)}. `;
  return [
    '',
    ...wrap(
      [{ text: titleOf(words, finding.id), style: 'strong' }, '  ', { text: `[${severity}]`, style: styleOf[severity] }],
      screen,
      number,
    ),
    ...wrap(print(sentence), screen, ' '.repeat(number.length)),
    ...labelled(rows, screen, ' '.repeat(number.length)),
  ];
}

/** Where messages went to, or came from: each with what became of them. */
function places(rows: readonly (CountryCount & { readonly label: string })[], screen: Screen): readonly string[] {
  const shown = rows.slice(0, ROWS_SHOWN);
  return barTable(
    shown.map((row) => ({
      label: row.label,
      count: row.outbound,
      draw: (cells) => stacked(Object.values(fate(row)), cells),
      share: row.failed + row.delivered === 0 ? '–' : percent(row.failed, row.failed + row.delivered),
      note: `${figure(row.failed)} not arrived, ${figure(row.noReceipt)} no receipt`,
    })),
    rows.length,
    screen,
  );
}

/** Counts that are compared with each other: the longest bar is the greatest. */
function counts(rows: readonly Omit<BarRow, 'draw'>[], screen: Screen, style: Style = 'bad'): readonly string[] {
  const most = Math.max(0, ...rows.map(({ count }) => count));
  const shown = rows.slice(0, ROWS_SHOWN);
  return barTable(
    shown.map((row) => ({ ...row, draw: (cells) => ({ text: bar(row.count, most, cells), style }) })),
    rows.length,
    screen,
  );
}

/** A notice in words, and the lines where it was met. */
export const noticeText = (notice: Notice, print: (sentence: Sentence) => string): string =>
  `${print(notice.text)}${notice.lines.length === 0 ? '' : ` (${linesOf(notice)})`}`;

/** What was skipped, repaired or assumed, as lines that stand out. */
export const noteLines = (text: string, screen: Screen): readonly string[] => wrap(text, screen, [{ text: 'note: ', style: 'warn' }]);

/** The report for a terminal; ends with a line feed. */
export function textReport(report: Report, options: TextOptions): string {
  const { knowledge, words, timeZone, only = [], screen, between = [] } = options;
  const isPart = only.length > 0;
  const print = plainPrinter(timeZone);
  const soft = (text: string, first = ''): readonly string[] => wrap({ text, style: 'soft' }, screen, first);
  const { title, text, healthy } = verdict(report, knowledge, isPart);
  const withCodes = report.byErrorCode.reduce((sum, { count }) => sum + count, 0);
  const part = (title: string, lines: readonly string[]): readonly string[] => section(title, lines, screen);
  return `${[
    ...report.sources.flatMap((source) => [
      ...soft(`${source.name}: ${source.formatName}, ${counted(source.messages, 'message')}, ${counted(source.bytes, 'byte')}`),
      ...source.notices.flatMap((notice) => noteLines(noticeText(notice, print), screen)),
    ]),
    ...report.notices.flatMap(({ text }) => noteLines(print(text), screen)),
    '',
    ...(isPart ? wrap(`Only messages with ${print(only)}. ${judgedOn(report.findings)}`, screen) : []),
    ...wrap({ text: print(headline(report, isPart)), style: 'strong' }, screen),
    ...overview(report, print, screen),
    ...between,
    ...part(
      'Fix first',
      report.findings.length === 0
        ? wrap([{ text: `${title}. `, style: healthy ? 'good' : 'strong' }, print(text)], screen, '  ')
        : ranking(report, words, screen),
    ),
    ...report.findings.flatMap((finding, place) => card(finding, place, options, print)),
    ...part(
      'What to do per code',
      report.codesToAct.flatMap((row) => wrap(codeLine(row, knowledge), screen, '  ', 4)),
    ),
    ...part(
      'Lists of numbers',
      listLines(report).flatMap(({ id, line }) => wrap(`${line}; --list ${id} prints them`, screen, '  ', 4)),
    ),
    ...part(
      'Not judged',
      notJudgedLines(report, words).flatMap((line) => wrap(line, screen, '  ', 4)),
    ),
    ...part(
      'By category (share of all messages)',
      counts(
        report.byCategory.map(({ category, count }) => ({
          label: categoryLabels[category],
          count,
          share: percent(count, report.totals.messages),
        })),
        screen,
        'soft',
      ),
    ),
    ...part(
      'By error code (share of messages with a code)',
      counts(
        report.byErrorCode.map(({ code, count, recipients }) => ({
          label: code,
          count,
          share: percent(count, withCodes),
          note: `${recipients === 0 ? 'recipients unknown' : counted(recipients, 'recipient')} · ${knowledge.codes[code]?.title ?? 'not in the dictionary'}`,
        })),
        screen,
      ),
    ),
    ...part(
      'By country (share that did not arrive, of those with a final status)',
      places(
        report.byCountry.map((row) => ({ ...row, label: row.country === 'unknown' ? 'unknown' : countryWithCode(row.country) })),
        screen,
      ),
    ),
    ...part(
      'By sender (share that did not arrive, of those with a final status)',
      places(
        report.bySender.map((row) => ({ ...row, country: '', label: row.sender === '' ? 'not named' : row.sender })),
        screen,
      ),
    ),
    ...part(
      'How long it took',
      delayLines(report).flatMap(({ sender, text }) =>
        wrap(sender === undefined ? text : `${sender === '' ? 'not named' : isolated(sender)}: ${text}`, screen, '  ', 4),
      ),
    ),
    ...part(
      'Cost',
      report.cost.flatMap(({ unit, billed, onFailures, failedFee, feeUnsettled, unknown }) =>
        wrap(
          `${unit === '' ? 'unit unknown' : unit}: ${String(billed)} billed, ${String(onFailures)} of it on failures, ${String(failedFee)} estimated fees of failed messages, ${figure(feeUnsettled)} failed whose fee no source settles, ${figure(unknown)} not priced`,
          screen,
          '  ',
          4,
        ),
      ),
    ),
  ].join('\n')}\n`;
}
