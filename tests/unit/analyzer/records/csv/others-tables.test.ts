/** Tables that the tests of other readers call valid: PapaParse's own suite, and the kinds of csv-spectrum. Text and bytes are read alike. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { ByteScan } from '../../../../../src/analyzer/records/csv/byte-scan.ts';
import type { Row } from '../../../../../src/analyzer/records/row.ts';
import { readRows } from './read-rows.ts';

interface PapaCase {
  readonly description: string;
  readonly input: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly expected: { readonly data: readonly Row[]; readonly errors: readonly unknown[] };
}

/** The cases of PapaParse's suite that are plain tables: no option, no error. */
function papaCases(): readonly PapaCase[] {
  const path = createRequire(import.meta.url).resolve('papaparse/tests/test-cases.js');
  const skip = (): void => undefined;
  // The suite is loaded, not run: its own runner and its comparisons stay away.
  const context = { module: { exports: {} }, require: () => ({ assert: skip }), describe: Object.assign(skip, { skip }) };
  const cases = runInNewContext(
    `${readFileSync(path, 'utf8')}\n;[CORE_PARSER_TESTS, PARSE_TESTS]`,
    context,
  ) as readonly (readonly PapaCase[])[];
  return cases
    .flat()
    .filter(
      ({ input, config = {}, expected }) =>
        typeof input === 'string' &&
        Object.keys(config).length === 0 &&
        expected.errors.length === 0 &&
        expected.data.every((row) => Array.isArray(row)),
    );
}

/** The kinds of csv-spectrum, in tables of our own. */
const spectrum: readonly (readonly [name: string, text: string, rows: readonly Row[]])[] = [
  [
    'a comma in quotes',
    'first,last,street\nAnn,Bo,"12 Elm, flat 3"\n',
    [
      ['first', 'last', 'street'],
      ['Ann', 'Bo', '12 Elm, flat 3'],
    ],
  ],
  [
    'empty cells',
    'a,b,c\n1,"",""\n2,3,4\n',
    [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  [
    'empty cells, CR LF',
    'a,b,c\r\n1,"",""\r\n2,3,4\r\n',
    [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  [
    'quotes that are doubled',
    'a,b\n1,"say ""ha"""\n3,4\n',
    [
      ['a', 'b'],
      ['1', 'say "ha"'],
      ['3', '4'],
    ],
  ],
  [
    'JSON in a cell',
    'key,val\n1,"{""type"": ""Point"", ""at"": [1.5, 0.5]}"\n',
    [
      ['key', 'val'],
      ['1', '{"type": "Point", "at": [1.5, 0.5]}'],
    ],
  ],
  [
    'line feeds in quotes',
    'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['Once upon \na time', '5', '6'],
      ['7', '8', '9'],
    ],
  ],
  [
    'line feeds in quotes, CR LF',
    'a,b\r\n"Once \r\na time",5\r\n7,8\r\n',
    [
      ['a', 'b'],
      ['Once \r\na time', '5'],
      ['7', '8'],
    ],
  ],
  [
    'quotes and line feeds',
    'a,b\n1,"ha \n""ha"" \nha"\n3,4\n',
    [
      ['a', 'b'],
      ['1', 'ha \n"ha" \nha'],
      ['3', '4'],
    ],
  ],
  [
    'simple',
    'a,b,c\n1,2,3\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
  ],
  [
    'UTF-8',
    'a,b\n1,ʤ\n2,🙂\n',
    [
      ['a', 'b'],
      ['1', 'ʤ'],
      ['2', '🙂'],
    ],
  ],
];

const layoutOf = (width: number) => ({ cells: new Map(), status: -1, width, needed: width, twice: [], ignored: [] });
const withoutBlank = (rows: readonly Row[]): readonly Row[] => rows.filter((row) => row.length > 1 || row[0] !== '');

/** The rows at the beginning that are read as bytes; none where something is not plain. */
function rowsInBytes(text: string, width: number): readonly Row[] {
  const bytes = new TextEncoder().encode(text);
  const scan = new ByteScan({ delimiter: ',', width, suspect: Infinity });
  const room = new Uint8Array(bytes.length + 8);
  room.set(bytes);
  if (!scan.scan(room, bytes.length)) return [];
  return Array.from({ length: scan.rows }, (_, row) => Array.from({ length: width }, (__, cell) => scan.text(row, cell)));
}

/** A text with two kinds of line ends: PapaParse takes the first for all, we take each for what it is, as joined files need. */
const isMixed = (text: string): boolean => /\r(?!\n)/.test(text) && text.includes('\n');
const all = [
  ...papaCases()
    .filter(({ input }) => !isMixed(input))
    // A byte order mark is passed over before there are records (formats/recognise.ts).
    .map(({ description, input, expected }) => [description, input.replace(/^\ufeff/, ''), expected.data] as const),
  ...spectrum,
];

test('there are many of them', () => {
  expect(papaCases().length).toBeGreaterThan(25);
});

describe('a valid table is read as others read it', () => {
  test.for(all)('%s', ([, text, rows]) => {
    const right = withoutBlank(rows);
    const width = Math.max(1, ...right.map((row) => row.length));
    for (const pieces of [[Infinity], [1], [3]]) expect(withoutBlank(readRows(text, pieces, layoutOf(width)).rows)).toEqual(right);
    const inBytes = withoutBlank(rowsInBytes(text, width));
    expect(inBytes).toEqual(right.slice(0, inBytes.length));
  });

  test('every row of the last ten as bytes', () => {
    expect(spectrum.map(([, text, rows]) => rowsInBytes(text, rows[0]?.length ?? 0).length)).toEqual(
      spectrum.map(([, , rows]) => rows.length),
    );
  });
});
