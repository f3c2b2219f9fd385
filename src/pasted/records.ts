import { parseErrorCode } from '../catalog/error-code.ts';
import { parseStatus, type Status } from '../catalog/status.ts';

/** What a paste says of one message at one moment: a callback, a message as JSON, a row. */
export interface Told {
  /** As it stands there, also masked; absent where none is named. */
  readonly sid?: string;
  readonly status?: Status;
  readonly code?: string;
  readonly to?: string;
  readonly from?: string;
  /** Whether its names or its SID are Twilio's own, so that it is certainly about a message. */
  readonly isTwilio: boolean;
}

type FieldName = 'sid' | 'status' | 'code' | 'to' | 'from';

/** Spellings of fields in callbacks, in JSON of the API, in event streams and in programs; source: facts.yaml `message-statuses`, fixtures of tests. */
const spellings: Readonly<Record<string, FieldName>> = {
  messagesid: 'sid',
  smssid: 'sid',
  smsmessagesid: 'sid',
  sid: 'sid',
  messagestatus: 'status',
  smsstatus: 'status',
  status: 'status',
  errorcode: 'code',
  to: 'to',
  from: 'from',
};
const TWILIO = /^(?:message|sms(?:message)?)_?(?:sid|status)$|^error_?code$/i;

/** A name, what parts it from its value in some language, and the value: `MessageStatus=sent`, `"status": "sent"`, `'To', '+1'`, `:sid=>"SM"`. */
const pair =
  /(?<![A-Za-z0-9_-])["'`“:[]{0,2}((?:message|sms|smsmessage)[_ -]?(?:sid|status)|sid|status|error[_ -]?code|to|from)["'`”\]]?\s*(?:=>|=|:|,(?=\s*["'])|\||\t)\s*(?:u?["'`“[]{1,2}([^"'`”\]\n]{0,80})["'`”\]]|([^\s"'`“,;&|{})>\]]{0,80}))/gi;

interface Found {
  readonly name: FieldName;
  readonly raw: string;
  readonly value: string;
  readonly at: number;
}

const SID = /^(?:SM|MM)(?:[0-9a-f]{32}|[0-9a-zA-Z*•.…_-]{2,34})$/;

function fieldsOf(text: string): readonly Found[] {
  return [...text.matchAll(pair)].flatMap((match): readonly Found[] => {
    const raw = (match[1] ?? '').toLowerCase().replaceAll(/[_ -]/g, '');
    const name = spellings[raw];
    const value = (match[2] ?? match[3] ?? '').trim();
    if (name === undefined) return [];
    if (name === 'sid' && !SID.test(value)) return [];
    if (name === 'status' && statusOf(value) === undefined) return [];
    if (name === 'code' && parseErrorCode(value) === undefined) return [];
    return [{ name, raw: match[1] ?? '', value, at: match.index }];
  });
}

/** A status as the API or the Console writes it; "Delivery Unknown" is the Console's name for `sent` (content/guide/status.mdx). */
export function statusOf(text: string): Status | undefined {
  const word = text.trim().toLowerCase().replaceAll(/["']/g, '');
  return word === 'delivery unknown' ? 'sent' : parseStatus(word.replaceAll(/[ -]/g, '_'));
}

/** For each place the start of the innermost `{` around it, -1 outside of all; braces in strings do no harm that the rules below do not mend. */
function objectsOf(text: string): (at: number) => number {
  const opens: number[] = [];
  const starts: number[] = [];
  const owners: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter !== '{' && letter !== '}') continue;
    if (letter === '{') opens.push(at);
    else opens.pop();
    starts.push(at);
    owners.push(opens.at(-1) ?? -1);
  }
  return (place) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return owners[low - 1] ?? -1;
  };
}

/** A value of a form as it was before it was encoded. */
function decoded(value: string | undefined): string | undefined {
  try {
    return value?.includes('%') === true ? decodeURIComponent(value) : value;
  } catch {
    return value;
  }
}

const toldOf = (fields: readonly Found[]): Told => {
  const first = (name: FieldName): string | undefined => decoded(fields.find((field) => field.name === name)?.value);
  const [sid, status, code, to, from] = [first('sid'), first('status'), first('code'), first('to'), first('from')];
  const known = status === undefined ? undefined : statusOf(status);
  const parsed = code === undefined ? undefined : parseErrorCode(code);
  return {
    ...(sid === undefined ? {} : { sid }),
    ...(known === undefined ? {} : { status: known }),
    ...(parsed === undefined ? {} : { code: parsed }),
    ...(to === undefined ? {} : { to }),
    ...(from === undefined ? {} : { from }),
    isTwilio: sid !== undefined || fields.some(({ raw }) => TWILIO.test(raw)),
  };
};

const says = ({ sid, status, code }: Told): boolean => sid !== undefined || status !== undefined || code !== undefined;
const distinct = (values: readonly (string | undefined)[]): number => new Set(values.filter((value) => value !== undefined)).size;

/** Fields that belong together: of one object, of one line of pairs, up to a name that comes a second time. */
function groupsOf(text: string): readonly (readonly Found[])[] {
  const ownerOf = objectsOf(text);
  const pairsInLine = text.includes('&');
  const lineOf = (at: number): number => text.lastIndexOf('\n', at);
  const groups = new Map<string, Found[]>();
  const rounds = new Map<string, number>();
  for (const field of fieldsOf(text)) {
    const owner = ownerOf(field.at);
    const place = owner >= 0 ? `o${String(owner)}` : pairsInLine ? `l${String(lineOf(field.at))}` : 'text';
    const round = rounds.get(place) ?? 0;
    const current = groups.get(`${place}/${String(round)}`) ?? [];
    const repeats = current.some(({ raw }) => raw === field.raw);
    const key = `${place}/${String(repeats ? round + 1 : round)}`;
    if (repeats) rounds.set(place, round + 1);
    groups.set(key, repeats ? [field] : [...current, field]);
  }
  return [...groups.values()];
}

/**
 * What a text tells of messages by named fields, in the order of the text.
 *
 * Fields of several objects or lines are one record only if they cannot be two: one SID, one status and one code among all of them.
 */
export function recordsIn(text: string): readonly Told[] {
  const groups = groupsOf(text).filter((group) => says(toldOf(group)));
  const told = groups.map(toldOf);
  if (told.length < 2) return told;
  const one = [told.map(({ sid }) => sid), told.map(({ status }) => status), told.map(({ code }) => code)].every(
    (values) => distinct(values) < 2,
  );
  // Two lines that say the same of a message without a SID are one line, logged twice.
  return one ? [toldOf(groups.flat())] : told;
}
