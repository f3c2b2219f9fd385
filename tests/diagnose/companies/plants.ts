/**
 * Incidents as somebody who runs a messaging platform would tell them, planted in ordinary traffic: what breaks, for whom, when.
 * Written from what is known of codes and signs before any rule was read, by another hand than ../incidents.ts.
 */
import { nth, numberIn } from './companies.ts';
import type { Scene } from './scene.ts';
import { DAY, fail, HOUR, MINUTE, segmentsOf, type Message } from './traffic.ts';

export interface Plant {
  readonly id: string;
  /** Companies it can happen to. */
  readonly at: string;
  /** Fewest rows in which it can be seen. */
  readonly least?: number;
  /** Touches everything: only alone. */
  readonly alone?: true;
  /** Events of Event Streams show it. */
  readonly noEvents?: true;
  /** Its people's history counts: not cut. */
  readonly whole?: true;
  /** What is true of the same messages as well, and may stand first. */
  readonly too?: readonly string[];
  /** What is told of it is at least an hour old. */
  readonly aged?: true;
  /** Other findings that are right as well. */
  readonly also?: readonly string[];
  readonly make: (scene: Scene) => void;
}
const us = 'codes shop alarms clinic support platform';
const anyone = `${us} bank courier lender`;
const isLong = (m: Message): boolean => /^\+1(?!8(00|33|44|55|66|77|88))/u.test(m.from);
const isTollFree = (m: Message): boolean => /^\+18(00|33|44|55|66|77|88)/u.test(m.from);
const isUs = (m: Message): boolean => m.country === 'US';
const prefix = (m: Message): string => m.to.slice(0, m.country === 'US' || m.country === 'CA' ? 8 : 7);

/** The same person refused again and again. */
const again = (s: Scene, codes: string, tries: readonly [number, number], gap: () => number, remove = true) => {
  const perPerson = () => Math.round(s.between(...tries));
  for (const m of s.people(Math.max(3, Math.round(s.want / ((tries[0] + tries[1]) / 2))))) {
    if (remove) s.alone(m);
    const code = s.one(codes.split(' '));
    m.created = Math.min(m.created, s.moment(0.03, 0.3));
    m.sent = m.created + 900;
    fail(m, code, 5_000, s.mark);
    let time = m.created;
    for (let n = perPerson() - 1; n > 0 && (time += gap()) < s.traffic.end - MINUTE; n -= 1)
      fail(s.also(m, time, s.chance(0.5) ? { body: m.body } : {}), code, 5_000, s.mark);
  }
};

