/**
 * Incidents as they happen, one a finding: each changes or adds messages of a world, marks them, and says what a right report
 * calls it. Written from what the codes and signs mean (content/errors, content/facts.yaml), not from the rules.
 */
import { DAY, fail, HOUR, MINUTE, type Sent } from './message.ts';
import { lengthSegments, type Country, type World } from './world.ts';

export interface Incident {
  /** Findings any of which names it. */
  readonly ids: readonly string[];
  readonly affected: number;
  /** First message of it. */
  readonly since: number;
}

/** @param hits about how many messages it touches */
type Plant = (world: World, hits: number) => readonly Sent[];

export interface IncidentKind {
  readonly id: string;
  /** Other findings that are right too. */
  readonly also?: readonly string[];
  /** Smallest log in which anybody would call it. */
  readonly atLeast?: number;
  readonly plant: Plant;
  /** It is the whole log: nothing else can be planted beside it. */
  readonly isAlone?: boolean;
  /** False where it can be seen only with texts, replies or segments. */
  readonly isSeenInCallbacks?: boolean;
}

const times = <Made>(count: number, make: (n: number) => Made): Made[] => Array.from({ length: count }, (_, n) => make(n));

/** Where in the log an incident begins: not at its very start, so that there is a before. */
const onset = (world: World): number =>
  world.moment(world.start + (world.end - world.start) * 0.3, world.start + (world.end - world.start) * 0.7);

/** Adds failures with a code to new people, from a moment on. */
function failing(
  world: World,
  hits: number,
  code: string,
  given: Partial<Sent> & { readonly status?: 'failed' | 'undelivered' } = {},
  country: Country = 'US',
): readonly Sent[] {
  const { status = 'undelivered', ...rest } = given;
  const from = rest.created ?? onset(world);
  return world.people(hits, country).map((to) => {
    const message = world.add({ ...rest, to, created: world.moment(from, world.end) });
    fail(message, status, code);
    return message;
  });
}

/** Repeated failures of some people, spread over days. */
function repeated(
  world: World,
  hits: number,
  codes: readonly [string, ...string[]],
  status: 'failed' | 'undelivered',
  [least, most]: readonly [number, number],
): readonly Sent[] {
  const made: Sent[] = [];
  const from = world.start + 2 * HOUR;
  for (const to of world.people(Math.max(4, Math.ceil(hits / ((least + most) / 2))))) {
    const code = world.random.pick(codes);
    const count = least + world.below(most - least + 1);
    const first = world.moment(from, from + (world.end - from) * 0.3);
    for (let n = 0; n < count; n += 1) {
      const message = world.add({ to, created: Math.min(world.end - MINUTE, first + n * ((world.end - first) / (count + 0.5))) });
      fail(message, status, code);
      made.push(message);
    }
  }
  return made;
}

/** A sender of its own with good messages beside the bad ones. */
function newSender(world: World, from: string, good: number, made: (to: string) => Partial<Sent> = () => ({})): void {
  for (const to of world.people(good)) world.add({ to, from, ...made(to) });
}

