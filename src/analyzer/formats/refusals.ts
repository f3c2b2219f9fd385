import type { DeclinedKind } from '../report/declined.ts';
import { ours, say, sequence, type Sentence } from '../report/sentence.ts';
import { foldedName } from '../message/field-name.ts';
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
  advice: `If this file has been shared with anyone, rotate the auth token in the Twilio Console, or tell whoever can. ${EXPORT}`,
};
const calls: Refusal = { kind: 'calls', what: 'a call log: calls, no messages', advice: EXPORT };
const alerts: Refusal = {
  kind: 'alerts',
  what: 'a list of debugger alerts, not of messages',
  advice: `An alert names its message only by SID and says nothing of those that arrived. ${EXPORT}`,
};
/** Lists that Twilio's API has of other things, by names that only they have. */
const others: readonly (readonly [what: string, name: string])[] = [
  ['a list of messages of Twilio Conversations: their delivery is told elsewhere', 'conversationsid'],
  ['a list of Twilio Verify attempts, not of messages', 'conversionstatus'],
  ['a list of Twilio Studio executions, not of messages', 'flowsid'],
  ['a list of recordings, not of messages', 'recordingsid'],
  ['a list of recordings, not of messages', 'recordings'],
  ['an answer of Twilio Lookup: what a number is, not what was sent to it', 'nationalformat'],
  ['a list of Twilio numbers, not of messages', 'smsapplicationsid'],
];
export const recording: Refusal = {
  kind: 'not-a-log',
  what: 'a recording of a browser or an API tool (HAR, Postman), in which answers stand as texts',
  advice: `Such a recording also holds what logs you in, so it is not read; pass it on to nobody. Save the body of the answer that lists the messages as a file and open that. ${EXPORT}`,
};
/** `"{\"messages\": …`: an object or a list that a program wrote as JSON twice. */
const JSON_IN_TEXT = /^"\s*(?:\\[nrt]\s*)*[[{](?:[\s[{]|\\[nrt])*\\"/;
const jsonInText: Refusal = {
  kind: 'not-a-log',
  what: 'JSON that was written as JSON a second time: all of it is one text in quotes',
  advice: `Read that text once and save what comes out (JSON.parse, json.loads, jq fromjson), and open that. ${EXPORT}`,
};
const apiError: Refusal = {
  kind: 'not-a-log',
  what: 'an answer of the API that refuses a request, not a list of messages',
  advice: `The page of its code says why. ${EXPORT}`,
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
const SECRET_NAME = /^(twilio)?(authtoken|(apikey|api|key|client|signing)?secret|secretkey|accesstoken|password)$/;
const SECRET = String.raw`(?:auth[ _-]?token|api[ _-]?(?:key[ _-]?)?secret|secret[ _-]?key)`;
/** The same in a text: a line that assigns one, a name with a secret beside it, an account with its token as curl takes them. */
const SECRET_TEXTS: readonly RegExp[] = [
  new RegExp(String.raw`^\s*(?:export\s+)?["']?[\w-]*${SECRET}["']?\s*[:=]`, 'im'),
  new RegExp(String.raw`${SECRET}["']?[\s:=,;>|]{1,4}["']?(?=[a-z]*\d)[a-z\d]{16}`, 'i'),
  /\bAC[\da-f]{32}["']?\s*[:,]\s*["']?[\da-f]{32}\b/i,
  /\bpassword\b[^\n]{0,20}[:=]>?\s*(?:string\(32\) )?["']?[\da-f]{32}\b/i,
  /\bauthorization["']?\s*[:=,]\s*["']?Basic [a-z\d+/=]{40}/i,
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
    test: (names) =>
      names.some((name) => name.includes('alerttext')) ||
      has(names, 'resourcesid', 'loglevel') ||
      has(names, 'level', 'payload') ||
      has(names, 'level', 'errorcode', 'description'),
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
      advice: `Export the messages again with their status, or leave the columns of the export as they are. ${EXPORT}`,
    },
  },
  {
    test: (names) => has(names, 'from', 'to', 'status', 'apiversion', 'numsegments') && !names.includes('sentdate'),
    refusal: {
      kind: 'not-a-log',
      isTable: true,
      what: 'a message export without its column "SentDate": when the messages were sent cannot be told',
      advice: `Export the log again and leave its columns as they are. ${EXPORT}`,
    },
  },
  {
    test: (names) =>
      !names.some((name) => /sid$|^(?:to|from)$|number$|phone$|recipient|mobile|^body$/.test(name)) &&
      names.some((name) =>
        /^(?:messages|count|percentage|total|.*rate|messagecount|messages(?:sent|delivered|failed)|total(?:messages|count))$/.test(name),
      ),
    refusal: aggregate,
  },
];

/** Logs of other providers, by folded headings or names of values that only they have. */
const providers: readonly (readonly [provider: string, test: (names: readonly string[]) => boolean])[] = [
  [
    'Vonage',
    (names) => has(names, 'messageuuid', 'usage') || has(names, 'networkcode', 'errcode') || has(names, 'messagetimestamp', 'scts'),
  ],
  ['Vonage', (names) => has(names, 'messageid', 'clientref') || has(names, 'messageid', 'network', 'status')],
  ['Plivo', (names) => names.includes('messageuuid')],
  ['Telnyx', (names) => names.includes('messagingprofileid')],
  ['Amazon', (names) => names.includes('publishtimeutc') || names.includes('messagepriceinusd') || names.includes('priceinusd')],
  ['Amazon', (names) => has(names, 'isocountrycode', 'recordstatus') || has(names, 'isocountrycode', 'messagestatusdescription')],
  ['Bird (MessageBird)', (names) => has(names, 'originator', 'recipient') || has(names, 'originator', 'recipients')],
  ['Sinch', (names) => names.includes('batchid') && (names.includes('recipient') || names.includes('operatorstatusat'))],
  ['Infobip', (names) => names.includes('bulkid') || has(names, 'statusgroup', 'messagecount') || has(names, 'groupname', 'smscount')],
  ['Azure Communication Services', (names) => names.includes('deliverystatusdetails')],
  ['MessageMedia', (names) => names.includes('deliveryreportid') || has(names, 'sourcenumber', 'destinationnumber', 'messagestatus')],
  ['ClickSend', (names) => has(names, 'statuscode', 'statustext', 'messageid') || has(names, 'customstring', 'messageid', 'messageparts')],
  ['SendGrid, of e-mails', (names) => ['sgmessageid', 'sgeventid', 'recvmessageid', 'asmgroupid'].some((name) => names.includes(name))],
  ['Bandwidth', (names) => has(names, 'segmentcount', 'applicationid')],
  ['Meta (WhatsApp Cloud API)', (names) => names.includes('messagingproduct')],
];
const foreign = (provider: string): Refusal => ({
  kind: 'not-a-log',
  what: `a message log of ${provider}, not of Twilio`,
  advice: `Its error codes mean something else, so it is not judged by ours. ${EXPORT}`,
});

/** A message named by its SID in JSON and in print-outs. */
const NAMED_MESSAGE = /["']?(?:[Mm]essage_?)?[Ss]id["']?\s*(?::|=>)\s*["'](?:SM|MM)/;
const CALLS = /"calls"\s*:\s*\[|"sid"\s*:\s*"CA[0-9a-f]{32}"/;
const withoutStatus: Refusal = {
  kind: 'not-a-log',
  what: 'a list of messages without their status: what became of them cannot be told',
  advice: `Print or export the messages again with "status" and "error_code". ${EXPORT}`,
};

const noLog: Refusal = { kind: 'not-a-log', what: 'not a message log', advice: EXPORT };

const picture: Refusal = {
  ...noLog,
  what: 'a picture (SVG), not a text',
  advice: `A picture is not read: select the rows where they are shown, copy them and paste them here. ${EXPORT}`,
};

const pageWithTable: Refusal = {
  ...noLog,
  what: 'a web page with a table in it, not a message log',
  advice: `Where the messages stand in that table, open it in a browser or a spreadsheet, select its rows with the heading, copy them and paste them here. ${EXPORT}`,
};

const listsAsRows: Refusal = {
  ...noLog,
  what: 'a table in JSON whose rows are lists, so that names and values stand apart',
  advice: `Write each row as an object with its names (orient="records" in pandas), or all of them as CSV, and open that. ${EXPORT}`,
};
/** Lists in a list, under a key for rows or alone. */
const LISTS_AS_ROWS = /(?:^|"(?:data|rows|values|results)"\s*:\s*)\[\s*\[\s*[^\s[{\]]/;

const emptyList: Refusal = { ...noLog, what: 'a list of messages without a message in it', advice: `Widen the search. ${EXPORT}` };

/** What the libraries print of a message without its fields: "<Twilio.Api.V2010.MessageInstance account_sid=AC… sid=SM…>". */
const PRINTED_NAMES = /<Twilio\.Api\.[\w.]+\.MessageInstance\b/;
const printedNames: Refusal = {
  ...noLog,
  what: 'a print-out of a helper library that names messages and not what became of them',
  advice: `Print the fields of each message, or write them to a file as JSON. ${EXPORT}`,
};

/** Words of a heading, at most; a sentence has more. */
const HEADING_WORDS = 6;

/** Whether a heading of at least two short names stands above rows of as many cells: prose has commas too. */
function isTable(heading: Heading, text: string): boolean {
  const named = heading.cells.filter((cell) => cell !== '');
  return (
    named.length > 1 &&
    named.every((cell) => cell.split(/\s+/).length <= HEADING_WORDS && !/[.!?]$/.test(cell)) &&
    sampled(heading, text).some(({ values }) => values.length > 0)
  );
}

/** What a text is that begins with `{`, `[` or `<`. */
function refusalOfMarkup({ text, keys }: Head): Refusal {
  if (text.startsWith('<')) {
    if (/<Call>|<Calls\b/.test(text)) return calls;
    if (PRINTED_NAMES.test(text)) return printedNames;
    if (text.includes('<RestException>')) return apiError;
    if (/^(?:<\?xml[^>]*>|<!DOCTYPE[^>]*>|\s)*<svg[\s>]/i.test(text)) return picture;
    if (text.includes('<TwilioResponse')) return { ...noLog, what: 'an answer of the REST API without a message in it' };
    if (/<table[\s>]/i.test(text)) return pageWithTable;
    return { ...noLog, what: 'a web page or XML, not a message log' };
  }
  if (PRINTED_NAMES.test(text)) return printedNames;
  if (/"messages"\s*:\s*\[\s*\]/.test(text)) return emptyList;
  const names = [...(keys?.folded ?? [])];
  if (has(names, 'request', 'response')) return recording;
  const known = knownObjects(names);
  if (known !== undefined) return known;
  if (CALLS.test(text)) return calls;
  if (has(names, 'code', 'message', 'moreinfo')) return apiError;
  if (has(names, 'category', 'usage', 'count')) return aggregate;
  if (keys?.isJson === false && PRINTED_PAIRS.test(text)) return printedPairs;
  if (LISTS_AS_ROWS.test(text)) return listsAsRows;
  if (names.length === 0 && !/^[[{]\s*["'[{}\]]/.test(text)) return noLog;
  return NAMED_MESSAGE.test(text) ? withoutStatus : { ...noLog, what: 'JSON, but not a list of Twilio messages' };
}

const providerOf = (names: readonly string[]): Refusal | undefined => {
  const provider = providers.find(([, test]) => test(names))?.[0];
  return provider === undefined ? undefined : foreign(provider);
};

/** What objects are known as by the names of their values. */
function knownObjects(names: readonly string[]): Refusal | undefined {
  if (names.includes('alerttext') || names.includes('alerts') || has(names, 'errorcode', 'productname', 'payload')) return alerts;
  const other = others.find(([, name]) => names.includes(name))?.[0];
  return other === undefined ? providerOf(names) : { ...noLog, what: other };
}

/** What a table is known as by its headings. */
const knownTable = (names: readonly string[]): Refusal | undefined => providerOf(names) ?? tables.find(({ test }) => test(names))?.refusal;

/** Whether it is what a browser (HAR) or an API tool (Postman) records, though answers of the API stand in it as texts. */
export const isRecording = ({ keys }: Head): boolean => {
  const names = [...(keys?.folded ?? [])];
  return has(names, 'request', 'response') && (has(names, 'log', 'entries') || has(names, 'info', 'item'));
};

/** Whether a table or objects are known by their names as something that is not read. */
export const isKnownOther = ({ heading, keys }: Head): boolean =>
  (heading === undefined ? knownObjects([...(keys?.folded ?? [])]) : knownTable(heading.names)) !== undefined;

/** Codes of a list of alerts that are told. */
const MOST_CODES = 20;

/** A refusal with the error codes that stand in the text, in a column or behind a name. */
function withCodes(refusal: Refusal, { heading, text }: Head): Refusal {
  const named = [...text.matchAll(/(?:(?:\berror_?code|"code")\W{1,8}|<Code>)([1-9]\d{4,5})\b/gi)].map(([, code = '']) => code);
  const cells = heading === undefined ? [] : sampled(heading, text).filter(({ name }) => /^(?:error)?code$/.test(name));
  const codes = [...new Set([...cells.flatMap(({ values }) => values.filter((value) => /^[1-9]\d{4,5}$/.test(value))), ...named])];
  return codes.length === 0 ? refusal : { ...refusal, codes: codes.slice(0, MOST_CODES) };
}

/** Three lines of the head of an e-mail, or the line before one in a mailbox. */
const MAIL =
  /^(?:From \S+@\S+ .*\r?\n)?(?:(?:Return-Path|Received|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|DKIM-Signature|X-[\w-]+): .*\r?\n(?:[ \t].*\r?\n)*){3}/i;

/** A telephone number on each of the first lines and nothing else. */
const NUMBERS = /^(?:"?\+?[\d(][\d ().-]{6,20}"?[,;]?\s*(?:[\r\n]+|$)){2}/;

/** What is known by the way it begins, whatever its lines are. */
function refusalOfText(text: string): Refusal | undefined {
  if (/^BEGIN:VCARD/i.test(text)) return contacts;
  if (JSON_IN_TEXT.test(text)) return jsonInText;
  if (/(?:^|[?&])Payload(?:Type)?=/.test(text) && /(?:^|[?&])Level=/.test(text)) return alerts;
  if (/(?:^|[?&\s])CallSid=CA/.test(text)) return calls;
  const form = /^\S*?[?&]?(?=\w[\w-]*=)\S+/.exec(text)?.[0].split(/[?&]/) ?? [];
  const provider = providerOf(form.map((pair) => foldedName(pair.split('=')[0] ?? '')));
  if (provider !== undefined) return provider;
  if (NUMBERS.test(text)) return { ...contacts, what: 'a list of numbers: it says who they are, not what was sent to them' };
  if (MAIL.test(text))
    return { ...noLog, what: 'an e-mail, not a message log', advice: `Save what is attached to it and open that file. ${EXPORT}` };
  return undefined;
}

/** Whether a SID of a message stands in a row, which then is no heading. */
export const holdsSid = ({ cells }: Heading): boolean => cells.some((cell) => /\b(?:SM|MM)[0-9a-f]{32}\b/i.test(cell));

/** A message named by its SID where a program prints names and values for people. */
const PRINTED_PAIRS =
  /\b(?:message_?|sms_?)?sid\b["'\]]{0,2}\s*(?:[:=|]|=>)\s*(?:string\(\d+\)\s*)?["']?(?:SM|MM)[0-9a-f]{32}|:(?:message-?)?sid\s+"(?:SM|MM)[0-9a-f]{32}/i;
const printedPairs: Refusal = {
  kind: 'not-a-log',
  what: 'a print-out of messages as names and values: where a value ends cannot be told for sure, so it is not read',
  advice: `Write the messages as JSON (JSON.stringify, json.dumps, json_encode, to_json) or as a table with a heading row, and open that. ${EXPORT}`,
};
const oneLine: Refusal = {
  kind: 'no-header',
  what: 'a table whose heading and rows stand in one line, so its rows cannot be told apart',
  advice: `Let the program that writes it end each row with a line feed. ${EXPORT}`,
};

const contacts: Refusal = {
  kind: 'not-a-log',
  what: 'a list of people, not of messages: it says who they are, not what was sent to them',
  advice: EXPORT,
};

/** Whether folded headings are of people: a name or an address, and how to reach them. */
const areOfPeople = (names: readonly string[]): boolean =>
  names.some((name) => /^(?:firstname|lastname|surname|fullname|name|givenname|company)$/.test(name)) &&
  names.some((name) =>
    /^(?:e?mail|emailaddress|(?:mobile|cell)?phone|mobile|(?:mobile|phone)number|phone\d\w*|optin|optedin)$/.test(name),
  ) &&
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
  advice: say`There is no column ${{ text: missing }}. The columns are: ${shown(cells)}. ${ours(EXPORT)}`,
});

/** What a table is that no format of ours matches. */
function refusalOfTable(heading: Heading, text: string): Refusal {
  const { names, cells } = heading;
  if (holdsSecret(text)) return credentials;
  const table = knownTable(names);
  if (table !== undefined) return table;
  if (PRINTED_PAIRS.test(text)) return printedPairs;
  // A heading without a SID in it is one, whatever its names.
  if (holdsSid(heading)) {
    if (names.some((name) => name.startsWith('status'))) return oneLine;
    return {
      kind: 'no-header',
      what: 'a list of messages without a line of headings, so its columns cannot be told apart',
      advice: `Put the first line of the export (From,To,Body,Status,…) back on top. ${EXPORT}`,
    };
  }
  if (/(?:^|[,;\t"])CA[0-9a-f]{32}(?:[,;\t"]|$)/m.test(text)) return calls;
  if (areOfPeople(names)) return { ...contacts, isTable: true };
  if (!isTable(heading, text)) return noLog;
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
  const refusal = heading === undefined ? refusalOfMarkup(head) : (refusalOfText(text) ?? refusalOfTable(heading, text));
  return refusal.kind === 'alerts' || refusal === apiError ? withCodes(refusal, head) : refusal;
}

/** Whether a heading, also one that a format takes, has a column of secrets. */
export const hasSecretColumn = ({ heading }: Head): boolean => heading?.names.some((name) => SECRET_NAME.test(name)) === true;
