import { parseArgs } from 'node:util';
import { codedFields, textFields, type Field } from '../analyzer/message/fields.ts';
import { dateOrders } from '../analyzer/message/time/loose-times.ts';
import type { Told } from '../analyzer/read-source.ts';
import type { Filter } from '../analyzer/report/filter.ts';
import { rowForms, type RowForm } from '../analyzer/write/rows.ts';
import { readWanted, type Wanted } from './wanted.ts';
import { readWhere, whereFields } from './where.ts';
import { reasonOf } from '../analyzer/words/reason-of.ts';

export interface Arguments {
  readonly kind: 'run';
  readonly files: readonly string[];
  readonly wanted: Wanted;
  readonly timeZone: string;
  readonly told: Told;
  /** Only these messages; findings in it are named by key or by id. */
  readonly where?: Filter;
  /** The messages themselves instead of a report. */
  readonly rows?: RowForm;
  /** Another log or saved report, to compare with. */
  readonly against?: string;
  /** File for the rows that were skipped. */
  readonly skipped?: string;
}

const fields: readonly Field[] = [...codedFields, ...textFields];

export const usage = `Usage: npm run --silent analyze -- FILE... [--format text|json|markdown] [--list LIST] [--packet FINDING] [--where NAME=VALUE]... [--rows csv|jsonl] [--against FILE] [--timezone ZONE] [--times-in ZONE] [--dates ORDER] [--map FIELD=COLUMN,...] [--skipped FILE]
Reads exported Twilio message logs; "-" reads standard input. Nothing is sent anywhere.

  --format    text (default), json (the public form, version 1) or markdown (numbers masked, no message texts)
  --list      numbers to act on, whole: stop, phone, resend, never-resend or ask-twilio, with --format digits (default: E.164 without
              "+", one a line), csv (reason, codes, times, last seen, sample SID) or json
  --when      with --list resend: only those to send again now, later or after-fix; digits leave the last out unless asked
  --packet    what to tell Twilio support about a finding, named by its id or its key (as JSON has them): SIDs that are young
              enough, counts, the question to ask; as text, markdown or json, numbers masked
  --where     only messages that pass; several of one name: any of them, of different names: all. Names:
              ${whereFields.join(', ')};
              code=none for messages without one, outcome=not-arrived, since and until as 2025-08-14T13:00Z, finding by its id or key
  --rows      the messages themselves, whole numbers and texts: csv or jsonl, by the names of the REST API
  --against   compares with another log, or with a report saved as JSON: what is better, worse, new, gone; as text or json
  --timezone  zone in which text shows times, such as UTC (default) or America/Sao_Paulo; no figure depends on it
  --times-in  zone of times in the log that do not say theirs; UTC when absent
  --dates     month-first or day-first, for dates such as 8/9/2025 in a log that does not show which
  --map       which column of a table is which, such as status=State,to=Recipient; the others are guessed. Fields:
              ${fields.join(', ')}
  --skipped   writes the rows that could not be read to FILE, as CSV: file, line, reason
  --help      this text

Exit code: 0 analysed, 2 unusable arguments or unreadable file, 3 not a message log, or logs that cannot be compared.
`;

/** Command line to what it asks for, or to the sentence that says what is wrong with it. */
export function readArguments(
  argv: readonly string[],
): Arguments | { readonly kind: 'help' } | { readonly kind: 'wrong'; readonly problem: string } {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        list: { type: 'string' },
        when: { type: 'string' },
        packet: { type: 'string' },
        where: { type: 'string', multiple: true },
        rows: { type: 'string' },
        against: { type: 'string' },
        timezone: { type: 'string', default: 'UTC' },
        ...toldOptions,
        skipped: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return { kind: 'wrong', problem: reasonOf(error) };
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: 'help' };
  const wanted = readWanted(values);
  if (typeof wanted === 'string') return { kind: 'wrong', problem: wanted };
  if (!isTimeZone(values.timezone)) return { kind: 'wrong', problem: noZone(values.timezone) };
  const told = readTold(values);
  if (typeof told === 'string') return { kind: 'wrong', problem: told };
  if (positionals.length === 0) return { kind: 'wrong', problem: 'Name at least one log file, or "-" for standard input.' };
  if (positionals.filter((name) => name === '-').length > 1)
    return { kind: 'wrong', problem: 'Standard input ("-") can be read only once.' };
  const { skipped, against } = values;
  const where = readWhere(values.where);
  if (typeof where === 'string') return { kind: 'wrong', problem: where };
  const rows = rowForms.find((form) => form === values.rows);
  if (values.rows !== undefined && rows === undefined)
    return { kind: 'wrong', problem: `"${values.rows}" is no form of rows; use ${rowForms.join(' or ')}.` };
  const mixed = mixedUp({ ...values, rows }, wanted);
  if (mixed !== undefined) return { kind: 'wrong', problem: mixed };
  if (skipped === '') return { kind: 'wrong', problem: '--skipped names no file.' };
  return {
    kind: 'run',
    files: positionals,
    wanted,
    timeZone: values.timezone,
    told,
    ...(where === undefined ? {} : { where }),
    ...(rows === undefined ? {} : { rows }),
    ...(against === undefined ? {} : { against }),
    ...(skipped === undefined ? {} : { skipped }),
  };
}

/** What cannot be asked for together, in one sentence; `undefined` where all can. */
function mixedUp(
  {
    rows,
    against,
    format,
  }: { readonly rows: RowForm | undefined; readonly against?: string | undefined; readonly format?: string | undefined },
  wanted: Wanted,
): string | undefined {
  if (rows !== undefined && (against !== undefined || format !== undefined || wanted.kind !== 'report'))
    return '--rows prints messages and nothing else; leave --format, --list, --packet and --against out.';
  if (against === '') return '--against names no file.';
  if (against !== undefined && (wanted.kind !== 'report' || wanted.form === 'markdown'))
    return '--against prints text or, with --format json, JSON.';
  return undefined;
}

/** The options that say what a log leaves out, for every command that reads logs. */
export const toldOptions = { 'times-in': { type: 'string' }, dates: { type: 'string' }, map: { type: 'string' } } as const;

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
