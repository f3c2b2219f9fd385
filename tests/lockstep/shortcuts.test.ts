/** The list under "?" and what the pages listen to. That each key does what the list says is for the browser tests. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shortcuts } from '../../src/page-scripts/shortcuts.ts';

const source = new URL('../../src/', import.meta.url);

/** Where the keys of a group are listened to; several files where each has all of them, unless one stands for a few. */
const listeners: Readonly<Record<string, readonly { readonly file: string; readonly keys?: readonly string[] }[]>> = {
  'On every page': [
    { file: 'page-scripts/site.ts', keys: ['/', '?'] },
    // A dialog is closed by the browser; of what is not one, the box alone is emptied.
    { file: 'page-scripts/box/box.ts', keys: ['Esc'] },
  ],
  'In the box': [{ file: 'page-scripts/box/box.ts' }, { file: 'page-scripts/search/open-index.ts' }],
  'In the guide': [{ file: 'components/guide/keys.ts' }],
  'In a report': [{ file: 'islands/filter/use-filter-keys.ts' }],
  'In its chart': [{ file: 'islands/chart/TimeChart.tsx' }],
  'In its list of messages': [{ file: 'islands/rows/RowGrid.tsx' }],
};
/** What a listener asks of another file. */
const asked: Readonly<Record<string, string>> = { 'islands/chart/TimeChart.tsx': 'islands/chart/brush.ts' };

/** Names of keys as scripts know them, and as the list does. */
const named: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

const read = (file: string): string => readFileSync(new URL(file, source), 'utf8');
/** Every key that a file compares with, by the name it has in the list. */
function heard(file: string): ReadonlySet<string> {
  const text = `${read(file)}\n${asked[file] === undefined ? '' : read(asked[file])}`;
  const words = [
    ...text.matchAll(/(?<![\w.])((?:Arrow|Page)(?:Up|Down|Left|Right)|Home|End|Enter|Escape|Tab|Insert|Delete|Backspace|F\d+)(?='|:)/g),
  ];
  const signs = [...text.matchAll(/(?:key [!=]== |[{,] )'([^\w\s'])'/g)];
  return new Set([
    ...[...words, ...signs].map(([, key = '']) => named[key] ?? key),
    ...(text.includes('[0-9]') ? ['1', '…', '9', '0'] : []),
    // A key beside another one that does more than keep the listener from answering.
    ...(/shiftKey(?: &&| \|\| event\.isComposing|\) \{)/.test(text) ? ['Shift'] : []),
    ...(text.includes('ctrlKey ?') ? ['Ctrl'] : []),
    // What the browser makes of Ctrl and C.
    ...(/onCopy|'copy'/.test(text) ? ['Ctrl', 'C'] : []),
  ]);
}

test('every group of the list has its listeners, and every listener a group', () => {
  expect(Object.keys(listeners)).toEqual(shortcuts.map(({ where }) => where));
  const listening = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(?:ts|tsx|astro)$/.test(file) && /\b(?:key(?:down|up|press)|onKey(?:Down|Up|Press))\b/.test(read(file)));
  expect(listening.toSorted()).toEqual(
    [
      ...new Set(
        Object.values(listeners)
          .flat()
          .map(({ file }) => file),
      ),
    ].toSorted(),
  );
});

test.each([
  ...new Set(
    Object.values(listeners)
      .flat()
      .map(({ file }) => file),
  ),
])('%s listens to what the list says, and to nothing else', (file) => {
  const listed = shortcuts.flatMap(({ where, keys }) => {
    const mine = listeners[where]?.find((one) => one.file === file);
    if (mine === undefined) return [];
    return keys.flatMap((shortcut) => shortcut.keys).filter((key) => mine.keys?.includes(key) ?? true);
  });
  expect([...heard(file)].toSorted()).toEqual([...new Set(listed)].toSorted());
});
