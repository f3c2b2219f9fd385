import type { Texts } from '../../analyzer/ask-texts.ts';
import type { Cost, Report } from '../../analyzer/report/report.ts';
import type { Sentence } from '../../analyzer/report/sentence.ts';
import { withoutBidi } from '../../analyzer/words/direction.ts';
import { codeLine } from '../../analyzer/write/code-line.ts';
import { delayLines } from '../../analyzer/write/delay-lines.ts';
import { headline } from '../../analyzer/write/headline.ts';
import { maskNumbers } from '../../analyzer/write/mask.ts';
import { ownPieces, toText } from '../../analyzer/write/printer.ts';
import { capital } from '../../catalog/error-words.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import { timeSeries } from '../chart/time-series.ts';
import { amount, counted, figure, size } from '../kit/figures.ts';
import { atOnce } from '../kit/in-slices.ts';
import {
  categoryBreakdown,
  codeBreakdown,
  countryBreakdown,
  hourBreakdown,
  linkBreakdown,
  senderBreakdown,
  textBreakdown,
  type Breakdown,
} from '../report/breakdown-tables.ts';
import { costText } from '../report/cost-text.ts';
import { toldNotices } from '../report/told-notices.ts';
import { judgedOn, verdict } from '../../analyzer/write/verdict.ts';
import type { WordsOfFindings } from '../report/words-of-findings.ts';
import { notJudgedLines, readingOf, titleOf } from '../../analyzer/write/titles.ts';
import type { Digest } from './digests.ts';
import { escaped } from './html.ts';
import { timeSvg } from './time-svg.ts';

interface Saved {
  readonly report: Report;
  readonly knowledge: Knowledge;
  readonly words: WordsOfFindings;
  /** IANA name known to Intl. */
  readonly timeZone: string;
  readonly isMasked: boolean;
  /** When the file is made, milliseconds since 1970. */
  readonly made: number;
  readonly madeIn: 'a browser' | 'a terminal';
  /** The filters under which it was made; empty, or absent, for none. */
  readonly only?: Sentence;
  /** What its messages say; absent where no log is at hand. */
  readonly texts?: Texts | undefined;
  /** Of the files of the log, in the order of the report's sources; missing where they are not at hand. */
  readonly digests: readonly (Digest | undefined)[];
}

/** Rows of a table in the file. */
const MOST_ROWS = 100;

const style = `:root{color-scheme:light}body{margin:2rem auto;max-width:60rem;padding:0 1rem;font:15px/1.5 system-ui,sans-serif;color:#191b22}h1{font-size:1.5rem}h2{margin-top:2rem;font-size:1.2rem}h3{font-size:1rem;margin-bottom:0}p,ul,ol{margin:.4rem 0}table{border-collapse:collapse;width:100%;font-size:.87rem}th,td{padding:.3rem .5rem;border-bottom:1px solid #ccc;text-align:left;vertical-align:top;overflow-wrap:anywhere}.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}tfoot{display:table-row-group;font-weight:600}.soft{color:#4a4d57;font-size:.87rem;overflow-wrap:anywhere}.chart{font-size:.87rem}.chart svg{display:block;width:100%;height:12rem;border-bottom:1px solid #222}.chart path{vector-effect:non-scaling-stroke}.ranks{position:relative;height:1.4em}.ranks b{position:absolute;transform:translateX(-50%)}.ends{display:flex;justify-content:space-between;gap:1rem}.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:1rem}article,tr,.chart{break-inside:avoid}@media screen and (max-width:40rem){table,thead,tbody,tfoot{display:block}tr{display:grid;grid-template-columns:repeat(3,1fr);column-gap:.5rem;border-bottom:1px solid #ccc}th,td{padding:.2rem 0;border:0}tr>:first-child{grid-column:1/-1}.n{white-space:normal}}`;

/**
 * The report as one HTML file that needs nothing else: no script, no address that is loaded, its chart a drawing. The policy in it
 * forbids even what somebody might put into it later.
 */
