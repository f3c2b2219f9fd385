import { expect, test } from 'vitest';
import type { Figures } from '../../../../src/analyzer/ask-kept.ts';
import { Asker, type AskerNews } from '../../../../src/islands/filter/asker.ts';
import { codeChip, windowChip } from '../../../../src/islands/filter/make-chips.ts';
import type { Chips } from '../../../../src/islands/filter/chips.ts';
import type { LogInHand } from '../../../../src/worker/client.ts';
import type { Asking } from '../../../../src/worker/protocol.ts';
import type { Ask } from '../../../../src/worker/requests/index.ts';
import { troubled } from '../report-fixture.ts';

interface Open {
  readonly ask: Ask;
  readonly signal: AbortSignal;
  readonly end: (reply: unknown) => void;
  readonly again: ((fraction: number) => void) | undefined;
}

/** A log that answers when the test says so. */
function asked(asking: Asking = 'kept') {
  const open: Open[] = [];
  const news: AskerNews[] = [];
  const ask = (question: Ask, signal: AbortSignal, again?: (fraction: number) => void) =>
    new Promise((end) => {
      open.push({ ask: question, signal, end, again });
      signal.addEventListener('abort', () => {
        end({ kind: 'cancelled' });
      });
    });
  const log = { ask, close: () => undefined } as unknown as LogInHand;
  const asker = new Asker(log, asking, (told) => news.push(told));
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const answer = async (place: number, value: unknown): Promise<void> => {
    open[place]?.end({ kind: 'answer', value });
    await settle();
  };
  const questions = () => open.map(({ ask: one }) => [one.kind, 'filter' in one ? one.filter : undefined]);
  return { asker, open, news, answer, settle, questions };
}

const rest = (chips: Chips, isThorough = false) => ({ chips, isMoving: false, isThorough });
const moving = (chips: Chips) => ({ chips, isMoving: true, isThorough: false });
const code = codeChip('30007');
const codes = { codes: ['30007'] };
const window = (from: number, to: number) => windowChip(from, to);
const figures = (name: string): Figures => ({ ...troubled, byHour: [{ hour: name }] }) as unknown as Figures;
const hoursOf = (name: string) => ({ kind: 'hours', hours: [{ hour: name }] });

test('a filter gets its figures first, then its report; the chart is of the same', async () => {
  const { asker, news, answer, questions } = asked();
  asker.want(rest([code], true));
  await answer(0, figures('a'));
  expect(questions()).toEqual([
    ['figures', codes],
    ['report', codes],
  ]);
  expect(news).toEqual([{ kind: 'figures', figures: figures('a') }, hoursOf('a')]);
  await answer(1, { withoutSids: 2 });
  expect(news[2]).toEqual({ kind: 'report', under: { withoutSids: 2 } });
});

test('around a window the chart is asked for once, and not where it is known', async () => {
  const { asker, news, answer, questions } = asked();
  asker.want(rest([window(0, 5)]));
  // No other chip: the chart is that of the whole log.
  await answer(0, figures('in it'));
  await answer(1, { report: troubled, withoutSids: 0 });
  asker.want(rest([window(0, 5), code]));
  await answer(2, figures('around'));
  await answer(3, figures('in it, code'));
  await answer(4, { report: troubled, withoutSids: 0 });
  asker.want(rest([window(0, 9), code]));
  await answer(5, figures('wider'));
  expect(questions().map(([kind]) => kind)).toEqual(['figures', 'report', 'figures', 'figures', 'report', 'figures', 'report']);
  expect(questions()[2]).toEqual(['figures', codes]);
  expect(news.filter(({ kind }) => kind === 'hours')).toEqual([hoursOf('around')]);
});

