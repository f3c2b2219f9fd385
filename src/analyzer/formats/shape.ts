import type { DeclinedKind } from '../report/declined.ts';

/** A shape that is recognised and not read. */
export interface Shape {
  readonly kind: DeclinedKind;
  readonly format?: string;
  /** Goes on after "log.csv is ". */
  readonly what: string;
  readonly advice: string;
}

const EXPORT = 'Export the messages in the Twilio Console under Monitor > Logs > Messaging as CSV and open that file.';
const later = (format: string, what: string): Shape => ({
  kind: 'not-yet',
  format,
  what: `${what}, which is not read yet`,
  advice: EXPORT,
});

export const credentials: Shape = {
  kind: 'credentials',
  what: 'a file with credentials in it, so it was not read and nothing of it is shown',
  advice:
    'If this file has been shared with anyone, rotate the auth token in the Twilio Console. Then export the message log and open that instead.',
};
const calls: Shape = { kind: 'calls', what: 'a call log: calls, no messages', advice: EXPORT };
const alerts: Shape = {
  kind: 'alerts',
  what: 'a list of debugger alerts, not of messages',
  advice: `An alert names its message only by SID. ${EXPORT}`,
};
const aggregate: Shape = {
  kind: 'aggregate',
  what: 'a table of sums, not a log: its messages cannot be told apart',
  advice: `Sums show how much failed, not why. ${EXPORT}`,
};

const has = (names: readonly string[], ...wanted: readonly string[]): boolean => wanted.every((name) => names.includes(name));

/** Header cells (headerName) that mean credentials. */
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

function holdsSecret(head: string): boolean {
  const text = head.replace(BODY, '""');
  return SECRET_TEXTS.some((pattern) => pattern.test(text));
}

/** Other tables, the narrow ones first; research/field-map.json, signatures. */
const tables: readonly { readonly test: (names: readonly string[]) => boolean; readonly shape: Shape }[] = [
  { test: (names) => names.includes('alerttext') || has(names, 'resourcesid', 'loglevel'), shape: alerts },
  {
    test: (names) =>
      (has(names, 'starttime', 'endtime') || has(names, 'duration', 'direction') || names.includes('callsid')) && !names.includes('body'),
    shape: calls,
  },
  { test: (names) => names.some((name) => name.startsWith('fivetran')), shape: later('fivetran', 'a message table copied by Fivetran') },
  { test: (names) => names.some((name) => name.startsWith('airbyte')), shape: later('airbyte', 'a message table copied by Airbyte') },
  { test: (names) => has(names, 'messageid', 'timestampsent'), shape: later('dbt-enhanced', 'a message table of dbt') },
  { test: (names) => has(names, 'messagesid', 'messagestatus', 'eventname'), shape: later('eventstreams', 'an Event Streams table') },
  { test: (names) => has(names, 'messagesid', 'messagestatus'), shape: later('statuscallback', 'a log of status callbacks') },
  {
    test: (names) => has(names, 'sid', 'datesent') && has(names, 'uri'),
    shape: later('rest-csv', 'a message list of the REST API as CSV'),
  },
  {
    test: (names) => has(names, 'from', 'to', 'body') && names.includes('sentdate') && !names.includes('status'),
    shape: {
      kind: 'not-a-log',
      what: 'a message export without its column "Status": what became of the messages cannot be told',
      advice: 'Export the log again and leave its columns as they are.',
    },
  },
  {
    test: (names) => has(names, 'from', 'to', 'status', 'apiversion', 'numsegments') && !names.includes('sentdate'),
    shape: {
      kind: 'not-a-log',
      what: 'a message export without its column "SentDate": when the messages were sent cannot be told',
      advice: 'Export the log again and leave its columns as they are.',
    },
  },
  {
    test: (names) =>
      has(names, 'status') &&
      names.some((name) => /^(to|from|phonenumber|tonumber|body|messagebody)$/.test(name)) &&
      names.some((name) => /sid$|^id$|date|sentat/.test(name)),
    shape: later('other-csv', 'a message list made by a script or tool'),
  },
  {
    test: (names) => !has(names, 'status') && names.some((name) => /^(messages|count|percentage|total|messagecount)$/.test(name)),
    shape: aggregate,
  },
];

