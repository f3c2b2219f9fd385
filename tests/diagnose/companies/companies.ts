/** Companies that text: from which senders, to which countries, what, when, and what goes wrong on any day. Numbers and names are made up. */
import type { Random } from '../../bench/random.ts';

/** Calling code, beginnings of mobile numbers (one a network), digits that follow. */
const PLACES: Record<string, readonly [string, readonly string[], number]> = {
  US: ['1', ['202555', '206555', '303555', '312555', '404555', '512555', '602555', '617555', '713555', '972555'], 4],
  CA: ['1', ['416555', '514555', '604555'], 4],
  GB: ['44', ['740055', '770090', '791155'], 4],
  DE: ['49', ['15155', '16055', '17155'], 6],
  FR: ['33', ['61255', '69855', '75655'], 4],
  ES: ['34', ['61255', '65555', '72255'], 4],
  IT: ['39', ['32055', '34755', '38955'], 5],
  NL: ['31', ['6155', '6255', '6455'], 5],
  PL: ['48', ['50155', '60255', '79055'], 4],
  MX: ['52', ['5555', '3355', '8155'], 6],
  BR: ['55', ['119855', '219955', '319755'], 5],
  CO: ['57', ['30055', '31055', '32055'], 5],
  AR: ['54', ['91155', '935155', '934155'], 5],
  CL: ['56', ['9555', '9655', '9855'], 5],
  IN: ['91', ['98155', '70055', '88755'], 5],
  PK: ['92', ['30055', '32155', '34555'], 5],
  NG: ['234', ['80355', '81055', '90655'], 5],
  ID: ['62', ['81255', '81355', '85755'], 6],
  AZ: ['994', ['5055', '5155', '7055'], 5],
  UZ: ['998', ['9055', '9355', '9755'], 5],
  KE: ['254', ['71255', '72255', '73355'], 4],
};
/** The item at a place, counted round and round. */
export function nth<Item>(items: readonly Item[], place: number): Item {
  const item = items[place % items.length];
  if (item === undefined) throw new Error('an empty list has no item');
  return item;
}

/** The n-th line of a network of a country, made up. */
export const numberIn = (country: string, network: number, line: number): string => {
  const [code, networks, digits] = PLACES[country] ?? ['1', ['202555'], 4];
  return `+${code}${nth(networks, network)}${String(line % 10 ** digits).padStart(digits, '0')}`;
};

export interface Route {
  readonly to: string;
  readonly weight: number;
  readonly from: readonly string[];
  readonly service?: string;
}
export interface Company {
  readonly id: string;
  readonly routes: readonly Route[];
  readonly texts: readonly ((random: Random) => string)[];
  readonly rhythm: 'office' | 'day' | 'always' | 'campaigns' | 'bursts';
  /** Hours its people are from UTC. */
  readonly offset: number;
  /** Messages a person gets, about. */
  readonly each: number;
  readonly replies: number;
  readonly stops: number;
  /** Share that is sent once more by the person's own wish, as a second code is. */
  readonly again: number;
  readonly errors: readonly (readonly [string, number])[];
  readonly errorRate: number;
  /** Share that stays "sent" for ever, in any country and in single ones. */
  readonly silent: Readonly<Record<string, number>>;
  /** A country that is always worse. */
  readonly weak?: readonly [string, string, number];
  readonly channel?: string;
  readonly reads?: number;
}

const first = ['Ana', 'Ben', 'Chloe', 'David', 'Elif', 'Femi', 'Grace', 'Hugo', 'Ines', 'Jonas', 'Kira', 'Liam', 'Mona', 'Noah'] as const;
const name = (r: Random): string => r.pick(first);
const sms = [
  ['30003', 40],
  ['30005', 22],
  ['30006', 10],
  ['30008', 12],
  ['30007', 4],
  ['21610', 5],
  ['21211', 3],
  ['21614', 4],
] as const;
const whatsapp = [
  ['63024', 35],
  ['63016', 20],
  ['63049', 30],
  ['63003', 5],
  ['63018', 3],
  ['63005', 7],
] as const;
const long = (area: string, count: number, start = 100): string[] =>
  Array.from({ length: count }, (_, n) => `+1${area}5550${String(start + n)}`);

