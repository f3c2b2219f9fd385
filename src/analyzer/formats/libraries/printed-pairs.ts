import { foldedName } from '../../message/field-name.ts';
import type { Field } from '../../message/fields.ts';
import { parseStatus } from '../../../catalog/status.ts';
import type { Named, NamedRecords, Taken } from '../../records/records.ts';
import { isClosing, isOpening, pairIn, type PairLayout, type PairLine, type PairNotation } from '../../records/pairs/notation.ts';
import { valueOf } from '../../records/pairs/value.ts';
import { SURE, type Format } from '../format.ts';
import { itself, namedFormat } from '../named-format.ts';
import { commonNames } from '../programs/field-names.ts';

/** How much of a text is looked at. */
const SAMPLE = 65_536;
const MOST_LINES = 2_000;
/** Lines between the status of a message and its other names. */
const REACH = 60;
/** Names of fields besides the status, of which one says whose message it is. */
const FEWEST_NAMES = 2;

/** The first line of TOML and of files with settings: "[[messages]]". */
const SECTION = /^\[\[?[\w .-]+\]\]?[ \t]*[\r\n]/;

/** The first line of what `error_log(print_r(…))` of PHP leaves: a time in brackets before the word. */
const STAMPED = /^\[[^\][\r\n]{4,60}\][^{\r\n]{0,200}\b(?:Array|Object)[ \t]*[\r\n]+[ \t]*\(/;

const names: Readonly<Record<string, Field>> = { ...commonNames, message_status: 'status', sms_status: 'status' };
const fields = new Map(Object.entries(names).map(([name, field]) => [foldedName(name), field]));
const fieldOf = (name: string): Field | undefined => fields.get(foldedName(name));

interface Met extends PairLine {
  readonly at: number;
}

/** Where names stand around the first status, in one notation; `undefined` where it is none. */
function layoutIn(lines: readonly string[], notation: PairNotation): PairLayout | undefined {
  const met: Met[] = lines.flatMap((line, at) => {
    const pair = pairIn(line, notation);
    return pair === undefined || fieldOf(pair.name) === undefined ? [] : [{ ...pair, at }];
  });
  const status = met.find(({ name, rest, at }) => {
    if (fieldOf(name) !== 'status') return false;
    const value = valueOf([rest, ...(rest === '' ? lines.slice(at + 1, at + 2) : [])], notation, 0);
    return typeof value === 'string' && parseStatus(value) !== undefined;
  });
  if (status === undefined) return undefined;
  const near = met.filter(({ at, name }) => Math.abs(at - status.at) <= REACH && fieldOf(name) !== 'status');
  for (const [align, place] of [
    ['start', 'start'],
    ['end', 'end'],
  ] as const) {
    const column = status[place];
    const beside = new Set(near.filter((one) => one[place] === column).map(({ name }) => fieldOf(name)));
    if (beside.size < FEWEST_NAMES || !(['sid', 'to', 'from'] as const).some((field) => beside.has(field))) continue;
    const layout: PairLayout = { notation, align, column };
    if (notation !== 'plain') return layout;
    const inPlace = lines.map((line) => pairIn(line, notation)).filter((one) => one?.[place] === column);
    // Blanks before the first line are not of the head, so that its name seems to stand elsewhere.
    const top = pairIn(lines[0] ?? '', notation);
    const isMoved = top !== undefined && top[place] < column && fieldOf(top.name) !== undefined;
    const firsts = [...(isMoved ? [top] : []), ...inPlace].map((one) => foldedName(one?.name ?? ''));
    const statuses = met.filter((one) => one[place] === column && fieldOf(one.name) === 'status');
    // Of one record every name is one; of several those that come again.
    const names = new Set(firsts.filter((name, at) => statuses.length < 2 || fields.has(name) || firsts.indexOf(name) < at));
    const next = statuses[1]?.at ?? lines.length;
    const isMarked = lines
      .slice(status.at + 1, next)
      .some((line) => isOpening(line, layout) || isClosing(line, layout) || pairIn(line, notation)?.isEntry === true);
    const [first] = firsts.filter((name) => names.has(name));
    return isMarked || first === undefined ? { ...layout, names } : { ...layout, names, first };
  }
  return undefined;
}

/** Where the names of messages stand in a text; `undefined` where they do not stand in lines of their own. */
function layoutOf(text: string): PairLayout | undefined {
  const lines = text.slice(0, SAMPLE).split(/\r\n|[\r\n]/, MOST_LINES);
  for (const notation of ['psql', 'php', 'plain'] as const) {
    const layout = layoutIn(lines, notation);
    if (layout !== undefined) return layout;
  }
  return undefined;
}

/** The message in a record. PHP prints what is around a message the same way, in brackets of its own. */
function take(record: Named): Taken {
  const told = new Set(Object.keys(record).map(fieldOf));
  return told.has('status') || told.has('to') || told.has('body') ? itself(record) : { kind: 'bookkeeping' };
}

const plain = namedFormat({
  id: 'printed-pairs',
  name: 'Messages printed as lines of names and values (PHP, YAML, psql \\x, mysql \\G)',
  kind: 'pairs',
  // What begins with a bracket is of objects, but for the name of a section.
  recognise: ({ heading, text }) =>
    (heading !== undefined || SECTION.test(text) || STAMPED.test(text)) && layoutOf(text) !== undefined ? SURE : 0,
  fields: names,
  take,
});

/** Messages with a name and a value a line, as programs print them for people: any that carries the names of the API or of callbacks. */
export const printedPairs: Format = {
  ...plain,
  recordsUnder: ({ text }) => {
    const pairs = layoutOf(text);
    return { ...(plain.records as NamedRecords), ...(pairs === undefined ? {} : { pairs }) };
  },
};
