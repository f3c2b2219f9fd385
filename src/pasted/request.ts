import { parseErrorCode } from '../catalog/error-code.ts';
import type { Note, Reading } from './reading.ts';

/** A request that sends a message: a command in a terminal, or a call of a helper library. */
const command =
  /\bcurl\b[\s\S]*api\.twilio\.com|\bapi\.twilio\.com\/2010-04-01\/Accounts\/[^/\s]*\/(?:SMS\/)?Messages(?:\.json)?[\s\S]*(?:\s-d|--data|\bdata=|--form)|(?:^|\n)[>$\s]*(?:https?\s(?:.* )?POST|xhs?\s|wget\s)[^\n]*api\.twilio\.com\/[^\n]*\/Messages/i;
const library =
  /\bmessages\s*(?:\.|->|\[['"]?)\s*create\s*\(|\bMessageResource\s*\.\s*Create(?:Async)?\s*\(|\bMessage\s*\.\s*creator\s*\(|\bCreateMessageParams\b|\bapi:core:messages:create\b|\bmessages->sendMessage\b|\bsms\.messages\.create\b|\b(?:iwr|irm|Invoke-(?:RestMethod|WebRequest))\s[\s\S]*api\.twilio\.com\/\S+\/Messages/;

interface Given {
  /** As it is written: "To", "from_", "body". */
  readonly name: string;
  readonly value: string;
}

/** In quotes as a whole, several joined by "&", or only the value in quotes. */
const commandPair = /[\s=](?:["'“”‘’]([A-Za-z_]+)=([^"'“”‘’\n\\]*)|([A-Za-z_]+)=["'“”‘’]?((?<=["'“”‘’])[^"'“”‘’\n]*|[^\s"'“”‘’\\]*))/g;
const callPair = /(?<![\w.])["':]?(\w+)["']?\s*(?:=>|=|:)\s*(?:new\s+[\w.\\]+\(\s*)?(["'“”‘’`][^"'“”‘’`\n]*["'“”‘’`]|[\w.$[\]'"()]+)/g;

const parameters: Readonly<Record<string, string>> = {
  to: 'To',
  from: 'From',
  from_: 'From',
  body: 'Body',
  messagingservicesid: 'MessagingServiceSid',
  messaging_service_sid: 'MessagingServiceSid',
  mediaurl: 'MediaUrl',
  media_url: 'MediaUrl',
  contentsid: 'ContentSid',
  content_sid: 'ContentSid',
};
/** Names that other APIs use for the same. */
const misnomers: Readonly<Record<string, string>> = {
  message: 'Body',
  text: 'Body',
  msg: 'Body',
  content: 'Body',
  sms: 'Body',
  recipient: 'To',
  destination: 'To',
  phone: 'To',
  phonenumber: 'To',
  phone_number: 'To',
  number: 'To',
  sender: 'From',
  source: 'From',
  senderid: 'From',
  sender_id: 'From',
};

const refused = (text: string, code: string): Note => ({ text, lead: { to: 'error', code } });
const unquoted = (value: string): string => value.replaceAll(/^["'“”‘’`]+|["'“”‘’`]+$/g, '');
const isLiteral = (value: string): boolean => /^["'“”‘’`]/.test(value) && !value.includes('${') && !value.includes('#{');

function commandNotes(text: string): { readonly given: readonly Given[]; readonly notes: readonly Note[] } {
  const given = [...text.matchAll(commandPair)].flatMap(([, name, value, bare, own = '']): readonly Given[] =>
    `${name ?? bare ?? ''}=${value ?? own}`.split(/&(?=[A-Za-z_]+=)/).map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1) };
    }),
  );
  const notes: Note[] = [];
  for (const { name } of given) {
    const meant = parameters[name.toLowerCase()] ?? misnomers[name.toLowerCase()];
    if (meant !== undefined && meant !== name)
      notes.push({ text: `“${name}” is no parameter of the API: it is ${meant}, with these capitals.` });
  }
  if (/(?:^|\s)-d\s+["']?(?:To|From)=\+/.test(text))
    notes.push({ text: 'A “+” in -d is read as a space. Use --data-urlencode for To and From, or write %2B.' });
  return { given: given.map(({ name, value }) => ({ name: parameters[name.toLowerCase()] ?? name, value })), notes };
}

function callNotes(text: string): { readonly given: readonly Given[]; readonly notes: readonly Note[] } {
  const python = /\bfrom_\s*=|\bimport\s+twilio|\bfrom\s+twilio/.test(text);
  const pairs = [...text.matchAll(callPair)];
  const given = pairs.flatMap(([, name = '', value = '']): readonly Given[] => {
    const meant = parameters[name.toLowerCase()];
    return meant === undefined ? [] : [{ name: meant, value: isLiteral(value) ? unquoted(value) : '' }];
  });
  const notes: Note[] = [];
  if (python && pairs.some(([, name, value = '']) => name === 'from' && value !== ''))
    notes.push({ text: 'In Python it is from_, with an underscore: “from” is a word of the language.' });
  const wrong = pairs.flatMap(([, name = '']) => {
    const meant = misnomers[name.toLowerCase()];
    return meant === undefined || given.some((other) => other.name === meant)
      ? []
      : [{ text: `“${name}” is not what the library calls it: ${meant.toLowerCase()}.` }];
  });
  return { given, notes: [...notes, ...wrong.slice(0, 2)] };
}

function numberNotes(given: readonly Given[]): readonly Note[] {
  const value = (name: string): string => (given.find((pair) => pair.name === name)?.value ?? '').replaceAll('%2B', '+').trim();
  const [to, from] = [value('To'), value('From')];
  const notes: Note[] = [];
  const isNumber = (text: string): boolean => /^[+\d][\d\s().-]{4,}$/.test(text);
  if (isNumber(to) && !/^\+[1-9]\d{6,14}$/.test(to))
    notes.push(refused(`To is not written as + and digits with the country code. Refused with 21211`, '21211'));
  if (isNumber(from) && !/^\+[1-9]\d{6,14}$/.test(from) && !/^\d{3,8}$/.test(from))
    notes.push(refused('From is not written as + and digits with the country code. Refused with 21212', '21212'));
  if (to !== '' && to === from) notes.push(refused('To and From are the same. Refused with 21266', '21266'));
  if (/^whatsapp:/.test(to) !== /^whatsapp:/.test(from) && to !== '' && from !== '')
    notes.push(refused('One of To and From is on WhatsApp and the other is not. Refused with 21910', '21910'));
  return notes;
}

function missingNotes(given: readonly Given[], isWhole: boolean): readonly Note[] {
  if (!isWhole) return [];
  const has = (...names: readonly string[]): boolean => given.some(({ name }) => names.includes(name));
  return [
    ...(has('To') ? [] : [refused('There is no To. Refused with 21604', '21604')]),
    ...(has('From', 'MessagingServiceSid') ? [] : [refused('There is neither From nor MessagingServiceSid. Refused with 21603', '21603')]),
    ...(has('Body', 'MediaUrl', 'ContentSid') ? [] : [refused('There is no Body, MediaUrl or ContentSid. Refused with 21619', '21619')]),
  ];
}

/**
 * A request or a piece of a program that sends a message.
 *
 * @returns what would be refused, as far as it can be seen; `undefined` for anything else, and for a text that names an error code
 */
export function requestReading(text: string): Reading | undefined {
  const isCommand = command.test(text);
  if (!isCommand && !library.test(text)) return undefined;
  if (/Traceback \(most recent|\bat [\w.$<>]+ ?\(|Exception in thread|RestException|ApiException/.test(text)) return undefined;
  const { given, notes } = isCommand ? commandNotes(text) : callNotes(text);
  const curly = /[“”‘’]/.test(text);
  const secret = /\bAC[0-9a-f]{32}["']?\s*[:,]\s*["']?[0-9a-f]{32}\b/i.test(text);
  const found: readonly Note[] = [
    ...(secret
      ? [{ text: 'It holds an auth token. If anybody else has seen it, make a new one in the Twilio Console. Nothing of it is kept here.' }]
      : []),
    ...(curly
      ? [
          refused(
            'Curly quotes (“ ” ‘ ’), as a word processor makes them: a terminal and a program take them for letters, and parameters are swallowed. “To is required” although it was typed is 21604',
            '21604',
          ),
        ]
      : []),
    ...notes,
    ...missingNotes(given, isCommand ? given.length > 0 : /[)}]/.test(text) && given.length > 0),
    ...numberNotes(given),
  ];
  return {
    kind: 'request',
    says: `${isCommand ? (/\bcurl\b/.test(text) ? 'A curl command' : 'A command') : 'Code'} that sends a message${found.length === 0 ? '; no fault that shows' : ''}`,
    sure: false,
    notes: [
      ...found,
      {
        text: 'What did the API answer? Paste the answer here, or go on in the guide',
        lead: { to: 'guide', step: 'api-response', answers: { have: 'api' } },
      },
    ],
  };
}

/** Longer texts are more than a status. */
const LONGEST_STATUS = 60;

/** An HTTP status alone: "401", "HTTP 429". */
export function httpReading(text: string): Reading | undefined {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_STATUS) return undefined;
  const status =
    /^(?:http|status|error)?[\s/:.\d]*?(?:status|code)?[\s:]*\b(400|401|403|404|429|500|502|503|504)\.?$/i.exec(trimmed)?.[1] ??
    /^http(?:\/\d(?:\.\d)?)?\s+(400|401|403|404|429|500|502|503|504)\s+[a-z ]{3,30}$/i.exec(trimmed)?.[1];
  if (status === undefined || parseErrorCode(status) === undefined) return undefined;
  const answer = { '403': '401', '502': '500', '503': '500', '504': '500' }[status] ?? status;
  return {
    kind: 'status',
    says: `The API answered HTTP ${status}`,
    sure: true,
    lead: { to: 'guide', step: 'start', answers: { have: 'api', http: answer } },
    receipt: `HTTP status ${status}`,
  };
}
