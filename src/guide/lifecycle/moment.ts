import type { Choices } from './choices.ts';

/** How well a line is supported: written in a source, concluded from one, or stated nowhere. */
export type Certainty = 'documented' | 'inferred' | 'not documented';

export interface MomentLine {
  readonly label: string;
  readonly value: string;
  readonly certainty: Certainty;
}

/** One state of a message, in words. */
export interface Moment {
  readonly state: string;
  /** The status to show, where the message has one. */
  readonly status?: 'accepted' | 'queued' | 'sending' | 'sent' | 'delivered' | 'undelivered' | 'failed';
  readonly title: string;
  readonly code?: string;
  readonly lines: readonly MomentLine[];
  /** What travels over the wire: a request, an answer, a callback. */
  readonly wire?: string;
}

/** What the words need from content/. */
export interface LifecycleWords {
  /** Twilio's title of each code used. */
  readonly titles: Readonly<Record<string, string>>;
  readonly failedFee: string;
  readonly exempt: readonly string[];
  readonly refusedFee: string;
  readonly undeliveredCost: string;
}

const line = (label: string, value: string, certainty: Certainty = 'documented'): MomentLine => ({ label, value, certainty });
const fields = (pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');

const numbers: { readonly [Sender in Choices['sender']]: string } = {
  number: '+14155550100',
  'toll-free': '+18005550100',
  'short-code': '12345',
  alphanumeric: 'MyCompany',
  whatsapp: 'whatsapp:+14155550100',
};
const sid = 'SM0a…';
const toOf = ({ country, sender, recipient }: Choices): string => {
  const british = recipient === 'landline' ? '+442079460123' : '+447700900123';
  return `${sender === 'whatsapp' ? 'whatsapp:' : ''}${country === 'US' ? '+12125550123' : british}`;
};
const fromOf = ({ sender, service }: Choices): string => (service === 'no' ? numbers[sender] : '(chosen by the service)');

const callback = (choices: Choices, status: string, code?: string): string =>
  fields({
    MessageSid: sid,
    MessageStatus: status,
    ...(code === undefined ? {} : { ErrorCode: code }),
    To: toOf(choices),
    From: fromOf(choices),
    AccountSid: 'AC0a…',
  });
const created = (status: string): string => `HTTP 201 Created\n{ "sid": "${sid}", "status": "${status}", "error_code": null }`;
/** Who takes the message from Twilio. */
const takerOf = ({ sender }: Choices): string => (sender === 'whatsapp' ? 'channel' : 'carrier');

/** Nobody can reply to a name, so an opt-out from one needs another way that no source describes. */
const optOutOf = ({ sender }: Choices, code: string): readonly MomentLine[] =>
  code === '21610' && sender === 'alphanumeric'
    ? [line('Opted out', 'Nobody can reply STOP to a name; how the block comes about', 'not documented')]
    : [];
/** The code is the general one for a sender that cannot reach the number; no source names it for a short code abroad. */
const whyOf = ({ sender }: Choices, code: string): Certainty =>
  sender === 'short-code' && (code === '21612' || code === '21703') ? 'inferred' : 'documented';

const first = line('Callback', 'None: the first status is in the API’s answer.');
const called = line('Callback', 'Sent to your status callback address, if you gave one.');

function requestOf(choices: Choices): Moment {
  const { service, sender } = choices;
  return {
    state: 'request',
    title: 'Your program asks Twilio to send',
    lines: [line('Record', 'None yet')],
    wire: `POST …/Messages.json\n${fields({
      To: toOf(choices),
      ...(service === 'no' ? { From: numbers[sender] } : { MessagingServiceSid: 'MG0a…' }),
      Body: 'Your table is ready.',
    })}`,
  };
}

function failedOf(choices: Choices, code: string, words: LifecycleWords): Moment {
  const fee = words.exempt.includes(code)
    ? 'Nothing: this code is exempt from the fee.'
    : `${words.failedFee}, the fee for a failed message.`;
  const later = code === '21703' || code === '21704';
  return {
    state: `failed-${code}`,
    status: 'failed',
    code,
    title: 'Twilio gives up: failed',
    lines: [
      line('Why', `${code} ${words.titles[code] ?? ''}`, later ? 'inferred' : 'documented'),
      ...optOutOf(choices, code),
      line('Record', 'Yes, with the status failed'),
      called,
      line('Cost', fee),
    ],
    wire: callback(choices, 'failed', code),
  };
}

function undeliveredOf(choices: Choices, code: string, words: LifecycleWords): Moment {
  const whatsapp = choices.sender === 'whatsapp';
  return {
    state: `undelivered-${code}`,
    status: 'undelivered',
    code,
    title: 'The answer comes back: undelivered',
    lines: [
      line('Why', `${code} ${words.titles[code] ?? ''}`),
      ...(code === '63016' ? [line('Status', 'undelivered, in some sources failed', 'inferred')] : []),
      line('Record', 'Yes, with the status undelivered'),
      called,
      line(
        'Cost',
        whatsapp ? 'Described as nothing for WhatsApp messages that end undelivered.' : `A paid attempt: ${words.undeliveredCost}.`,
      ),
    ],
    wire: callback(choices, 'undelivered', code),
  };
}

function refusedOf(choices: Choices, code: string, words: LifecycleWords): Moment {
  return {
    state: `refused-${code}`,
    code,
    title: 'The API refuses the request',
    lines: [
      line('Why', `${code} ${words.titles[code] ?? ''}`, whyOf(choices, code)),
      ...optOutOf(choices, code),
      line('Record', 'A failed row in the log, account by account since April 2024; before, none'),
      line('Callback', 'Whether one is sent for a refused request', 'not documented'),
      line('Cost', words.refusedFee, 'not documented'),
    ],
    wire: `HTTP 400 Bad Request\n${JSON.stringify({ code: Number(code), message: words.titles[code] ?? '', status: 400 }, undefined, 2)}`,
  };
}

/** A state of the lifecycle machine in words; `undefined` for a state it does not have. */
export function momentOf(state: string, choices: Choices, words: LifecycleWords): Moment | undefined {
  const [kind, code] = state.split('-');
  if (code !== undefined) {
    if (kind === 'refused') return refusedOf(choices, code, words);
    return kind === 'failed' ? failedOf(choices, code, words) : undeliveredOf(choices, code, words);
  }
  const inService = choices.service !== 'no';
  switch (kind) {
    case 'request':
      return requestOf(choices);
    case 'accepted':
      return {
        state,
        status: 'accepted',
        title: 'Twilio accepts it; the service looks for a sender',
        lines: [line('Record', 'Yes, with a SID'), first, line('Cost', 'Nothing yet')],
        wire: created('accepted'),
      };
    case 'queued':
      return {
        state,
        status: 'queued',
        title: 'It waits for the sender’s turn',
        lines: [line('Record', 'Yes, with a SID'), inService ? called : first, line('Waits', '10 hours at most')],
        wire: inService ? callback(choices, 'queued') : created('queued'),
      };
    case 'sending':
      return {
        state,
        status: 'sending',
        title: choices.sender === 'whatsapp' ? 'It is being handed to the channel' : 'It is being handed to the nearest carrier',
        lines: [line('Callback', 'Whether this change sends one', 'not documented')],
      };
    case 'sent':
      return {
        state,
        status: 'sent',
        title: `The ${takerOf(choices)} took it`,
        lines: [called, line('What now', 'Waits for a receipt. Where none ever comes, this is the last status.')],
        wire: callback(choices, 'sent'),
      };
    case 'delivered':
      return {
        state,
        status: 'delivered',
        title: 'A receipt says it arrived',
        lines: [
          called,
          ...(choices.sender === 'toll-free' && choices.country === 'GB'
            ? [line('Arrives', 'Whether British carriers deliver messages of US toll-free numbers', 'not documented')]
            : []),
          choices.sender === 'whatsapp'
            ? line('Cost', 'The price of a message on the channel', 'inferred')
            : line('Cost', 'The price of its segments plus carrier fees'),
        ],
        wire: callback(choices, 'delivered'),
      };
    case undefined:
    default:
      return undefined;
  }
}
