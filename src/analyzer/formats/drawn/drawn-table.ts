import { foldedName } from '../../message/field-name.ts';
import { isRule, isWikiHeading } from '../../records/lines/cut-line.ts';
import { CERTAIN } from '../format.ts';
import { linesFormat } from '../lines-format.ts';
import { commonNames } from '../programs/field-names.ts';

/** What a query tool prints, and Markdown: bars between the cells and a line drawn under the heading. */
export const drawnTable = linesFormat({
  id: 'drawn-table',
  name: 'Table drawn with lines (psql, mysql, Markdown)',
  cut: 'bars',
  recognise: ({ text }) => {
    const lines = text
      .slice(0, 16_384)
      .replaceAll('│', '|')
      .split(/\r\n|[\r\n]/, 4);
    // Words above the table are no part of it (recognise.ts).
    const heading = lines.find((line) => line.trim() !== '' && !isRule(line)) ?? '';
    const names = heading.split('|').map(foldedName);
    return (lines.some(isRule) || isWikiHeading(heading)) &&
      names.includes('status') &&
      names.some((name) => name !== 'status' && isKnown(name))
      ? CERTAIN
      : 0;
  },
  fields: commonNames,
});

const known: ReadonlySet<string> = new Set(Object.keys(commonNames).map(foldedName));
const isKnown = (name: string): boolean => known.has(name);
