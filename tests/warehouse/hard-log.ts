import { HEADER } from '../bench/generate.ts';
import { Random } from '../bench/random.ts';
import { forms } from './forms.ts';

/** 2025-08-14T17:00:00Z, the newest message but a stray one. */
const NEWEST = Date.UTC(2025, 7, 14, 17);
const ACCOUNT = `AC${'a'.repeat(32)}`;
const MINUTE = 60_000;

interface Message {
  from: string;
  to: string;
  body: string;
  status: string;
  /** Milliseconds; NaN for an empty cell. */
  time: number;
  segments: string;
  code: string;
  sid: string;
  direction: string;
  price: string;
  unit: string;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const row = ({ from, to, body, status, time, segments, code, sid, direction, price, unit }: Message): string => {
  const sent = Number.isNaN(time) ? '' : `${new Date(time + 120 * MINUTE).toISOString().slice(0, 19)}+02:00`;
  return `${quoted(from)},${quoted(to)},${quoted(body)},${status},${sent},"2010-04-01",${segments},${code},${ACCOUNT},${sid},"${direction}",${price},${unit},"FALSE",`;
};

const SERVICE = `MG${'b'.repeat(32)}`;

/** The same message as Airbyte copies it: made, sent and changed at times of their own, some missing, some the wrong way round. */
function airbyteRow({ from, to, body, status, time, segments, code, sid, direction, price, unit }: Message, random: Random): string {
  const at = (ms: number): string => (Number.isNaN(ms) ? '' : new Date(ms).toISOString());
  const waited = random.pick([
    0,
    1,
    400,
    500,
    900,
    1_000,
    40_000,
    99_499,
    99_500,
    104_999,
    994_999,
    995_000,
    9_949_999,
    9_950_000,
    50_000_000,
    -499,
    -500,
    -501,
    NaN,
  ]);
  const travelled = random.pick([
    0,
    700,
    2_000,
    2_500,
    61_000,
    99_999,
    105_000,
    1_049_999,
    1_050_000,
    43_199_499,
    43_200_500,
    -500,
    -3_000,
    NaN,
  ]);
  const sent = random.next() < 0.06 ? NaN : time;
  return [
    quoted(`row-${sid}`),
    sid,
    quoted(from),
    quoted(to),
    quoted(body),
    status,
    direction,
    code,
    at(Number.isNaN(sent) ? time : sent - waited),
    at(sent),
    at(time + travelled),
    segments,
    price,
    unit,
    random.next() < 0.2 ? SERVICE : '',
  ].join(',');
}

const area = ['202', '212', '305', '416', '604', '242', '787', '808', '907', '999'] as const;
/** Numbers kept for fiction, or of countries that share a calling code, or of none: the last digits are filled in. */
const elsewhere = [
  '+4477009001',
  '+447797700',
  '+447781100',
  '+76010001',
  '+7903000',
  '+390669800',
  '+3906698',
  '+393300000',
  '+33639981',
  '+614915701',
  '+883510000',
  '+5511900000',
  '+91900000',
  '+212600000',
  '+3584570',
] as const;

const firstWords = ['Hi', 'Dear', 'Hello', 'HI', ''] as const;
const names = ['Dana', 'Zoé', 'O’Brien', 'Jürgen', 'Ana Maria', 'McDonald', '李', 'omar', 'Übel'] as const;
const offers = [
  '20% off, today only https://acme.example/s/',
  'your code is 482913.',
  'order 1,299.50 ships 10:30, see www.acme.example/t',
  'call us: “https://acme.example/a?b=1” or reply C',
  'it’s 🎉 time\nSee you, ',
  '(http://acme.example) ok http://b.example/x https://c.example',
] as const;

/** A body that is hard to blank. */
export const hardBody = (random: Random): string =>
  `${random.pick(firstWords)} ${random.pick(names)}${random.pick([',', '!', ' ', '\u00a0', '; '])} ${random.pick(offers)}${random.digits(random.below(9))} ${random.pick(names)} ${random.pick(['.', '', '…', '"quoted"', '\tTab'])}`;

/**
 * A made-up log of the Console with all that is odd in logs: rows that repeat a message in an older or newer state, channels, spaces in
 * numbers, short codes, no sender, other units, no price, unknown and planned statuses, no time, a time far ahead, shared calling codes,
 * inbound messages that failed, codes on delivered messages, opt-outs, messages in flight and without a receipt.
 *
 * @param form whose columns it has: those of Airbyte tell when a message was made, sent and changed
 * @param worded cells of errors besides those with a bare code
 */
export function hardLog(rows: number, seed: number, form: keyof typeof forms = 'console', worded: readonly string[] = []): string {
  const random = new Random(seed);
  const senders = ['+12025550100', '+18005550101', '24365', 'ACMEBANK', 'whatsapp:+12025550109', '+1 (202) 555-0107', ''] as const;
  const number = (): string => {
    const kind = random.below(20);
    if (kind < 11) return `+1${random.pick(area)}5550${String(100 + random.below(100))}`;
    if (kind < 16) return `${random.pick(elsewhere)}${random.digits(2)}`;
    if (kind === 16) return `whatsapp:+1${random.pick(area)}5550${String(100 + random.below(40))}`;
    if (kind === 17) return `+1 (${random.pick(area)}) 555-0${String(100 + random.below(40))}`;
    return random.pick(['messenger:1234567890123456', '1.20256E+10', '12025550123', 'not a number', '']);
  };
  const messages = Array.from({ length: rows }, (_, place): Message => {
    const sender = random.pick(senders);
    const isInbound = random.next() < 0.07;
    const fate = random.next();
    const [status, code] =
      fate < 0.6
        ? [
            random.pick(['delivered', 'delivered', 'delivered', 'read', 'Delivered', 'partially_delivered']),
            random.next() < 0.02 ? '30003' : '0',
          ]
        : fate < 0.75
          ? [random.pick(['sent', 'sent', 'queued', 'accepted', 'sending', 'scheduled', 'canceled', 'strange', '']), '']
          : [
              random.pick(['undelivered', 'undelivered', 'failed', 'FAILED']),
              random.pick([
                '30003',
                '30005',
                '30006',
                '30007',
                '30007',
                '30008',
                '30034',
                '21610',
                '21211',
                '21614',
                '63003',
                '030001',
                '0',
                '99999',
                ...worded,
              ]),
            ];
    const far = random.next();
    const person = number();
    return {
      from: isInbound ? person : sender,
      to: isInbound ? '+12025550100' : person,
      body: isInbound && random.next() < 0.5 ? random.pick(['STOP', 'stop', ' Unsubscribe ', 'START', 'yes']) : hardBody(random),
      status: isInbound ? random.pick(['received', 'received', 'receiving', 'failed']) : status,
      time: far < 0.004 ? NaN : place === 7 ? Date.UTC(2031, 1, 1) : NEWEST - Math.floor((far * 20 * 24 * 60 * MINUTE) / 1000) * 1000,
      segments: random.pick(['1', '1', '2', '3', '', '0']),
      code,
      sid: random.next() < 0.01 ? random.pick(['', 'hidden', 'SMXXXX']) : `${random.pick(['SM', 'MM'])}${random.hex32()}`,
      direction: isInbound ? 'inbound' : random.pick(['outbound-api', 'outbound-call', 'outbound-reply', 'outbound-api']),
      price: random.pick(['-0.0083', '-0.0083', '0.00750', '', '0', '-0.05']),
      unit: random.pick(['USD', 'USD', 'USD', 'EUR', 'usd', '']),
    };
  });
  const repeats = Array.from({ length: Math.floor(rows / 40) }, (): Message => {
    const one = messages[random.below(rows)];
    if (one === undefined) throw new Error('no such message');
    // Of two rows in one state that differ in code or price, the engine picks the analyzer's where the person is a plain number.
    const isPlain = (one.direction === 'inbound' ? one.from : one.to).startsWith('+');
    return {
      ...one,
      status: random.pick(['sent', 'delivered', 'undelivered', 'queued', one.status]),
      code: random.pick([one.code, '0', '30007']),
      time: one.time + (isPlain ? random.pick([0, 0, 1000, -60_000, 90_000]) : random.pick([1000, -60_000, 90_000])),
      sid: random.next() < 0.2 ? one.sid.toUpperCase() : one.sid,
      price: random.pick([one.price, '-0.0083', '']),
    };
  });
  const all = [...messages, ...repeats];
  if (form === 'console') return [HEADER, ...all.map(row)].join('\n');
  const times = new Random(seed + 1);
  return [Object.keys(forms.airbyte.types).join(','), ...all.map((one) => airbyteRow(one, times))].join('\n');
}
