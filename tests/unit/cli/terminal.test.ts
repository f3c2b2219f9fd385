import { describe, expect, test } from 'vitest';
import { progressOn, sayTo, screenOf } from '../../../src/cli/terminal.ts';

describe('what standard output can show', () => {
  const tty = { isTTY: true, columns: 120 };
  test.each([
    ['a terminal', tty, {}, { columns: 120, colours: true }],
    ['a pipe', {}, {}, { columns: 80, colours: false }],
    ['COLUMNS goes before the terminal', tty, { COLUMNS: '60' }, { columns: 60, colours: true }],
    ['COLUMNS of a pipe', {}, { COLUMNS: '100' }, { columns: 100, colours: false }],
    ['COLUMNS that is no number', tty, { COLUMNS: 'wide' }, { columns: 120, colours: true }],
    ['COLUMNS of 0, as Emacs says it', {}, { COLUMNS: '0' }, { columns: 80, colours: false }],
    ['the narrowest', tty, { COLUMNS: '39' }, { columns: 40, colours: true }],
    ['NO_COLOR', tty, { NO_COLOR: '1' }, { columns: 120, colours: false }],
    ['an empty NO_COLOR', tty, { NO_COLOR: '' }, { columns: 120, colours: true }],
    ['FORCE_COLOR of a pipe', {}, { FORCE_COLOR: '1' }, { columns: 80, colours: true }],
    ['FORCE_COLOR goes before NO_COLOR', tty, { FORCE_COLOR: '1', NO_COLOR: '1' }, { columns: 120, colours: true }],
    ['FORCE_COLOR=0', tty, { FORCE_COLOR: '0' }, { columns: 120, colours: false }],
    ['FORCE_COLOR=false', tty, { FORCE_COLOR: 'false' }, { columns: 120, colours: false }],
    ['a dumb terminal', tty, { TERM: 'dumb' }, { columns: 120, colours: false }],
  ])('%s', (_, stream, environment, screen) => {
    expect(screenOf(stream, environment)).toEqual(screen);
  });
});

describe('progress', () => {
  const shown = (stream: { readonly isTTY?: boolean; readonly columns?: number }, environment: Record<string, string> = {}) => {
    const written: string[] = [];
    const progress = progressOn({ ...stream, write: (text) => written.push(text) }, environment);
    progress?.('log\u001b.csv · 1,000 rows');
    progress?.('');
    return written;
  };

  test('is one line that the next replaces; nothing in it acts, and it never runs into a second', () => {
    expect(shown({ isTTY: true, columns: 80 })).toEqual(['\r\u001b[2Klog\ufffd.csv · 1,000 rows', '\r\u001b[2K']);
    expect(shown({ isTTY: true, columns: 10 })).toEqual(['\r\u001b[2Klog\ufffd.csv ', '\r\u001b[2K']);
  });

  test('is shown on a terminal only', () => {
    expect(shown({})).toEqual([]);
    expect(shown({ isTTY: true }, { TERM: 'dumb' })).toEqual([]);
  });
});

test('what is said on the side acts on no terminal', () => {
  let said = '';
  sayTo({ complain: (text) => (said += text) })('a\u001b[2J\nb');
  expect(said).toBe('a\ufffd[2J\ufffdb\n');
});
