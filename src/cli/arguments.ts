import { codedFields, textFields, type Field } from '../analyzer/message/fields.ts';
import { dateOrders } from '../analyzer/message/time/loose-times.ts';
import type { Told } from '../analyzer/read-source.ts';
import type { Filter } from '../analyzer/report/filter.ts';
import { say, sequence, type Sentence } from '../analyzer/report/sentence.ts';
import { rowForms, type RowForm } from '../analyzer/write/rows.ts';
import type { CommandLine, Option } from './command-line.ts';
import { failLimits, type FailLimit } from './fail-on.ts';
import { either, readWanted, wantedOptions, type Wanted } from './wanted.ts';
import { readWhere, whereFields } from './where.ts';

export interface Arguments {
  readonly files: readonly string[];
  readonly wanted: Wanted;
  readonly timeZone: string;
  readonly told: Told;
  /** Whether what names people is left out of JSON. */
  readonly isMasked: boolean;
  /** Only these messages; findings in it are named by key or by id. */
  readonly where?: Filter;
  /** The same as it was typed, for whoever is passed the report; empty for none. */
  readonly only: Sentence;
  /** The messages themselves instead of a report. */
  readonly rows?: RowForm;
  /** Another log or saved report, to be compared with instead of reported on. */
  readonly against?: string;
  /** An earlier report, saved as JSON, to be compared with besides. */
  readonly baseline?: string;
  /** What of the findings makes the command end with `exit.found`. */
  readonly failOn: readonly FailLimit[];
  /** File for the rows that were skipped. */
  readonly skipped?: string;
}

const fields: readonly Field[] = [...codedFields, ...textFields];

/** The options that say what a log leaves out, for every command that reads logs. */
export const toldOptions = {
  'times-in': { type: 'string', value: 'ZONE', says: 'zone of times in the log that do not say theirs; UTC when absent' },
  dates: {
    type: 'string',
    value: 'ORDER',
    choices: dateOrders,
    says: 'of dates such as 8/9/2025 in a log that does not show which',
  },
  map: {
    type: 'string',
    value: 'FIELD=COLUMN,...',
    says: `which column of a table is which, such as status=State,to=Recipient; the others are guessed. Fields: ${fields.join(', ')}`,
  },
} as const satisfies Readonly<Record<string, Option>>;

/** The zone in which a report tells times, for every command that prints one. */
export const zoneOption = {
  timezone: {
    type: 'string',
    default: 'UTC',
    value: 'ZONE',
    says: 'zone in which times are shown, such as UTC (default) or America/Sao_Paulo; no figure depends on it',
  },
} as const satisfies Readonly<Record<string, Option>>;

export const analyzeLine = {
  name: 'analyze',
  usage: ['FILE... [OPTION]...'],
  short: 'what broke in message logs, since when, for whom',
  says: 'Reads exported Twilio message logs; "-" reads standard input. Nothing is sent anywhere.',
  takesFiles: true,
  options: {
    ...wantedOptions,
    masked: {
      type: 'boolean',
      says: 'with --format json: without whole numbers, SIDs, lists and what else names people, as it may be kept; still good for --baseline',
    },
    where: {
      type: 'string',
      multiple: true,
      value: 'NAME=VALUE',
      says: `only messages that pass; several of one name: any of them, of different names: all. Names: ${whereFields.join(', ')}; code=none for messages without one, outcome=not-arrived, since and until as 2025-08-14T13:00Z, finding by its id or key`,
    },
    rows: {
      type: 'string',
      value: 'FORM',
      choices: rowForms,
      says: 'the messages themselves, whole numbers and texts, by the names of the REST API',
    },
    against: {
      type: 'string',
      value: 'FILE',
      says: 'compares with another log, or with a report saved as JSON, and prints nothing else: what is better, worse, new, gone; as text or json',
    },
    baseline: {
      type: 'string',
      value: 'FILE',
      says: 'an earlier report, saved with --format json: the report says what is new, gone and worse since. Other formats than text stay as they are, and it is said on the side',
    },
    'fail-on': {
      type: 'string',
      multiple: true,
      value: 'WHAT',
      choices: failLimits,
      says: 'ends with 4 where there is a finding as grave as that or graver, or, for new, one that the baseline does not have; may be given more than once',
    },
    ...zoneOption,
    ...toldOptions,
    skipped: { type: 'string', value: 'FILE', says: 'writes the rows that could not be read to FILE, as CSV: file, line, reason' },
  },
  exits: {
    0: 'analysed',
    2: 'unusable arguments or unreadable file',
    3: 'not a message log, or logs that cannot be compared',
    4: 'analysed, and there is what --fail-on names',
  },
} as const satisfies CommandLine;

/** Options as they were typed. */
type Typed = Readonly<
  Partial<Record<Exclude<keyof (typeof analyzeLine)['options'], 'where' | 'fail-on' | 'masked'>, string | undefined>>
