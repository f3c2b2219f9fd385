import type { SourceReport } from '../../analyzer/report/report.ts';
import { counted, figure, size } from '../kit/figures.ts';

const signs: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };
const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16, as Excel writes “Unicode Text”',
  'utf-16be': 'UTF-16, the other way round',
  'windows-1252': 'Windows-1252',
  macintosh: 'MacRoman',
};

/** Rows of a source as a sum: what became of each. */
function sumOf({ rows, records, messages, duplicates, folded }: SourceReport): string {
  const parts = [
    counted(messages, 'message'),
    ...(duplicates > 0 ? [counted(duplicates, 'repeat')] : []),
    ...(folded > 0 ? [`${counted(folded, 'event')} taken into a message`] : []),
    ...(rows > records ? [`${figure(rows - records)} skipped`] : []),
  ];
  return `${counted(rows, 'row')} = ${parts.join(' + ')}`;
}

/** What was read of one source, line by line: a name and the words beside it. */
export function linesOfSource(source: SourceReport): readonly (readonly [name: string, words: string])[] {
  const { formatName, bytes, members, encoding, delimiter, columns, ignored } = source;
  return [
    ['Read as', formatName],
    ['Size', `${size(bytes)}${members === undefined ? '' : `, unpacked from ${counted(members, 'joined file')}`}`],
    ['Letters', encodings[encoding] ?? encoding],
    ...(delimiter === '' ? [] : [['Cells parted by', signs[delimiter] ?? delimiter] as const]),
    ['Rows', sumOf(source)],
    [
      'Columns used',
      Object.entries(columns)
        .map(([field, name]) => (field.toLowerCase() === name.toLowerCase() ? name : `${name} (${field})`))
        .join(', '),
    ],
    ['Columns not used', ignored.length === 0 ? 'none' : ignored.join(', ')],
  ];
}
