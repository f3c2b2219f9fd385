import type { LineRecords } from '../records.ts';
import type { Row } from '../row.ts';

/** Cuts a line into cells. */
export type CutLine = (line: string) => Row;

/** A line drawn between rows, for the eye only: "+-----+----+", "|:---|---:|", "-----+----", "----- -----". */
export const isRule = (line: string): boolean => /^\s*[-+|:=\s─┼├┤┌┐└┘┬┴]{3,}$/.test(line) && /[-=─]{2}/.test(line);

/** The heading of a table as wikis and Jira write it: "||sid||status||" above "|SM…|sent|". */
export const isWikiHeading = (line: string): boolean => /^\s*\|\|.*\|\|\s*$/.test(line);

/** The text of a cell that `console.table` of Node puts between apostrophes. */
const unquoted = (cell: string): string => /^'(.*)'$/.exec(cell)?.[1] ?? cell;

/** At bars; where the heading stands between two of them, every line does. */
const atBars = (heading: string): CutLine => {
  const isBoxed = /^\s*[|│]/.test(heading);
  const isWiki = isWikiHeading(heading);
  return (line) => {
    const drawn = isWiki && line === heading ? line.replaceAll('||', '|') : line.replaceAll('│', '|');
    const bare = isBoxed
      ? drawn
          .trim()
          .replace(/^\|/, '')
          .replace(/(?<!\\)\|$/, '')
      : drawn;
    return bare.split(/(?<!\\)\|/).map((cell) => unquoted(cell.replaceAll('\\|', '|').trim()));
  };
};

const atTabs: CutLine = (line) => line.split('\t');

/** Dashes under the words of a heading, as wide as their columns: "---- --------". */
export const isRuler = (line: string): boolean => /^ *-{2,}(?: +-+)+ *$/.test(line);

/** At the places where the words of the heading begin, or the dashes under them; where a wide character moved them, at two blanks or more. */
function atColumns(heading: string): CutLine {
  const gaps = isRuler(heading) ? /(?:^| +)(?=-)/g : /(?:^| {2,})(?=\S)/g;
  const starts = [...heading.matchAll(gaps)].map((gap) => gap.index + gap[0].length);
  return (line) => {
    const isAligned = starts.every((start) => start === 0 || start > line.length || /^ ?$/.test(line.slice(start - 1, start)));
    if (isAligned) return starts.map((start, place) => line.slice(start, starts[place + 1]).trim());
    const cells = line.trim().split(/ {2,}/);
    // pandas numbers its rows in a column without a heading.
    return cells.length === starts.length + 1 && /^\d+$/.test(cells[0] ?? '') ? cells.slice(1) : cells;
  };
}

/** What cuts the lines under a heading line. @param heading or the ruler under it, which shows the columns better */
export function cutterOf(cut: LineRecords['cut'], heading: string): CutLine {
  switch (cut) {
    case 'tabs':
      return atTabs;
    case 'bars':
      return atBars(heading);
    case 'columns':
      return atColumns(heading);
  }
}

/** The cells of a heading line, whatever it is cut at. */
export const headingCells = (cutLine: CutLine, line: string): Row => cutLine(line).map((cell) => cell.trim());