export const incidents: readonly IncidentKind[] = [
  {
    id: 'unreachable-once',
    atLeast: 300,
    plant: (world, hits) => {
      // Whoever was unreachable once on an ordinary day is touched by it as well.
      const usual = new Map<string, Sent[]>();
      for (const message of world.messages)
        if (message.code === '30003') usual.set(message.to, [...(usual.get(message.to) ?? []), message]);
      return [...failing(world, hits, '30003', { created: world.start }), ...[...usual.values()].filter((all) => all.length === 1).flat()];
    },
  },
  { id: 'never-reached-number', also: ['retry-loop'], plant: (world, hits) => repeated(world, hits, ['30003'], 'undelivered', [3, 5]) },
  { id: 'dead-number', also: ['retry-loop'], plant: (world, hits) => repeated(world, hits, ['30005'], 'undelivered', [2, 4]) },
  {
    id: 'landline',
    also: ['retry-loop'],
    plant: (world, hits) => repeated(world, hits, ['30006', '21614', '21635'], 'undelivered', [2, 4]),
  },
  { id: 'opted-out-retry', plant: (world, hits) => repeated(world, Math.max(14, hits), ['21610'], 'failed', [2, 5]) },
  {
    id: 'sent-after-stop',
    isSeenInCallbacks: false,
    plant: (world, hits) => {
      const made: Sent[] = [];
      const from = world.senders[0] ?? '';
      for (const to of world.people(Math.max(4, Math.floor(hits / 2)))) {
        const first = world.add({ to, from, created: world.moment(world.start, world.start + (world.end - world.start) / 2) });
        const stop = world.reply(first, world.random.pick(['STOP', 'Stop', 'unsubscribe', 'STOP ']));
        made.push(...times(2, (n) => world.add({ to, from, created: Math.min(world.end, stop.created + (n + 1) * 7 * HOUR) })));
      }
      return made;
    },
  },
  {
    id: 'malformed-number',
    plant: (world, hits) =>
      failing(world, hits, '21211', { status: 'failed', created: world.start }).map((message) => {
        const digits = message.to.slice(1);
        message.to = world.random.pick([
          digits.slice(1),
          `00${digits}`,
          `+${digits.slice(0, 8)}`,
          `${digits.slice(0, 1)}.${digits.slice(1, 6)}E+10`,
          `(${digits.slice(1, 4)}) ${digits.slice(4, 7)}-${digits.slice(7)}`,
        ]);
        return message;
      }),
  },
  {
    id: 'sender-blocked',
    plant: (world, hits) => {
      const from = '+12025550177';
      newSender(world, from, Math.floor(hits * 0.8));
      return failing(world, hits, '30003', { from });
    },
  },
  {
    id: 'sender-filtered',
    plant: (world, hits) => {
      const from = '+12025550178';
      newSender(world, from, Math.floor(hits * 0.4));
      return failing(world, hits, '30007', { from });
    },
  },
  {
    id: 'template-filtered',
    isSeenInCallbacks: false,
    plant: (world, hits) => {
      const write = (): string => `Final notice ${world.random.digits(5)}: act now to claim your reward from Acme partners`;
      for (const to of world.people(Math.floor(hits * 0.4))) world.add({ to, body: write() });
      return world.people(hits).map((to) => {
        const message = world.add({ to, body: write(), created: world.moment(onset(world), world.end) });
        fail(message, 'undelivered', '30007');
        return message;
      });
    },
  },
  {
    id: 'link-filtered',
    isSeenInCallbacks: false,
    plant: (world, hits) => {
      const from = onset(world);
      const write = (): string =>
        world.random.pick([
          `Your photos are ready: https://bit.ly/${world.random.digits(5)}`,
          `Tell us how we did https://bit.ly/${world.random.digits(5)} thank you`,
          `New menu this week, see https://bit.ly/${world.random.digits(5)}`,
          `Your invoice ${world.random.digits(6)} can be read at https://bit.ly/${world.random.digits(5)}`,
        ]);
      for (const to of world.people(Math.floor(hits * 0.15))) world.add({ to, body: write() });
      return world.people(hits).map((to) => {
        const message = world.add({ to, body: write(), created: world.moment(from, world.end) });
        fail(message, 'undelivered', '30007');
        return message;
      });
    },
  },
  { id: 'unregistered-us-sender', plant: (world, hits) => failing(world, hits, '30034', { from: '+13035550144' }) },
  { id: 'unverified-toll-free', plant: (world, hits) => failing(world, hits, '30032', { from: '+18885550144' }) },
  {
    id: 'sender-id-unregistered',
    plant: (world, hits) => failing(world, hits, world.random.pick(['30040', '30041']), { from: 'ACME' }, 'GB'),
  },
  {
    id: 'no-sender-for-country',
    plant: (world, hits) => failing(world, hits, '21703', { status: 'failed', from: '', created: world.start }, 'BR'),
  },
  {
    id: 'not-provisioned-at-carrier',
    plant: (world, hits) => {
      const from = '+13035550155';
      newSender(world, from, hits * 3);
      return failing(world, hits, '30024', { from });
    },
  },
  {
    id: 'unicode-segment-waste',
    isSeenInCallbacks: false,
    atLeast: 200,
    plant: (world, hits) =>
      world.people(Math.max(hits, Math.floor(world.size.messages * 0.15))).map((to) =>
        world.add({
          to,
          body: `Hi, it’s time for your yearly check at Acme. Call us or answer YES and we will find a day for you, ticket ${world.random.digits(5)}.`,
        }),
      ),
  },
  {
    id: 'queue-overflow',
    plant: (world, hits) => {
      const created = onset(world);
      const from = world.senders[0] ?? '';
      return world.people(hits).map((to, n) => {
        const message = world.add({ to, from, created: created + n * 400 });
        fail(message, 'failed', '30001');
        return message;
      });
    },
  },
  {
    id: 'rate-exceeded',
    plant: (world, hits) => {
      const created = onset(world);
      const from = world.senders[0] ?? '';
      for (const [n, to] of world.people(hits).entries()) world.add({ to, from, created: created + n * 300 });
      return world.people(hits).map((to, n) => {
        const message = world.add({ to, from, created: created + n * 300 });
        fail(message, 'undelivered', '30022');
        return message;
      });
    },
  },
  {
    id: 'daily-cap',
    plant: (world, hits) => {
      // From an afternoon hour until midnight Pacific, which is 07:00 UTC in March.
      const day = Math.floor((world.end - 1.5 * DAY) / DAY) * DAY;
      const from = day + (20 + world.below(3)) * HOUR;
      return world.people(hits).map((to) => {
        const message = world.add({ to, created: from + world.below(9 * HOUR - 10 * MINUTE) });
        fail(message, 'undelivered', '30023');
        return message;
      });
    },
  },
  {
    id: 'stuck-before-handoff',
    plant: (world, hits) =>
      world.people(hits).map((to) => {
        const created = world.end - 2 * HOUR - world.below(5 * HOUR);
        return world.add({
          to,
          created,
          status: world.random.pick(['queued', 'accepted']),
          sent: undefined,
          updated: created,
          price: undefined,
        });
      }),
  },
  {
    id: 'validity-expired',
    plant: (world, hits) =>
      failing(world, hits, '30036', { status: 'failed' }).map((message) => {
        message.updated = message.created + 600_000;
        return message;
      }),
  },
  {
    id: 'no-receipt-country',
    plant: (world, hits) =>
      world
        .people(Math.max(24, hits), 'NG')
        .map((to) => world.add({ to, status: 'sent', created: world.moment(world.start, world.end - 3 * HOUR) })),
  },
  {
    id: 'receipt-outage',
    atLeast: 600,
    plant: (world, hits) => {
      const from = Math.floor(onset(world) / HOUR) * HOUR;
      for (const to of world.people(hits * 3, 'IN')) world.add({ to, created: world.moment(world.start, from) });
      return world.people(Math.max(40, hits), 'IN').map((to) => world.add({ to, status: 'sent', created: from + world.below(4 * HOUR) }));
    },
  },
  {
    id: 'carrier-incident',
    plant: (world, hits) => {
      const from = Math.floor(onset(world) / HOUR) * HOUR;
      for (const to of world.people(hits * 2, 'FR')) world.add({ to });
      return world.people(hits, 'FR').map((to) => {
        const message = world.add({ to, created: from + world.below(3 * HOUR) });
        fail(message, 'undelivered', '30008', 60_000);
        return message;
      });
    },
  },
  {
    id: 'account-stopped',
    plant: (world, hits) => {
      const last = [...world.messages]
        .filter(({ inbound, code, incident }) => !inbound && code === '' && incident === undefined)
        .sort((a, b) => b.created - a.created)
        .slice(0, hits);
      const code = world.random.pick(['30002', '30037']);
      const from = Math.min(...last.map(({ created }) => created));
      for (const message of world.messages) {
        if (message.inbound || message.incident !== undefined || message.created < from) continue;
        fail(message, 'failed', code, 500);
      }
      return world.messages.filter(({ code: its, incident }) => its === code && incident === undefined);
    },
  },
  { id: 'trial-or-test', plant: (world, hits) => failing(world, hits, '21608', { status: 'failed', created: world.start }) },
  { id: 'geo-permission', plant: (world, hits) => failing(world, hits, '21408', { status: 'failed', created: world.start }, 'IN') },
  {
    id: 'pumping',
    isSeenInCallbacks: false,
    atLeast: 200,
    plant: (world, hits) => {
      const from = onset(world);
      const prefix = `+23480355${world.random.digits(1)}`;
      const first = world.below(2_000);
      return times(Math.max(30, hits), (n) =>
        world.add({
          to: `${prefix}${String(first + n * (1 + world.below(3)))
            .padStart(4, '0')
            .slice(-4)}`,
          created: from + n * 20_000 + world.below(15_000),
          body: `Your Acme code is ${world.random.digits(6)}. It expires in 10 minutes.`,
        }),
      );
    },
  },
  { id: 'pumping-block', also: ['pumping'], plant: (world, hits) => failing(world, hits, '30450', { status: 'failed' }, 'NG') },
  {
    id: 'duplicates',
    isSeenInCallbacks: false,
    plant: (world, hits) => {
      const from = onset(world);
      return world.people(Math.max(8, Math.floor(hits / 2))).flatMap((to) => {
        const body = world.text(0);
        const created = world.moment(from, world.end - 5 * MINUTE);
        return times(2, (n) => world.add({ to, body, from: world.senders[0] ?? '', created: created + n * (1 + world.below(40)) * 1_000 }));
      });
    },
  },
  {
    id: 'retry-loop',
    isSeenInCallbacks: false,
    plant: (world, hits) => {
      const body = world.text(0);
      return world.people(Math.max(2, Math.floor(hits / 9))).flatMap((to) => {
        const created = onset(world);
        return times(8, (n) => {
          const message = world.add({ to, body, created: created + n * 15 * MINUTE });
          fail(message, 'failed', '21211');
          return message;
        });
      });
    },
  },
  {
    id: 'quiet-hours',
    isSeenInCallbacks: false,
    atLeast: 200,
    plant: (world, hits) => {
      const night = Math.floor((world.end - 2 * DAY) / DAY) * DAY + 8 * HOUR;
      return world.people(Math.max(30, hits)).map((to) =>
        world.add({
          to,
          body: `Sale! 30% off everything until Sunday, Acme. Reply STOP to opt out`,
          created: night + world.below(90 * MINUTE),
        }),
      );
    },
  },
  {
    id: 'sudden-change',
    // One country, a few hours, a code that names no cause: an incident at its carrier looks no other way.
    also: ['frequent-code', 'carrier-incident'],
    atLeast: 600,
    plant: (world, hits) => {
      const from = Math.floor(onset(world) / HOUR) * HOUR;
      const code = world.random.pick(['30008', '30019', '21617', '63013']);
      return failing(world, hits, code, { created: from }).map((message) => {
        message.created = from + world.below(4 * HOUR);
        message.updated = message.created + 60_000;
        return message;
      });
    },
  },
  {
    id: 'outside-messaging-window',
    plant: (world, hits) => {
      for (const to of world.people(hits)) world.add({ to: `whatsapp:${to}`, from: 'whatsapp:+12025550166' });
      return failing(world, hits, '63016', { from: 'whatsapp:+12025550166', created: world.start }).map((message) => {
        message.to = `whatsapp:${message.to}`;
        return message;
      });
    },
  },
  {
    id: 'shared-trait',
    isSeenInCallbacks: false,
    also: ['frequent-code'],
    atLeast: 600,
    plant: (world, hits) => {
      const long = (): string =>
        `Dear ${world.random.pick(['Dana', 'Sam', 'Lee'])}, ${'your plan, your visits and your bills are listed below in full. '.repeat(4)}Ref ${world.random.digits(6)}`;
      for (const to of world.people(Math.floor(hits * 0.5))) {
        const body = long();
        world.add({ to, body, segments: lengthSegments(body) });
      }
      return world.people(hits).map((to) => {
        const message = world.add({ to, body: long() });
        fail(message, 'undelivered', '30008');
        return message;
      });
    },
  },
  {
    id: 'not-on-channel',
    plant: (world, hits) => {
      for (const to of world.people(hits)) world.add({ to: `whatsapp:${to}`, from: 'whatsapp:+12025550166' });
      return failing(world, hits, world.random.pick(['63003', '63024']), { from: 'whatsapp:+12025550166', created: world.start }).map(
        (message) => {
          message.to = `whatsapp:${message.to}`;
          return message;
        },
      );
    },
  },
  {
    id: 'no-receipts',
    isAlone: true,
    plant: (world) => {
      const touched = world.messages.filter(({ inbound, status }) => !inbound && status === 'delivered');
      for (const message of world.messages) {
        if (message.inbound || message.code !== '' || message.status !== 'delivered') continue;
        message.status = 'sent';
        message.updated = message.created + 1_000;
      }
      // Where no receipts come, carriers' failures do not come either.
      for (const message of world.messages) {
        if (message.status !== 'undelivered') continue;
        message.status = 'sent';
        message.code = '';
        touched.push(message);
      }
      return touched;
    },
  },
  {
    id: 'frequent-code',
    plant: (world, hits) => failing(world, hits, world.random.pick(['30019', '11200', '21617', '30124']), { created: world.start }),
  },
];

/** Plants one incident and tells what is right about it. */
export function plant(world: World, kind: IncidentKind, hits: number): Incident {
  const touched = kind.plant(world, hits);
  const number = world.planted;
  world.planted += 1;
  for (const message of touched) message.incident = number;
  return { ids: [kind.id, ...(kind.also ?? [])], affected: touched.length, since: Math.min(...touched.map(({ created }) => created)) };
}