> & {
  readonly masked?: boolean | undefined;
  readonly timezone: string;
  readonly where?: readonly string[] | undefined;
  readonly 'fail-on'?: readonly string[] | undefined;
};

/** What is asked for, or the sentence that says what is wrong with it. */
export function readArguments(values: Typed, files: readonly string[]): Arguments | string {
  const wanted = readWanted(values);
  if (typeof wanted === 'string') return wanted;
  const { timezone: timeZone, skipped, against, baseline } = values;
  if (!isTimeZone(timeZone)) return noZone(timeZone);
  const told = readTold(values);
  if (typeof told === 'string') return told;
  if (files.length === 0) return 'Name at least one log file, or "-" for standard input.';
  if (files.filter((name) => name === '-').length > 1) return 'Standard input ("-") can be read only once.';
  const where = readWhere(values.where);
  if (typeof where === 'string') return where;
  const rows = rowForms.find((form) => form === values.rows);
  if (values.rows !== undefined && rows === undefined) return `"${values.rows}" is no form of rows; use ${rowForms.join(' or ')}.`;
  const failOn: FailLimit[] = [];
  for (const word of values['fail-on'] ?? []) {
    const limit = failLimits.find((known) => known === word);
    if (limit === undefined) return `"${word}" is nothing to fail on; use ${either(failLimits)}.`;
    failOn.push(limit);
  }
  const mixed = mixedUp({ ...values, rows }, wanted);
  if (mixed !== undefined) return mixed;
  if (skipped === '') return '--skipped names no file.';
  return {
    files,
    wanted,
    timeZone,
    told,
    failOn,
    isMasked: values.masked === true,
    only: sequence(
      (values.where ?? []).map((name) => say`${{ name }}`),
      '; ',
    ),
    ...(where === undefined ? {} : { where }),
    ...(rows === undefined ? {} : { rows }),
    ...(against === undefined ? {} : { against }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(skipped === undefined ? {} : { skipped }),
  };
}

/** What cannot be asked for together, in one sentence; `undefined` where all can. */
function mixedUp(
  { rows, against, baseline, format, masked, 'fail-on': failOn = [] }: Omit<Typed, 'rows'> & { readonly rows: RowForm | undefined },
  wanted: Wanted,
): string | undefined {
  if (rows !== undefined && (against !== undefined || baseline !== undefined || format !== undefined || failOn.length > 0))
    return '--rows prints messages and nothing else; leave --format, --against, --baseline and --fail-on out.';
  if (rows !== undefined && wanted.kind !== 'report') return '--rows prints messages and nothing else; leave --list and --packet out.';
  if (masked === true && (rows !== undefined || against !== undefined || wanted.kind !== 'report' || wanted.form !== 'json'))
    return '--masked goes with --format json of a report; leave it out.';
  if (against === '') return '--against names no file.';
  if (baseline === '') return '--baseline names no file.';
  if (against !== undefined && (baseline !== undefined || failOn.length > 0))
    return '--against prints a comparison and nothing else; leave --baseline and --fail-on out.';
  if (against !== undefined && (wanted.kind !== 'report' || (wanted.form !== 'text' && wanted.form !== 'json')))
    return '--against prints text or, with --format json, JSON.';
  if (failOn.includes('new') && baseline === undefined)
    return '--fail-on new needs to know what is not new; name an earlier report with --baseline.';
  return undefined;
}

/** @returns what a log leaves out, or the sentence that says what is wrong with an option */
export function readTold({
  'times-in': zone,
  dates,
  map,
}: Readonly<Partial<Record<keyof typeof toldOptions, string | undefined>>>): Told | string {
  if (zone !== undefined && !isTimeZone(zone)) return noZone(zone);
  const order = dateOrders.find((known) => known === dates);
  if (dates !== undefined && order === undefined) return `"${dates}" is no order of dates; use month-first or day-first.`;
  const columns = readMap(map);
  return typeof columns === 'string' ? columns : { zone, order, columns };
}

export const noZone = (name: string): string => `"${name}" is no time zone; use a name such as UTC, Europe/Berlin or America/Sao_Paulo.`;

/** "to=Recipient,status=State" as field -> heading, or the sentence that says what is wrong with it. */
function readMap(text: string | undefined): ReadonlyMap<Field, string> | string | undefined {
  if (text === undefined) return undefined;
  const columns = new Map<Field, string>();
  for (const pair of text.split(',')) {
    const [name = '', ...heading] = pair.split('=');
    const field = fields.find((known) => known.toLowerCase() === name.trim().toLowerCase());
    if (field === undefined) return `"${name.trim()}" is no field of a message; use ${fields.join(', ')}.`;
    if (heading.join('=').trim() === '') return `--map names no column for ${field}; write ${field}=COLUMN.`;
    columns.set(field, heading.join('=').trim());
  }
  return columns;
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