test('once all chips are gone the chart is that of the whole log again: it is known, and that of the chips before is not', async () => {
  const { asker, answer, questions } = asked();
  asker.want(rest([code]));
  await answer(0, figures('code'));
  await answer(1, { report: troubled, withoutSids: 0 });
  asker.want(rest([]));
  asker.want(rest([window(0, 5)]));
  await answer(2, figures('in it'));
  expect(questions().slice(2)).toEqual([
    ['figures', { time: { from: 0, to: 5 } }],
    ['report', { time: { from: 0, to: 5 } }],
  ]);
  await answer(3, { report: troubled, withoutSids: 0 });
  asker.want(rest([]));
  asker.want(rest([window(0, 5), code]));
  // Asked around the window first: what was shown of the code went with it.
  expect(questions()[4]).toEqual(['figures', codes]);
});

test('after a failure the chart around a window is asked for anew', async () => {
  const { asker, open, answer, settle, questions } = asked();
  asker.want(rest([window(0, 5), code]));
  await answer(0, figures('around'));
  await answer(1, figures('in it'));
  open[2]?.end({ kind: 'failed', reason: 'out of memory' });
  await settle();
  asker.want(rest([window(0, 5), code]));
  expect(questions()[3]).toEqual(['figures', codes]);
});

test('while a window moves one question is under way, the newest place follows it, and no report is made', async () => {
  const { asker, news, answer, questions } = asked();
  for (const to of [1, 2, 3]) asker.want(moving([window(0, to)]));
  expect(questions()).toEqual([['figures', { time: { from: 0, to: 1 } }]]);
  await answer(0, figures('1'));
  expect(questions().slice(1)).toEqual([['figures', { time: { from: 0, to: 3 } }]]);
  await answer(1, figures('3'));
  expect(questions()).toHaveLength(2);
  expect(news.map(({ kind }) => kind)).toEqual(['figures', 'figures']);
  asker.want(moving([window(0, 4)]));
  expect(questions()[2]).toEqual(['figures', { time: { from: 0, to: 4 } }]);
});

test('a window that rests takes the place of one that moved', async () => {
  const { asker, open, news, answer, questions } = asked();
  asker.want(moving([window(0, 1)]));
  asker.want(moving([window(0, 2)]));
  asker.want(rest([window(0, 3)]));
  expect(open[0]?.signal.aborted).toBe(true);
  await answer(1, figures('3'));
  await answer(2, { withoutSids: 0 });
  expect(questions().slice(1)).toEqual([
    ['figures', { time: { from: 0, to: 3 } }],
    ['report', { time: { from: 0, to: 3 } }],
  ]);
  expect(news.map(({ kind }) => kind)).toEqual(['figures', 'report']);
});

test('what is dropped is told no more', async () => {
  const { asker, open, news, settle } = asked();
  asker.want(rest([code]));
  asker.drop();
  await settle();
  expect([open[0]?.signal.aborted, news]).toEqual([true, []]);
});

test('a failure is told once, and nothing is asked after it', async () => {
  const { asker, open, news, settle } = asked();
  asker.want(rest([code]));
  open[0]?.end({ kind: 'failed', reason: 'out of memory' });
  await settle();
  expect([news, open.length]).toEqual([[{ kind: 'failed', reason: 'out of memory' }], 1]);
});

test('a log that is not kept is read again for the report alone; its hours are the chart, but around a window', async () => {
  const { asker, open, news, answer, settle, questions } = asked('again');
  asker.want(rest([code]));
  await settle();
  open[0]?.again?.(0.5);
  await answer(0, { report: troubled, withoutSids: 0 });
  expect(questions()).toEqual([['report', codes]]);
  expect(news.map((one) => (one.kind === 'again' ? one.fraction : one.kind))).toEqual([0.5, 'hours', 'report']);
  asker.want(rest([code, window(0, 5)]));
  await settle();
  await answer(1, { report: troubled, withoutSids: 0 });
  asker.want(rest([code, window(0, 6)]));
  await settle();
  await answer(2, { withoutSids: 0, lost: { source: 'a.csv', why: 'changed' } });
  // The first window has hours of another filter than the chart shows; the second is drawn in the same chart.
  expect(news.slice(3).map(({ kind }) => kind)).toEqual(['report', 'report']);
});
