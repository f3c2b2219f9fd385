import { foldedName } from '../../message/field-name.ts';

/** How programs print a record with a name and its value a line. */
export type PairNotation =
  /** psql's `\x`: "sid | SM…" under "-[ RECORD 1 ]-". */
  | 'psql'
  /** print_r, var_dump and var_export of PHP and what Laravel prints: "[sid] => SM…" between the brackets of an array or an object. */
  | 'php'
  /** YAML, TOML, `\G` of mysql, lines of sqlite, lists of PowerShell, prints by hand: "sid: SM…", "sid = SM…". */
  | 'plain';

/** Where the names of a record stand, so that a text with a name in it is told from them. */
export interface PairLayout {
  readonly notation: PairNotation;
  /** Whether all names begin in one place of the line, or end there. */
  readonly align: 'start' | 'end';
  /** Characters before that place. */
  readonly column: number;
  /** Folded name of the first value of each record, where nothing else marks where one begins. */
  readonly first?: string;
  /** Folded names of the values, where a line of a text may look like one; any when absent. */
  readonly names?: ReadonlySet<string>;
}

/** A line with a name in it. */
export interface PairLine {
  readonly name: string;
  /** Characters before the name. */
  readonly start: number;
  /** Characters up to the end of what parts it from its value. */
  readonly end: number;
  /** What stands behind that. */
  readonly rest: string;
  /** Whether a dash before it begins an entry of a list. */
  readonly isEntry: boolean;
}

/** What stands before the name (blanks, the dash of a list), the name, what stands behind it, and what parts it from the value. */
const lines: Readonly<Record<PairNotation, RegExp>> = {
  psql: /^([|│]? *)(\w(?:[\w ]{0,58}\w)?)( *)[|│] ?/,
  php: /^( *)(?:\["?|['"])(\w{1,60})((?:"?:[\w\\":]{1,99})?(?:"?\]|['"])) ?=> ?/,
  plain: /^( *(?:- )?)[:'"]?([A-Za-z](?:[\w ]{0,58}\w)?)(['"]?[ \t]{0,60})(?:: |:$|=(?![=>]) ?)/,
};

/** The name in a line and where it stands; `undefined` for a line without one. */
export function pairIn(line: string, notation: PairNotation): PairLine | undefined {
  const match = lines[notation].exec(line);
  if (match === null) return undefined;
  const [all, before = '', name = ''] = match;
  return { name, start: before.length, end: all.trimEnd().length, rest: line.slice(all.length), isEntry: before.includes('-') };
}

/** Whether a name is one of a record, and stands where they do. */
export const isInPlace = ({ name, start, end }: PairLine, { align, column, names }: PairLayout): boolean =>
  (align === 'start' ? start : end) === column && (names === undefined || names.has(foldedName(name)));

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

/** Whether a line stands where PHP puts the brackets around the names of a record: two or four blanks before them. */
const isAround = (line: string, { column }: PairLayout): boolean => [2, 4].includes(column - indentOf(line));

/** Whether a line is the mark with which a record begins, and no part of it. */
export function isOpening(line: string, layout: PairLayout): boolean {
  switch (layout.notation) {
    case 'psql':
      return /^[+┌├]?[-─]\[ RECORD \d+ \]/i.test(line);
    case 'php':
      return /[([{] ?▼?$/.test(line) && isAround(line, layout);
    case 'plain':
      return /^\*{3,} \d+\. row \*{3,}$/.test(line);
  }
}

/** Whether a line ends the record before it, and is no part of it. */
export function isClosing(line: string, layout: PairLayout): boolean {
  switch (layout.notation) {
    case 'psql':
      return false;
    case 'php':
      return /^ *[)}\]],?$/.test(line) && isAround(line, layout);
    case 'plain':
      return (
        /^[-=*_─]{3,}$/.test(line) ||
        /^\[\[?[\w .-]+\]\]?$/.test(line) ||
        /^\d+ rows? in set/.test(line) ||
        // The name of the next entry, or the list's own neighbours.
        (layout.first === undefined && layout.align === 'start' && line.trim() !== '' && indentOf(line) < layout.column)
      );
  }
}