/** JSON, JSON lines and dumps, by their beginning; the narrow ones first. */
const dumps: readonly { readonly test: RegExp; readonly shape: Shape }[] = [
  { test: /"(?:alert_text|alertText|alerts)"\s*:/, shape: alerts },
  { test: /"calls"\s*:\s*\[|"sid"\s*:\s*"CA[0-9a-f]{32}"/, shape: calls },
  { test: /"specversion"\s*:|com\.twilio\.messaging/, shape: later('eventstreams', 'an Event Streams log') },
  { test: /"type"\s*:\s*"(?:RECORD|SCHEMA)"/, shape: later('records-jsonl', 'a message stream of Airbyte or Singer') },
  { test: /"MessageStatus"\s*:/, shape: later('statuscallback', 'a log of status callbacks') },
  { test: /"(?:accountSid|numSegments)"\s*:/, shape: later('node-json', 'a message list of the Node library or the CLI') },
  {
    test: /"(?:sid|account_sid)"\s*:\s*"(?:SM|MM|AC)[0-9a-fA-F]{32}"/,
    shape: later('rest-json', 'a message list of the REST API as JSON'),
  },
  { test: /^\s*\[?\s*\{\s*[a-z]\w*:/i, shape: later('node-inspect', 'a console.log dump, not JSON') },
];

const noLog: Shape = { kind: 'not-a-log', what: 'not a message log', advice: EXPORT };

const emptyList: Shape = { ...noLog, what: 'a list of messages without a message in it', advice: `Widen the search. ${EXPORT}` };

/** Whether the first two lines part into as many cells by one sign, at least two. */
function isTable(head: string): boolean {
  const [first = '', second = ''] = head.split(/\r?\n|\r/);
  const cells = (line: string, sign: string): number => line.replace(/"[^"]*"/g, '').split(sign).length;
  return [',', ';', '\t', '|'].some((sign) => cells(first, sign) > 1 && cells(first, sign) === cells(second, sign));
}

/** What a text that begins with `{`, `[` or `<` is. */
export function shapeOfMarkup(head: string): Shape {
  if (holdsSecret(head)) return credentials;
  if (head.trimStart().startsWith('<')) {
    if (/<Call>|<Calls\b/.test(head)) return calls;
    if (head.includes('<TwilioResponse')) return later('rest-xml', 'an answer of the REST API as XML');
    return { ...noLog, what: 'a web page or XML, not a message log' };
  }
  return (
    (/"messages"\s*:\s*\[\s*\]/.test(head) ? emptyList : dumps.find(({ test }) => test.test(head))?.shape) ?? {
      ...noLog,
      what: 'JSON, but not a list of Twilio messages',
    }
  );
}

/** What a table is that no format of ours matches. */
export function shapeOfTable(names: readonly string[], head: string): Shape {
  if (names.some((name) => SECRET_NAME.test(name)) || holdsSecret(head)) return credentials;
  const table = tables.find(({ test }) => test(names))?.shape;
  if (table !== undefined) return table;
  if (/^SID {2,}\S/.test(head)) return later('cli-columns', 'a table printed by the Twilio CLI');
  if (/(?:^|[,;\t"])(?:SM|MM)[0-9a-f]{32}(?:[,;\t"]|$)/m.test(head)) {
    return {
      kind: 'no-header',
      what: 'a list of messages without a line of headings, so its columns cannot be told apart',
      advice: 'Put the first line of the export (From,To,Body,Status,…) back on top, or export the log again.',
    };
  }
  if (/(?:^|[,;\t"])CA[0-9a-f]{32}(?:[,;\t"]|$)/m.test(head)) return calls;
  // Prose has commas too, but its lines have no common number of them.
  return isTable(head) ? { ...noLog, what: 'a table, but not a message log' } : noLog;
}

/** Whether a header that a format matches also has a column of secrets. */
export const hasSecretColumn = (names: readonly string[]): boolean => names.some((name) => SECRET_NAME.test(name));
