import type { DeclinedKind } from '../report/declined.ts';
import { ours, say, sequence, type Sentence } from '../report/sentence.ts';
import type { Head, Heading } from './format.ts';
import { sampled } from './own-table/guess.ts';

/** Something that is recognised and not read: what it is, and what to do instead. */
export interface Refusal {
  readonly kind: DeclinedKind;
  readonly format?: string;
  /** Goes on after "log.csv is ". */
  readonly what: string;
  readonly advice: string | Sentence;
  /** Whether it is a table that may hold messages: a reader can say which column is which. */
  readonly isTable?: true;
  /** Error codes that stand in it. */
  readonly codes?: readonly string[];
}

/** Which export is read, for those who have the Console and for those who have not. */
export const EXPORT =
  'Export the messages in the Twilio Console under Monitor > Logs > Messaging as CSV and open that file. Without access to the Console, ask whoever has it for that file, or open what your own programs have of the messages: answers of the API, status callbacks, a table.';
export const credentials: Refusal = {
  kind: 'credentials',
  what: 'a file with credentials in it, so it was not read and nothing of it is shown',
  advice:
    'If this file has been shared with anyone, rotate the auth token in the Twilio Console. Then export the message log and open that instead.',
};
const calls: Refusal = { kind: 'calls', what: 'a call log: calls, no messages', advice: EXPORT };
const alerts: Refusal = {
  kind: 'alerts',
  what: 'a list of debugger alerts, not of messages',
  advice: `An alert names its message only by SID and says nothing of those that arrived. ${EXPORT}`,
};
const aggregate: Refusal = {
  kind: 'aggregate',
  what: 'a table of sums, not a log: its messages cannot be told apart',
  advice: `Sums show how much failed, not why. ${EXPORT}`,
};

const has = (names: readonly string[], ...wanted: readonly string[]): boolean => wanted.every((name) => names.includes(name));

/** Whether folded headings are of messages: who to, who from, what, when. */
const isOfMessages = (names: readonly string[]): boolean =>
  [
    /^(?:to|from|sentto|sentfrom|tonumber|fromnumber)$/,
    /body$|^(?:message|text)$/,
    /^(?:date|sentdate|datesent|sentat|timestamp)/,
    /sid$/,
  ].filter((pattern) => names.some((name) => pattern.test(name))).length > 2;

/** Folded headings that mean credentials. */
const SECRET_NAME = /^(twilio)?(authtoken|apikeysecret|apisecret|secretkey|accesstoken|password)$/;
const SECRET = String.raw`(?:auth[ _-]?token|api[ _-]?(?:key[ _-]?)?secret|secret[ _-]?key)`;
/** The same in a text: a line that assigns one, a name with a secret beside it, an account with its token as curl takes them. */
const SECRET_TEXTS: readonly RegExp[] = [
  new RegExp(String.raw`^\s*(?:export\s+)?["']?[\w-]*${SECRET}["']?\s*[:=]`, 'im'),
  new RegExp(String.raw`${SECRET}["']?[\s:=,;>|]{1,4}["']?(?=[a-z]*\d)[a-z\d]{16}`, 'i'),
  /\bAC[\da-f]{32}["']?\s*:\s*["']?[\da-f]{32}\b/i,
];
/** Texts of messages in JSON: what they say is no matter of the file. */
const BODY = /"body"\s*:\s*"(?:[^"\\]|\\.)*"/gi;

/** Whether a text assigns or shows a secret outside the texts of messages. */
export function holdsSecret(head: string): boolean {
  const text = head.replace(BODY, '""');
  return SECRET_TEXTS.some((pattern) => pattern.test(text));
}

/** Other tables, the narrow ones first: the first that matches is taken. */
const tables: readonly { readonly test: (names: readonly string[]) => boolean; readonly refusal: Refusal }[] = [
  {
    test: (names) => names.includes('alerttext') || has(names, 'resourcesid', 'loglevel') || has(names, 'level', 'payload'),
    refusal: alerts,
  },
  {
    test: (names) =>
      (has(names, 'starttime', 'endtime') || has(names, 'duration', 'direction') || names.includes('callsid')) && !names.includes('body'),
    refusal: calls,
  },
  {
    test: (names) => !names.some((name) => name.endsWith('status')) && isOfMessages(names),
    refusal: {
      kind: 'not-a-log',
      isTable: true,
      what: 'a list of messages without its column "Status": what became of the messages cannot be told',
      advice: 'Export the messages again with their status, or leave the columns of the export as they are.',
    },
  },
  {
    test: (names) => has(names, 'from', 'to', 'status', 'apiversion', 'numsegments') && !names.includes('sentdate'),
    refusal: {
      kind: 'not-a-log',
      isTable: true,
      what: 'a message export without its column "SentDate": when the messages were sent cannot be told',
      advice: 'Export the log again and leave its columns as they are.',
    },
  },
  {
    test: (names) => !has(names, 'status') && names.some((name) => /^(messages|count|percentage|total|messagecount)$/.test(name)),
    refusal: aggregate,
  },
];