export function htmlReport({ report, knowledge, words, timeZone, isMasked, made, madeIn, only = [], texts, digests }: Saved): string {
  const mask = isMasked ? maskNumbers : (text: string) => text;
  const foreign = (text: string): string => `<bdi>${escaped(mask(withoutBidi(text)))}</bdi>`;
  const own = ownPieces(timeZone);
  const print: (sentence: Sentence) => string = toText({
    words: escaped,
    figure: (value) => escaped(own.figure(value)),
    count: (value) => escaped(own.count(value)),
    share: (part, of) => escaped(own.share(part, of)),
    moment: (at) => escaped(own.moment(at)),
    span: (from, to) => escaped(own.span(from, to)),
    text: foreign,
    address: foreign,
    name: foreign,
  });
  const at = (iso: string): string => escaped(own.moment(Date.parse(iso)));
  const cells = (tag: 'td' | 'th', values: readonly string[]): string =>
    values.map((value) => `<${tag} class="n">${value}</${tag}>`).join('');
  const section = (title: string, body: string): string => (body === '' ? '' : `<h2>${title}</h2>\n${body}\n`);
  const list = (items: readonly string[], tag: 'ul' | 'ol' = 'ul'): string =>
    items.length === 0 ? '' : `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;

  const rows = report.findings.map(
    ({ id, sentence, affected, recoverable, since, cost }, i) =>
      `<tr><td>${String(i + 1)}. <strong>${escaped(titleOf(words, id))}</strong><br>${print(sentence)}</td>${cells('td', [figure(affected), figure(recoverable), since === undefined ? '–' : at(since), foreign(costText(cost, (unit) => unit))])}</tr>`,
  );
  const { title, text } = verdict(report, knowledge, only.length > 0);
  const fixFirst =
    rows.length === 0
      ? `<p><strong>${escaped(title)}.</strong> ${print(text)}</p>`
      : `<table><thead><tr><th>What is wrong</th>${cells('th', ['Messages', 'Could have arrived', 'Since', 'Cost'])}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
  const cards = report.findings.map(({ id, severity, confidence, because, evidence, action }, i) => {
    const page = words[id];
    return `<article><h3>${String(i + 1)}. ${escaped(titleOf(words, id))}</h3>
<p class="soft">${escaped(severity)} · ${evidence.map(({ label, value }) => `${figure(value)} ${escaped(label)}`).join(' · ')}</p>
${list([...(action.next === undefined ? [] : [print(action.next)]), ...(page?.doThis ?? []).map(escaped)], 'ol')}
<p>${escaped(capital(confidence))} confidence: ${print(because)}</p>
${page === undefined ? '' : `<p>To settle it: ${escaped(page.settle)}</p>${list(page.confusedWith.map((other) => `Or: ${escaped(readingOf(other, words))}`))}`}</article>`;
  });
  const codes = report.codesToAct.map((row) => escaped(mask(codeLine(row, knowledge))));
  const table = ({ title: heading, head, columns, share, shareOf, rows: all, total }: Breakdown): string => {
    if (all.length === 0) return '';
    const some = all.slice(0, MOST_ROWS);
    const line = (label: string, figures: readonly (number | undefined)[], last: string): string =>
      `<tr><td>${label}</td>${cells('td', [...figures.map((value) => (value === undefined ? '–' : figure(value))), escaped(last)])}</tr>`;
    const rest = total.map((whole, i) =>
      whole === undefined ? undefined : some.reduce((left, { figures }) => left - (figures[i] ?? 0), whole),
    );
    const more = all.length - some.length;
    return `<h3>${escaped(heading)}</h3><table><thead><tr><th>${escaped(head)}</th>${cells('th', [...columns, share].map(escaped))}</tr></thead><tbody>${some
      .map(({ label, note, figures, share: last }) =>
        line(`${foreign(label)}${note === undefined ? '' : ` <span class="soft">${escaped(note)}</span>`}`, figures, last),
      )
      .join(
        '\n',
      )}${more === 0 ? '' : line(counted(more, 'more row'), rest, '')}</tbody><tfoot>${line('Total', total, '')}</tfoot></table><p class="soft">${escaped(`${share}: ${shareOf}.`)}</p>`;
  };
  const breakdowns = [
    codeBreakdown(report, knowledge),
    categoryBreakdown(report),
    countryBreakdown(report),
    senderBreakdown(report),
    ...(texts === undefined ? [] : [textBreakdown(report, texts), linkBreakdown(report, texts)]),
    hourBreakdown(report),
  ];
  const costWords = ({ unit, billed, onFailures, failedFee, unknown }: Cost): string => {
    const sum = (value: number): string => foreign(amount(value, unit));
    return `${sum(billed)} priced in the log, ${sum(onFailures)} of it on what did not arrive; about ${sum(failedFee)} in fees for failed messages; ${counted(unknown, 'message')} without a price`;
  };
  const marks = report.findings.flatMap(({ since }, i) => (since === undefined ? [] : [{ at: Date.parse(since) / 1000, rank: i + 1 }]));
  const files = report.sources.map(({ name, bytes, formatName }, i) => {
    const digest = digests[i];
    const sum =
      digest === undefined
        ? 'its SHA-256 was not made: the file was not at hand when this was saved'
        : digest.sha256 === undefined
          ? 'its SHA-256 was not made: the file changed or went away since it was read'
          : `SHA-256 ${digest.sha256}`;
    return `${foreign(name)} · ${size(bytes)} · ${escaped(formatName)} · ${sum}`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Message log report</title><style>${style}</style></head><body>
<h1>Message log report</h1>
<p class="soft">Made ${escaped(own.moment(made))} with Undelivered, in ${madeIn}; the log was sent nowhere. ${isMasked ? 'Phone numbers are masked.' : 'Phone numbers stand in full: handle it as you would the log.'} Times are of ${escaped(timeZone === 'UTC' ? 'UTC' : `the zone ${timeZone}; only hours of the day are counted in UTC`)}.</p>
<ul class="soft">${files.map((file) => `<li>${file}</li>`).join('')}</ul>
${only.length === 0 ? '' : `<p><strong>Only messages with ${print(only)}.</strong> ${judgedOn(report.findings)}</p>\n`}<p><strong>${print(headline(report, only.length > 0))}</strong></p>
${section(report.findings.length === 0 ? 'Findings' : 'Fix first', fixFirst)}${section('What to do', cards.join('\n'))}${section('What to do per code', list(codes))}${section('When', timeSvg(atOnce(timeSeries(report.byHour, timeZone)), marks))}${section('Breakdowns', breakdowns.map(table).join('\n'))}${section('Cost', list(report.cost.map(costWords)))}${section('How long it took', list(delayLines(report).map(({ sender, text }) => `${sender === undefined ? '' : `${foreign(sender === '' ? 'not named' : sender)}: `}${escaped(text)}`)))}${section('Not judged', list(notJudgedLines(report, words).map(escaped)))}${section('Skipped, repaired or assumed while reading', list(toldNotices(report, []).map(({ source, text: said, where }) => `${source === undefined ? '' : `${foreign(source)}: `}${print(said)} ${escaped(where)}`)))}</body></html>
`;
}