export const plants: readonly Plant[] = [
  {
    id: 'unreachable-once',
    at: anyone,
    least: 300,
    whole: true,
    make: (s) => {
      for (const m of s.people(Math.max(8, Math.min(s.want, s.traffic.messages.length * 0.05))))
        fail(m, '30003', s.between(5_000, 4 * MINUTE), s.mark);
      const times = new Map<string, number>();
      const its = s.traffic.messages.filter(({ code }) => code === '30003');
      for (const { to } of its) times.set(to, (times.get(to) ?? 0) + 1);
      for (const m of its) m.mark = times.get(m.to) === 1 ? s.mark : m.mark === s.mark ? undefined : m.mark;
    },
  },
  {
    id: 'never-reached-number',
    whole: true,
    at: us,
    least: 300,
    make: (s) => {
      again(s, '30003', [2, 6], s.one([() => s.between(20, 90) * MINUTE, () => DAY * s.between(0.3, 0.65)]));
    },
  },
  {
    id: 'dead-number',
    whole: true,
    at: anyone,
    least: 300,
    make: (s) => {
      again(s, '30005', [2, 4], () => DAY * s.between(1, 1.3));
    },
  },
  {
    id: 'landline',
    also: ['not-provisioned-at-carrier', 'sender-blocked'],
    whole: true,
    at: us,
    least: 200,
    make: (s) => {
      if (s.chance(0.6)) {
        again(s, s.one(['30006', '21614', '21635', '30006 21614']), [2, 2], () => DAY * s.between(0.3, 0.65));
        return;
      }
      // A short code that one network does not carry: the same phones are reached from the long code.
      const [short, other] = ['88702', '+13125550160'];
      for (const m of s.people(Math.ceil(s.want / 2))) {
        s.alone(m);
        Object.assign(m, { from: other });
        for (let n = 0; n < 2; n += 1) fail(s.also(m, m.created + HOUR * s.between(1, 12), { from: short }), '30006', 5_000, s.mark);
      }
    },
  },
  {
    id: 'opted-out-retry',
    whole: true,
    at: us,
    make: (s) => {
      const code = s.one(['21610', '21610', '30630']);
      for (const m of s.people(Math.max(2, Math.round(s.want / 6)))) {
        s.alone(m);
        m.created = s.traffic.start + s.between(0.02, 0.2) * (s.traffic.end - s.traffic.start);
        m.sent = m.created + 900;
        m.updated = m.sent + 4000;
        if (s.chance(0.5)) s.traffic.reply(m, s.one(['STOP', 'stop', 'Unsubscribe', 'QUIT']));
        let time = m.created + 2 * HOUR;
        for (let n = 6; n > 0; n -= 1)
          fail(s.also(m, (time += ((s.traffic.end - time) / (n + 1)) * s.between(0.5, 1.2))), code, 5_000, s.mark);
      }
    },
  },
  {
    id: 'sent-after-stop',
    whole: true,
    at: 'shop clinic codes support platform',
    noEvents: true,
    make: (s) => {
      for (const m of s.people(Math.round(s.want / 2))) {
        s.alone(m);
        m.created = s.traffic.start + s.between(0.02, 0.4) * (s.traffic.end - s.traffic.start);
        m.sent = m.created + 900;
        m.updated = m.sent + 4000;
        m.status = 'delivered';
        m.code = '';
        const stop = s.traffic.reply(m, s.one(['STOP', 'Stop ', 'stop', 'UNSUBSCRIBE', 'OptOut', 'REVOKE']), MINUTE * s.between(1, 20));
        if (s.chance(0.5))
          s.traffic.make(stop.created + 2_000, {
            from: m.from,
            to: m.to,
            person: m.person,
            country: m.country,
            body: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
          });
        for (let n = 0; n < 2; n += 1)
          Object.assign(s.also(m, stop.created + (s.traffic.end - stop.created) * s.between(0.1, 0.95)), {
            mark: s.mark,
            status: 'delivered',
          });
      }
    },
  },
  {
    id: 'malformed-number',
    at: us,
    make: (s) => {
      const shape = s.one([
        (n: string) => n.slice(2),
        (n: string) => `00${n.slice(1)}`,
        (n: string) => `+1 (${n.slice(2, 5)}) ${n.slice(5, 8)}-${n.slice(8)}x`,
        (n: string) => `${n.slice(1, 2)}.${n.slice(2, 7)}E+10`,
        (n: string) => n.slice(0, -1),
        (n: string) => `+1${n}`,
      ]);
      const style = s.style();
      for (const m of s.stretch(s.want, style, () => true, {})) {
        m.to = shape(m.to);
        fail(m, '21211', 0, s.mark);
      }
    },
  },
  {
    id: 'sender-blocked',
    at: 'codes clinic support platform courier',
    least: 100,
    make: (s) => {
      const from = s.one(s.senders().filter((f) => f.startsWith('+')));
      s.hit('30003', s.between(0.4, 0.95), s.style(), (m) => m.from === from, { from });
    },
  },
  {
    id: 'sender-filtered',
    at: us,
    make: (s) => {
      const from = s.one(s.senders());
      s.hit('30007', s.between(0.6, 1), s.style(), (m) => m.from === from, { from });
    },
  },
  {
    id: 'template-filtered',
    at: anyone,
    make: (s) => {
      const say = s.one([
        () => `Cash loan approved! Up to ${s.random.digits(4)} today, no credit check. Reply YES`,
        () => `FINAL NOTICE ${s.one(['Ana', 'Ben', 'Hugo'])}: your account closes today, verify your details now`,
        () => `Flash sale: ${String(10 + s.random.below(60))}% off CBD oil this weekend only`,
      ]);
      s.hit(
        '30007',
        s.between(0.35, 0.95),
        s.style(),
        (m) => /Cash loan|FINAL NOTICE|CBD oil/u.test(m.body),
        () => {
          const body = say();
          return { body, segments: segmentsOf(body) };
        },
      );
    },
  },
  {
    id: 'link-filtered',
    at: us,
    make: (s) => {
      const host = s.one(['bit.ly', 'tinyurl.com', 'is.gd', 'cutt.ly', 'go.parcelo-mail.example', '203.0.113.9']);
      const say = () =>
        s.one([
          `Track your parcel here: https://${host}/${s.random.digits(5)}`,
          `Hi ${s.one(['Ana', 'Ben'])}, your invoice is ready http://${host}/i${s.random.digits(4)}`,
          `Please rate us at https://${host}/${s.random.digits(6)} Thank you!`,
          `Your booking changed, see https://${host}/b/${s.random.digits(3)}`,
        ]);
      s.hit(
        '30007',
        s.between(0.5, 1),
        s.style(),
        (m) => m.body.includes(host),
        () => {
          const body = say();
          return { body, segments: segmentsOf(body) };
        },
      );
    },
  },
  {
    id: 'unregistered-us-sender',
    at: 'codes clinic support platform',
    make: (s) => {
      const from = s.one([...new Set(s.outbound((m) => isLong(m) && isUs(m)).map((m) => m.from))]);
      s.hit(
        s.one(['30034', '30034', '30034', '30035', '30033']),
        s.one([1, 1, 0.9]),
        s.one(['ongoing', 'spread', 'ended']),
        (m) => m.from === from && isUs(m),
        { from, country: 'US' },
      );
    },
  },
  {
    id: 'unverified-toll-free',
    at: 'shop platform',
    make: (s) => {
      s.hit('30032', s.one([1, 0.95]), s.one(['ongoing', 'spread']), isTollFree, () => ({
        from: s.one(['+18885550142', '+18335550119']),
        country: 'US',
      }));
    },
  },
  {
    id: 'sender-id-unregistered',
    at: 'bank lender platform',
    make: (s) => {
      const alpha = s.outbound((m) => /^[A-Z]/u.test(m.from));
      const { from, country } = s.one(alpha);
      s.hit(s.one(['30040', '30041', '30042']), s.one([1, 0.6, 0.4]), s.style(), (m) => m.from === from && m.country === country, {
        from,
        country,
      });
    },
  },
  {
    id: 'no-sender-for-country',
    at: 'codes platform bank courier',
    make: (s) => {
      const kind = s.random.below(4);
      if (kind === 0) {
        const country = s.one(['AZ', 'KE', 'NG', 'FR']);
        s.hit('21703', 1, s.one(['spread', 'ongoing']), (m) => m.country === country && m.from === '', {
          country,
          from: '',
          service: 'MGcodes',
        });
      } else if (kind === 1) s.hit('21612', 1, 'spread', (m) => /^[A-Z]/u.test(m.from) && isUs(m), { from: 'PARCELO', country: 'US' });
      else if (kind === 2) {
        for (const m of s.stretch(s.want, 'ended', () => true, {}, 8 * HOUR)) {
          m.from = '';
          fail(m, '21704', 0, s.mark);
        }
      } else s.hit('21703', 1, 'spread', (m) => m.media === 1, { media: 1, from: '', service: 'MGcodes' });
    },
  },
  {
    id: 'not-provisioned-at-carrier',
    at: 'codes clinic alarms platform',
    least: 200,
    make: (s) => {
      const from = s.one(s.senders().filter((f) => /^\+?\d/u.test(f) && !/^\+18[38]/u.test(f)));
      for (const m of s.stretch(s.want * 4, s.one(['ongoing', 'spread']), (o) => o.from === from && isUs(o), { from, country: 'US' }))
        if ((m.person >> 3) % 4 === 0) fail(m, '30024', 6_000, s.mark);
    },
  },
  {
    id: 'unicode-segment-waste',
    at: us,
    least: 200,
    noEvents: true,
    make: (s) => {
      const say = () =>
        `Hi ${s.one(['Ana', 'Ben', 'Chloe'])}, we’re sorry – your order ${s.random.digits(6)} is running late. You’ll get it by ${s.one(['noon', 'six', 'nine'])}, or call us and we’ll sort it out.`;
      for (const m of s.stretch(
        s.want * 2,
        s.one(['spread', 'ongoing']),
        (o) => o.body.includes('’'),
        () => {
          const body = say();
          return { body, segments: segmentsOf(body) };
        },
      ))
        m.mark = s.mark;
    },
  },
  {
    id: 'queue-overflow',
    at: 'clinic codes support platform',
    make: (s) => {
      const from = s.one(s.senders().filter((f) => /^\+1/u.test(f)));
      const code = s.one(['30001', '30001', '21611']);
      s.hit(
        code,
        s.between(0.3, 0.9),
        'ended',
        (m) => m.from === from && m.body.startsWith('Everyone:'),
        { from, body: 'Everyone: we are closed tomorrow because of the storm. See you on Thursday!' },
        50 * MINUTE,
        s.one([4_000, 10 * HOUR]),
      );
    },
  },
  {
    id: 'rate-exceeded',
    at: 'codes clinic platform chat',
    make: (s) => {
      if (s.traffic.company.id === 'chat') {
        s.hit('63018', s.between(0.3, 0.8), 'ended', () => true, {}, 20 * MINUTE);
        return;
      }
      if (s.chance(0.3)) {
        // One phone is flooded by a loop.
        const m = s.one(s.outbound(isLong));
        const time = s.moment();
        for (let n = 0; n < s.want * 1.2; n += 1) {
          const o = s.also(m, time + s.random.next() * 10 * MINUTE);
          if (n > s.want * 0.2) fail(o, '30022', 4_000, s.mark);
        }
        return;
      }
      const from = s.one(s.senders().filter((f) => /^\+1/u.test(f)));
      s.hit('30022', s.between(0.25, 0.7), 'ended', (m) => m.from === from, { from, country: 'US' }, 15 * MINUTE);
    },
  },
  {
    id: 'daily-cap',
    at: 'codes clinic platform',
    least: 300,
    make: (s) => {
      const days = Math.max(1, Math.min(3, Math.floor((s.traffic.end - s.traffic.start) / DAY) - 1));
      for (let d = 0; d < days; d += 1) {
        const midnight =
          Math.floor((s.traffic.end - d * DAY) / DAY) * DAY + 7 * HOUR - DAY * (new Date(s.traffic.end).getUTCHours() >= 7 ? 0 : 1);
        const from = midnight - 10 * HOUR;
        for (let n = 0; n < s.want; n += 1)
          s.traffic.make(from + s.random.next() * 10 * HOUR, { from: s.one(s.outbound(isLong).slice(0, 5)).from, country: 'US' });
        for (const m of s.outbound((o) => isLong(o) && isUs(o) && o.created > from && o.created < midnight))
          if ((m.person >> 3) % 3 === 0) fail(m, '30023', 4_000, s.mark);
      }
    },
  },
  {
    id: 'stuck-before-handoff',
    aged: true,
    at: anyone,
    make: (s) => {
      const from = s.one(s.senders());
      const status = s.one(['queued', 'accepted', 'sending']);
      const hours = s.between(2, 9);
      const since = s.traffic.end - hours * HOUR;
      for (const m of s.outbound((o) => o.from === from && o.created > since))
        Object.assign(m, { status, sent: undefined, updated: m.created + 400, mark: s.mark });
      for (let n = 0; n < s.want; n += 1) {
        const m = s.traffic.make(since + s.random.next() * (hours - 1.05) * HOUR, { from });
        Object.assign(m, { status, sent: undefined, updated: m.created + 400, mark: s.mark });
      }
    },
  },
  {
    id: 'validity-expired',
    at: 'codes clinic platform',
    make: (s) => {
      const from = s.one(s.senders());
      s.hit('30036', s.between(0.4, 0.9), 'ended', (m) => m.from === from, { from }, 3 * HOUR, s.one([60_000, 300_000, 4 * HOUR]));
    },
  },
  {
    id: 'no-receipt-country',
    aged: true,
    at: 'bank courier platform',
    least: 200,
    make: (s) => {
      const country = s.one(['KE', 'PK', 'NG', 'UZ', s.one(s.outbound()).country]);
      const count = Math.max(30, s.want);
      while (s.outbound((m) => m.country === country).length < count)
        s.traffic.make(s.moment(0, 0.98), { country, from: s.one(s.senders()) });
      for (const m of s.traffic.messages.filter((o) => !o.inbound && o.country === country)) {
        m.status = 'sent';
        m.code = '';
        m.sent ??= m.created;
        m.updated = m.sent;
        if (m.created < s.traffic.end - HOUR) m.mark = s.mark;
      }
    },
  },
  {
    id: 'receipt-outage',
    aged: true,
    at: 'bank courier platform codes',
    least: 300,
    make: (s) => {
      const { country } = s.one(s.outbound());
      const share = s.between(0.6, 1);
      const all = s.stretch(
        Math.ceil(Math.max(30, s.want) / share),
        s.style(),
        (m) => m.country === country && m.status === 'delivered',
        { country, status: 'delivered' },
        10 * HOUR,
      );
      for (const m of all) if (s.chance(share)) Object.assign(m, { status: 'sent', updated: m.sent ?? m.created, mark: s.mark });
    },
  },
  {
    id: 'carrier-incident',
    at: 'bank courier codes platform',
    least: 100,
    make: (s) => {
      const one = s.one(s.outbound());
      const isPrefix = s.chance(0.5);
      const same = (m: Message) => m.country === one.country && (!isPrefix || prefix(m) === prefix(one));
      const code = s.one(['30008', '30008', '30003', '30005', '30017', '30410']);
      s.hit(
        code,
        s.between(0.5, 1),
        'ended',
        same,
        () => ({
          country: one.country,
          ...(isPrefix
            ? { to: prefix(one) + s.random.digits(one.to.length - prefix(one).length), person: 1_000_000 + s.random.below(1e6) }
            : { person: s.random.below(1e6) }),
        }),
        s.between(1, 5) * HOUR,
      );
    },
  },
  {
    id: 'account-stopped',
    at: `${anyone} chat`,
    make: (s) => {
      const code = s.one(['30002', '90010', '20005', '30037', '20003']);
      const all = s.outbound();
      const since = nth(all, Math.max(Math.floor(all.length * 0.3), all.length - s.want * 2)).created;
      for (const m of s.traffic.messages) if (!m.inbound && m.created >= since) fail(m, code, 2_000, s.mark);
    },
  },
  {
    id: 'trial-or-test',
    at: 'clinic support codes',
    make: (s) => {
      const code = s.one(['21608', '21608', '30044', '30454', '572002', '572006', 'magic']);
      for (const m of s.stretch(s.want, s.one(['spread', 'ongoing']), () => true, {})) {
        if (code === 'magic')
          Object.assign(m, { from: '+15005550006', status: 'queued', sent: undefined, updated: m.created, mark: s.mark });
        else fail(m, code, 500, s.mark);
      }
    },
  },
  {
    id: 'geo-permission',
    at: 'codes platform bank courier',
    make: (s) => {
      const places = s.chance(0.5) ? ['PK'] : ['NG', 'ID', 'KE'];
      s.hit(
        '21408',
        1,
        s.one(['spread', 'ongoing', 'ended']),
        (m) => places.includes(m.country),
        () => ({ country: s.one(places) }),
      );
    },
  },
  {
    id: 'pumping',
    at: 'codes bank platform',
    make: (s) => {
      const country = s.one(['AZ', 'UZ', 'ID', 'KE']);
      const time = s.moment(0.3, 0.9);
      const base = s.random.below(8_000);
      const hours = s.between(0.5, 3);
      for (let n = 0; n < Math.max(25, s.want); n += 1) {
        const m = s.traffic.make(time + s.random.next() * hours * HOUR, {
          country,
          to: numberIn(country, n % 2, base + n + s.random.below(3)),
          person: 2_000_000 + n,
          body: `Your code is ${s.random.digits(6)}.`,
        });
        Object.assign(m, { mark: s.mark, status: s.chance(0.8) ? 'delivered' : 'sent' });
      }
    },
  },
  {
    id: 'pumping-block',
    at: 'codes bank platform',
    make: (s) => {
      const country = s.one(['AZ', 'UZ', 'ID', 'PK']);
      s.hit(
        s.one(['30450', '30453', '30485']),
        s.between(0.5, 1),
        s.one(['ended', 'ongoing']),
        (m) => m.country === country,
        { country },
        5 * HOUR,
      );
    },
  },
  {
    id: 'duplicates',
    at: anyone,
    noEvents: true,
    make: (s) => {
      const ended = s.stretch(s.want, s.style(), () => true, {});
      for (const m of ended) {
        m.mark = s.mark;
        Object.assign(s.also(m, m.created + s.between(2_000, 8 * MINUTE), { body: m.body, segments: m.segments }), {
          mark: s.mark,
          status: 'delivered',
        });
      }
    },
  },
  {
    id: 'retry-loop',
    whole: true,
    too: ['landline', 'dead-number', 'malformed-number'],
    at: us,
    make: (s) => {
      again(
        s,
        s.one(['21211', '21614', '30006', '30005', '21635']),
        [4, 9],
        s.one([() => s.between(0.5, 3) * MINUTE, () => s.between(10, 40) * MINUTE]),
      );
    },
  },
  {
    id: 'quiet-hours',
    at: 'shop clinic platform',
    least: 200,
    make: (s) => {
      if (s.chance(0.5)) {
        s.hit(
          s.one(['30610', '30615']),
          1,
          'spread',
          (m) => {
            const h = new Date(m.created - 6 * HOUR).getUTCHours();
            return isUs(m) && (h < 8 || h >= 21);
          },
          { country: 'US' },
        );
        return;
      }
      for (let n = 0; n < Math.max(30, s.want); n += 1) {
        const day = s.traffic.start + s.random.below(Math.floor((s.traffic.end - s.traffic.start) / DAY)) * DAY;
        const night = Math.floor(day / DAY) * DAY + (9 + s.random.next() * 1.5) * HOUR; // 2 to 5 a.m. from coast to coast
        const m = s.traffic.make(night < s.traffic.start ? night + DAY : night, {
          country: 'US',
          body: `Weekend sale: ${String(10 + s.random.below(50))}% off everything. Shop now. Reply STOP to opt out`,
        });
        m.mark = s.mark;
      }
    },
  },
  {
    id: 'sudden-change',
    whole: true,
    at: anyone,
    least: 300,
    make: (s) => {
      const code = s.one(['30019', '20500', '30500', '21617', '30620', '12300']);
      s.hit(code, s.between(0.2, 0.6), 'ongoing', () => true, {}, 24 * HOUR);
    },
  },
  {
    id: 'outside-messaging-window',
    at: 'chat',
    make: (s) => {
      const body = 'Hola, seguimos pendientes de su respuesta. ¿Podemos ayudarle en algo más?';
      s.hit('63016', s.between(0.5, 1), s.one(['spread', 'ongoing']), (m) => m.body === body, { body });
    },
  },
  {
    id: 'shared-trait',
    at: 'platform courier bank codes',
    least: 300,
    make: (s) => {
      const codes = s.one([
        ['30008', '30019'],
        ['30008', '30003'],
        ['30019', '30017'],
      ]);
      const say = () =>
        `Bulletin ${s.random.digits(4)}: ${'please read this carefully, since it concerns your booking and what you can still change about it. '.repeat(4)}`;
      s.hit(
        () => s.one(codes),
        s.between(0.4, 0.8),
        'spread',
        (m) => m.body.startsWith('Bulletin'),
        () => {
          const body = say();
          return { body, segments: segmentsOf(body) };
        },
      );
    },
  },
  {
    id: 'not-on-channel',
    whole: true,
    at: 'chat',
    make: (s) => {
      const code = s.one(['63024', '63003']);
      for (const m of s.people(s.want)) {
        s.alone(m);
        fail(m, code, 3_000, s.mark);
        if (s.chance(0.3)) fail(s.also(m, m.created + DAY * s.between(0.2, 1)), code, 3_000, s.mark);
      }
    },
  },
  {
    id: 'no-receipts',
    aged: true,
    at: 'clinic support shop alarms',
    alone: true,
    make: (s) => {
      for (const m of s.traffic.messages)
        if (!m.inbound) {
          Object.assign(m, { status: 'sent', code: '', sent: m.sent ?? m.created + 900 });
          m.updated = m.sent ?? m.created;
          if (m.created < s.traffic.end - HOUR) m.mark = s.mark;
        }
    },
  },
  {
    id: 'frequent-code',
    at: `${anyone} chat`,
    make: (s) => {
      const code =
        s.traffic.company.id === 'chat'
          ? s.one(['63021', '63041', '63027', '63049'])
          : s.one(['21617', '12300', '30019', '21620', '30620', '21606']);
      s.hit(code, s.traffic.messages.length < 100 ? 0.4 : s.between(0.05, 0.2), 'spread', () => true, {});
    },
  },
];