export const companies: readonly Company[] = [
  {
    id: 'codes',
    routes: [
      { to: 'US', weight: 8, from: long('415', 5), service: 'MGcodes' },
      { to: 'CA', weight: 2, from: long('415', 5), service: 'MGcodes' },
    ],
    texts: [
      (r) => `Your Parcelo code is ${r.digits(6)}. It expires in 10 minutes.`,
      (r) => `${r.digits(6)} is your Parcelo login code. Never share it.`,
      (r) => `Parcelo: new sign-in from ${name(r)}'s phone. Not you? Call us.`,
    ],
    rhythm: 'always',
    offset: -6,
    each: 2,
    replies: 0.003,
    stops: 0.0005,
    again: 0.04,
    errors: sms,
    errorRate: 0.014,
    silent: { '': 0.01 },
  },
  {
    id: 'shop',
    routes: [
      { to: 'US', weight: 7, from: ['+18885550142'] },
      { to: 'US', weight: 3, from: ['72055'] },
    ],
    texts: [
      (r) => `Hi ${name(r)}, 20% off all boots until Sunday: https://shop.lumafoot.example/s/${r.digits(5)} Reply STOP to opt out`,
      (r) => `Lumafoot: your order ${r.digits(7)} has shipped. Track it at https://shop.lumafoot.example/t/${r.digits(7)}`,
      () => `Lumafoot: doors open early for members on Saturday. Bring this text. Reply STOP to opt out`,
      (r) => `Your points balance is ${r.digits(3)}. Spend them before the end of the month. Reply STOP to opt out`,
    ],
    rhythm: 'campaigns',
    offset: -5,
    each: 3,
    replies: 0.01,
    stops: 0.006,
    again: 0,
    errors: sms,
    errorRate: 0.018,
    silent: { '': 0.02 },
  },
  {
    id: 'alarms',
    routes: [{ to: 'US', weight: 1, from: ['88702', '+13125550160'] }],
    texts: [
      () => `ALERT: severe weather warning for your county until 9 PM. Stay indoors.`,
      (r) => `Gridwatch: power is out at ${r.digits(3)} Main Street. Crew on the way, back by ${String(1 + r.below(9))} PM.`,
      (r) => `Gridwatch: power restored at ${r.digits(3)} Oak Avenue.`,
    ],
    rhythm: 'bursts',
    offset: -6,
    each: 3,
    replies: 0.002,
    stops: 0.001,
    again: 0,
    errors: sms,
    errorRate: 0.012,
    silent: { '': 0.02 },
  },
  {
    id: 'clinic',
    routes: [{ to: 'US', weight: 1, from: long('602', 3, 120) }],
    texts: [
      (r) =>
        `Hello ${name(r)}, a reminder of your visit with Dr. Osei on June ${String(1 + r.below(28))} at ${String(8 + r.below(9))}:30. Reply C to confirm.`,
      (r) => `${name(r)}, your results are ready. Please call Desert Clinic at 602-555-0199.`,
      (r) => `Desert Clinic: time for ${name(r)}'s yearly check-up. Call or reply YES.`,
    ],
    rhythm: 'office',
    offset: -7,
    each: 1.6,
    replies: 0.2,
    stops: 0.002,
    again: 0,
    errors: [...sms, ['30006', 20]],
    errorRate: 0.02,
    silent: { '': 0.01 },
  },
  {
    id: 'support',
    routes: [{ to: 'US', weight: 1, from: ['+15125550110', '+15125550111'] }],
    texts: [
      (r) => `Hi ${name(r)}, this is the Fixly team. We had a look at ticket ${r.digits(5)}: could you send a photo of the label?`,
      (r) => `Thanks! A technician comes ${r.pick(['Monday', 'Tuesday', 'Friday'])} between ${String(8 + r.below(3))} and noon.`,
      () => `Glad it works now. Anything else we can do?`,
      (r) => `Ok ${name(r)}, refund ${r.digits(4)} is on its way, allow 5 days.`,
    ],
    rhythm: 'office',
    offset: -6,
    each: 5,
    replies: 0.6,
    stops: 0.001,
    again: 0,
    errors: sms,
    errorRate: 0.012,
    silent: { '': 0.01 },
  },
  {
    id: 'chat',
    channel: 'whatsapp:',
    routes: ['MX', 'BR', 'CO', 'IN'].map((to, n) => ({ to, weight: 4 - n, from: ['+5215555550101', '+5215555550102'] })),
    texts: [
      (r) => `Hola ${name(r)}, tu pedido ${r.digits(6)} ya va en camino.`,
      (r) => `Hola ${name(r)}, tienes 15% en tu siguiente compra hasta el domingo.`,
      (r) => `Su cita es el ${String(1 + r.below(28))} de junio a las ${String(9 + r.below(8))}:00. Responda SI para confirmar.`,
    ],
    rhythm: 'day',
    offset: -6,
    each: 2,
    replies: 0.15,
    stops: 0.001,
    again: 0,
    errors: whatsapp,
    errorRate: 0.02,
    silent: { '': 0.05 },
    reads: 0.6,
  },
  {
    id: 'bank',
    routes: [
      ['GB', 5],
      ['DE', 4],
      ['FR', 3],
      ['ES', 3],
      ['IT', 2],
      ['NL', 2],
      ['PL', 1],
    ].map(([to, weight]) => ({ to: String(to), weight: Number(weight), from: ['NORDBANK'], service: 'MGbank' })),
    texts: [
      (r) => `Nordbank: code ${r.digits(6)} confirms a payment of ${String(1 + r.below(900))} EUR to a new payee.`,
      (r) => `Nordbank: card ending ${r.digits(4)} was used abroad. Not you? Block it in the app.`,
      () => `Nordbank: your statement is ready in the app.`,
    ],
    rhythm: 'day',
    offset: 1,
    each: 2,
    replies: 0,
    stops: 0,
    again: 0.02,
    errors: sms.slice(0, 4),
    errorRate: 0.012,
    silent: { '': 0.02, IT: 0.2 },
    weak: ['PL', '30008', 0.08],
  },
  {
    id: 'courier',
    routes: [
      ['MX', 4],
      ['BR', 4],
      ['CO', 2],
      ['AR', 2],
      ['CL', 1],
    ].map(([to, weight]) => ({ to: String(to), weight: Number(weight), from: long('786', 4, 130), service: 'MGcourier' })),
    texts: [
      (r) => `Rapida: su paquete ${r.digits(8)} llega hoy entre ${String(8 + r.below(4))} y ${String(13 + r.below(5))} h.`,
      (r) => `Rapida: no pudimos entregar el paquete ${r.digits(8)}. Elija otro momento: https://rapida.example/${r.digits(6)}`,
    ],
    rhythm: 'day',
    offset: -4,
    each: 1.5,
    replies: 0.02,
    stops: 0.001,
    again: 0,
    errors: sms.slice(0, 4),
    errorRate: 0.02,
    silent: { '': 0.03, AR: 0.25 },
    weak: ['BR', '30005', 0.06],
  },
  {
    id: 'lender',
    routes: [{ to: 'IN', weight: 1, from: ['QKLOAN', 'QKPAY'] }],
    texts: [
      (r) => `Dear ${name(r)}, your EMI of Rs ${r.digits(4)} is due on ${String(1 + r.below(28))}th. Pay in the app. QuickLoan`,
      (r) => `आपकी किस्त ${r.digits(4)} रुपये की देय तिथि निकट है। QuickLoan`,
      (r) => `${r.digits(6)} is your OTP for QuickLoan. Do not share it with anyone.`,
    ],
    rhythm: 'day',
    offset: 5.5,
    each: 2,
    replies: 0,
    stops: 0,
    again: 0.02,
    errors: [...sms.slice(0, 4), ['30004', 15]],
    errorRate: 0.02,
    silent: { '': 0.04 },
  },
  {
    id: 'platform',
    routes: [
      { to: 'US', weight: 5, from: long('737', 6, 150), service: 'MGone' },
      { to: 'US', weight: 2, from: ['+18335550119'], service: 'MGtwo' },
      { to: 'CA', weight: 1, from: long('737', 6, 150), service: 'MGone' },
      { to: 'GB', weight: 2, from: ['BOOKIT'] },
      { to: 'DE', weight: 1, from: ['BOOKIT'] },
      { to: 'MX', weight: 1, from: long('737', 6, 150), service: 'MGone' },
    ],
    texts: [
      (r) => `${name(r)}, table for ${String(2 + r.below(6))} at Casa Verde is confirmed for ${String(5 + r.below(5))} PM.`,
      (r) => `Bookit code: ${r.digits(6)}`,
      (r) => `Hi ${name(r)}, your stylist runs ${String(5 + r.below(20))} minutes late. Sorry!`,
      (r) => `How was your visit? Tell us: https://bookit.example/r/${r.digits(6)}`,
      (r) => `Spot open tomorrow at ${String(9 + r.below(8))}:00. First to reply gets it. Reply STOP to opt out`,
    ],
    rhythm: 'day',
    offset: -6,
    each: 2,
    replies: 0.06,
    stops: 0.002,
    again: 0.01,
    errors: sms,
    errorRate: 0.016,
    silent: { '': 0.02 },
  },
];