/** Logs of other providers, by headings that only they have. */
const providers: readonly (readonly [provider: string, test: (names: readonly string[]) => boolean])[] = [
  ['Plivo', (names) => names.includes('messageuuid')],
  ['Vonage', (names) => has(names, 'messageid', 'clientref') || has(names, 'messageid', 'network', 'status')],
  ['Telnyx', (names) => names.includes('messagingprofileid')],
  ['Amazon SNS', (names) => names.includes('publishtimeutc') || names.includes('messagepriceinusd')],
  ['Bird (MessageBird)', (names) => has(names, 'originator', 'recipient')],
];
const foreign = (provider: string): Refusal => ({
  kind: 'not-a-log',
  what: `a message log of ${provider}, not of Twilio`,
  advice: `Its error codes mean something else, so it is not judged by ours. ${EXPORT}`,
});

/** JSON, JSON lines and dumps, by their beginning; the narrow ones first. */
const dumps: readonly { readonly test: RegExp; readonly refusal: Refusal }[] = [
  { test: /"(?:alert_text|alertText|alerts)"\s*:/, refusal: alerts },
  { test: /"calls"\s*:\s*\[|"sid"\s*:\s*"CA[0-9a-f]{32}"/, refusal: calls },
  {
    test: /["']?(?:[Mm]essage_?)?[Ss]id["']?\s*(?::|=>)\s*["'](?:SM|MM)/,
    refusal: {
      kind: 'not-a-log',
      what: 'a list of messages without their status: what became of them cannot be told',
      advice: `Print or export the messages again with "status" and "error_code". ${EXPORT}`,
    },
  },
];

const noLog: Refusal = { kind: 'not-a-log', what: 'not a message log', advice: EXPORT };

const emptyList: Refusal = { ...noLog, what: 'a list of messages without a message in it', advice: `Widen the search. ${EXPORT}` };

/** What the libraries print of a message without its fields: "<Twilio.Api.V2010.MessageInstance account_sid=AC… sid=SM…>". */
const PRINTED_NAMES = /<Twilio\.Api\.[\w.]+\.MessageInstance\b/;
const printedNames: Refusal = {
  ...noLog,
  what: 'a print-out of a helper library that names messages and not what became of them',
  advice: `Print the fields of each message, or write them to a file as JSON. ${EXPORT}`,
};

/** Whether the first two lines part into as many cells by one sign, at least two. */
function isTable(head: string): boolean {
  const [first = '', second = ''] = head.split(/\r?\n|\r/);
  const cells = (line: string, sign: string): number => line.replace(/"[^"]*"/g, '').split(sign).length;
  return [',', ';', '\t', '|'].some((sign) => cells(first, sign) > 1 && cells(first, sign) === cells(second, sign));
}

/** What a text is that begins with `{`, `[` or `<`. */
function refusalOfMarkup(text: string): Refusal {
  if (text.startsWith('<')) {
    if (/<Call>|<Calls\b/.test(text)) return calls;
    if (PRINTED_NAMES.test(text)) return printedNames;
    if (text.includes('<TwilioResponse')) return { ...noLog, what: 'an answer of the REST API without a message in it' };
    return { ...noLog, what: 'a web page or XML, not a message log' };
  }
  if (PRINTED_NAMES.test(text)) return printedNames;
  return (
    (/"messages"\s*:\s*\[\s*\]/.test(text) ? emptyList : dumps.find(({ test }) => test.test(text))?.refusal) ?? {
      ...noLog,
      what: 'JSON, but not a list of Twilio messages',
    }
  );
}

/** What a table is known as by its headings. */
const knownTable = (names: readonly string[]): Refusal | undefined => {
  const provider = providers.find(([, test]) => test(names))?.[0];
  return provider === undefined ? tables.find(({ test }) => test(names))?.refusal : foreign(provider);
};

/** Whether a table is known by its headings as something that is not read. */
export const isKnownOther = ({ heading }: Head): boolean => heading !== undefined && knownTable(heading.names) !== undefined;

/** Codes of a list of alerts that are told. */
const MOST_CODES = 20;

/** A refusal with the error codes that stand in the text, in a column or behind a name. */
function withCodes(refusal: Refusal, { heading, text }: Head): Refusal {
  const named = [...text.matchAll(/\berror_?code\W{1,8}([1-9]\d{4,5})\b/gi)].map(([, code = '']) => code);
  const cells = heading === undefined ? [] : sampled(heading, text).filter(({ name }) => /^(?:error)?code$/.test(name));
  const codes = [...new Set([...cells.flatMap(({ values }) => values.filter((value) => /^[1-9]\d{4,5}$/.test(value))), ...named])];
  return codes.length === 0 ? refusal : { ...refusal, codes: codes.slice(0, MOST_CODES) };
}

/** Three lines of the head of an e-mail, or the line before one in a mailbox. */
const MAIL =
  /^(?:From \S+@\S+ .*\r?\n)?(?:(?:Return-Path|Received|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|DKIM-Signature|X-[\w-]+): .*\r?\n(?:[ \t].*\r?\n)*){3}/i;

/** What is known by the way it begins, whatever its lines are. */
function refusalOfText(text: string): Refusal | undefined {
  if (/^BEGIN:VCARD/i.test(text)) return contacts;
  if (MAIL.test(text))
    return { ...noLog, what: 'an e-mail, not a message log', advice: `Save what is attached to it and open that file. ${EXPORT}` };
  return undefined;
}

const contacts: Refusal = {
  kind: 'not-a-log',
  what: 'a list of people, not of messages: it says who they are, not what was sent to them',
  advice: EXPORT,
};

/** Whether folded headings are of people: a name or an address, and how to reach them. */
const areOfPeople = (names: readonly string[]): boolean =>
  names.some((name) => /^(?:firstname|lastname|surname|fullname|name|givenname|company)$/.test(name)) &&
  names.some((name) => /^(?:e?mail|emailaddress|(?:mobile|cell)?phone|mobile|(?:mobile|phone)number|phone\d|optin|optedin)$/.test(name)) &&
  !names.some((name) => /status|state|outcome|body|sid$/.test(name));

/** Headings as a sentence shows them. */
const shown = (cells: readonly string[]): Sentence =>
  sequence(
    cells
      .filter((cell) => cell !== '')
      .slice(0, 20)
      .map((cell) => say`${{ text: cell.slice(0, 60) }}`),
    ', ',
  );

/** A table in which a column is missing that a reader named. */
export const withoutColumn = (missing: string, cells: readonly string[]): Refusal => ({
  kind: 'not-a-log',
  isTable: true,
  what: 'a table without a column that you named',
  advice: say`There is no column ${{ text: missing }}. The columns are: ${shown(cells)}.`,
});

/** What a table is that no format of ours matches. */
function refusalOfTable({ names, cells }: Heading, text: string): Refusal {
  if (holdsSecret(text)) return credentials;
  const table = knownTable(names);
  if (table !== undefined) return table;
  // A heading without a SID in it is one, whatever its names.
  if (cells.some((cell) => /^(?:SM|MM)[0-9a-f]{32}$/i.test(cell))) {
    return {
      kind: 'no-header',
      what: 'a list of messages without a line of headings, so its columns cannot be told apart',
      advice: 'Put the first line of the export (From,To,Body,Status,…) back on top, or export the log again.',
    };
  }
  if (/(?:^|[,;\t"])CA[0-9a-f]{32}(?:[,;\t"]|$)/m.test(text)) return calls;
  if (areOfPeople(names)) return { ...contacts, isTable: true };
  // Prose has commas too, but its lines have no common number of them.
  if (!isTable(text)) return noLog;
  return {
    ...noLog,
    isTable: true,
    what: 'a table in which no column is known to say what became of a message',
    advice: say`Its columns are: ${shown(cells)}. If it holds messages, say which column is which: in the form of this page, or on the command line with --map status=COLUMN,to=COLUMN. ${ours(EXPORT)}`,
  };
}

/** What a text is that no format takes. */
export function refusalOf(head: Head): Refusal {
  const { text, heading } = head;
  const refusal = heading === undefined ? refusalOfMarkup(text) : (refusalOfText(text) ?? refusalOfTable(heading, text));
  return refusal.kind === 'alerts' ? withCodes(refusal, head) : refusal;
}

/** Whether a heading, also one that a format takes, has a column of secrets. */
export const hasSecretColumn = ({ heading }: Head): boolean => heading?.names.some((name) => SECRET_NAME.test(name)) === true;
