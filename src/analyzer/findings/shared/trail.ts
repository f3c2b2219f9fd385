import type { KeptMessage } from '../../index/cells/kept-messages.ts';
import { inOrder, putInOrder } from '../../memory/in-order.ts';
import { bySid } from '../../message/stand-in.ts';
import type { FindingTrail, Share } from '../../report/report.ts';
import { isoTime } from '../../words/moment.ts';

/** Messages named one by one: Twilio support asks for three or more, nobody reads more than ten. */
const NAMED = 10;
/** Senders and countries named. */
const SHARES = 5;

interface Named {
  /** Milliseconds; -Infinity where it is not known. */
  readonly time: number;
  readonly sid: string;
  readonly status: string;
  readonly code: string | undefined;
}

const newerFirst = (a: Named, b: Named): number => (a.time === b.time ? bySid(a.sid, b.sid) : b.time - a.time);

function shares(counts: ReadonlyMap<string, number>): readonly Share[] {
  return [...counts]
    .map(([name, messages]) => ({ name, messages }))
    .sort((a, b) => b.messages - a.messages || inOrder(a.name, b.name))
    .slice(0, SHARES);
}

/** What some messages have to say to whoever is asked about them: which they are, from whom, to where, when. The order they come in does not matter. */
export class Trail {
  readonly #named: Named[] = [];
  readonly #senders = new Map<string, number>();
  readonly #countries = new Map<string, number>();
  #from = Infinity;
  #to = -Infinity;

  add(message: KeptMessage): void {
    const { sender, country, kind } = message;
    this.#senders.set(sender, (this.#senders.get(sender) ?? 0) + 1);
    this.#countries.set(country, (this.#countries.get(country) ?? 0) + 1);
    const time = Number.isNaN(message.time) ? -Infinity : message.time;
    if (time > -Infinity && time < this.#from) this.#from = time;
    if (time > this.#to) this.#to = time;
    const last = this.#named[NAMED - 1];
    if (last !== undefined && time < last.time) return;
    const sid = message.sid();
    if (sid === '') return;
    putInOrder(this.#named, { time, sid, status: kind.word, code: kind.code }, newerFirst, NAMED);
  }

  /** @param isWhole whether all messages were seen; of a part, no counts are told */
  end(isWhole: boolean): FindingTrail {
    const from = isoTime(this.#from);
    const to = isoTime(this.#to);
    return {
      messages: this.#named.map(({ time, sid, status, code }) => {
        const at = isoTime(time);
        return { sid, status, ...(code === undefined ? {} : { code }), ...(at === undefined ? {} : { time: at }) };
      }),
      senders: isWhole ? shares(this.#senders) : [],
      countries: isWhole ? shares(this.#countries) : [],
      ...(isWhole && from !== undefined ? { from } : {}),
      ...(isWhole && to !== undefined ? { to } : {}),
    };
  }
}
