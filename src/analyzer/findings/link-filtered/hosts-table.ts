import { Tally, type SavedTally } from '../../index/cells/tally.ts';
import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountedMessages } from '../../index/counted-messages.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { hashText } from '../../memory/hash.ts';
import { KeySet } from '../../memory/key-table.ts';
import { ownText } from '../../memory/own-text.ts';
import { say } from '../../report/sentence.ts';
import { FILTERED } from '../template-filtered/texts-table.ts';

/** Different texts with one host; rules ask whether there are several. */
const TEXTS_KEPT = 8;
const HOST_LENGTH = 120;

interface Options extends CountingOptions {
  readonly limits: {
    /** Pairs of host and sender, about 200 bytes each. */
    readonly pairs: number;
  };
}

interface SavedHost {
  readonly host: string;
  readonly texts: readonly number[];
  readonly senders: readonly (readonly [sender: string, total: number, delivered: number, filtered: SavedTally])[];
}

interface Saved {
  readonly hosts: readonly SavedHost[];
  readonly delivered: number;
  readonly filtered: number;
  readonly overflow: number;
}

/** A template without what differs from message to message though the text is the same: case, spaces, and paths of links that begin with their host. */
const withoutLinks = (template: string): string => template.toLowerCase().replaceAll(/[^\s.]+\.\S*\/\S*|\s/g, '');

/** Outbound messages of one sender with a link to one host. */
export class LinkCount {
  total = 0;
  delivered = 0;
  readonly filtered = new Tally();
}

/** Outbound messages with a link to one host. */
export class HostCount {
  readonly senders = new Map<string, LinkCount>();
  /** Fingerprints of the filtered texts without their names, numbers and links. */
  readonly texts = new KeySet(TEXTS_KEPT);
}

/** Outbound messages by host of their links and sender, with those that were filtered. */
class Hosts implements Table<Saved> {
  readonly hosts = new Map<string, HostCount>();
  /** Delivered and filtered messages, with or without a link. */
  delivered = 0;
  filtered = 0;
  readonly #limit: number;
  #pairs = 0;
  #overflow = 0;

  constructor({ limits }: Options) {
    this.#limit = limits.pairs;
  }

  add(message: CountedMessage): void {
    const { kind, sender, time } = message;
    const isFiltered = kind.isFailure && kind.code === FILTERED;
    const isDelivered = kind.outcome === 'delivered';
    if (isDelivered) this.delivered += 1;
    if (isFiltered) this.filtered += 1;
    for (const whole of message.linkHosts()) {
      const host = whole.slice(0, HOST_LENGTH);
      const count = this.#countOf(host, sender, 1);
      if (count === undefined) continue;
      count.total += 1;
      if (isDelivered) count.delivered += 1;
      if (!isFiltered) continue;
      count.filtered.add(time, message);
      this.hosts.get(host)?.texts.add(hashText(withoutLinks(message.templateText())));
    }
  }

  /** Most messages have no link. */
  addMany(messages: CountedMessages, places: Uint32Array): void {
    const kindOf = messages.column('kind');
    const linksOf = messages.column('links');
    const isPlain = messages.links.map((links) => links.length === 0);
    for (const place of places) {
      const kind = messages.kinds[kindOf[place] ?? 0];
      if (kind === undefined || kind.isFailure || isPlain[linksOf[place] ?? 0] !== true) this.add(messages.message(place));
      else if (kind.outcome === 'delivered') this.delivered += 1;
    }
  }

  merge({ hosts, delivered, filtered, overflow }: Saved): void {
    this.delivered += delivered;
    this.filtered += filtered;
    this.#overflow += overflow;
    for (const { host, texts, senders } of hosts) {
      for (const [sender, total, arrived, tally] of senders) {
        const count = this.#countOf(host, sender, total);
        if (count === undefined) continue;
        count.total += total;
        count.delivered += arrived;
        count.filtered.merge(tally);
      }
      for (const text of texts) this.hosts.get(host)?.texts.add(text);
    }
  }

  save(): Saved {
    return {
      hosts: [...this.hosts].map(([host, { texts, senders }]) => ({
        host,
        texts: [...texts],
        senders: [...senders].map(([sender, { total, delivered, filtered }]) => [sender, total, delivered, filtered.save()] as const),
      })),
      delivered: this.delivered,
      filtered: this.filtered,
      overflow: this.#overflow,
    };
  }

  get caps() {
    return [
      {
        id: 'hosts-capped',
        count: this.#overflow,
        text: say`More hosts of links than are kept apart (${this.#limit}): whether one of the others is filtered is not judged.`,
      },
    ];
  }

  #countOf(host: string, sender: string, messages: number): LinkCount | undefined {
    const known = this.hosts.get(host)?.senders.get(sender);
    if (known !== undefined) return known;
    if (this.#pairs >= this.#limit) {
      this.#overflow += messages;
      return undefined;
    }
    this.#pairs += 1;
    return entryOf(entryOf(this.hosts, ownText(host), () => new HostCount()).senders, ownText(sender), () => new LinkCount());
  }
}

export const hosts: TableKind<Hosts, Saved, Options> = {
  id: 'link hosts',
  version: 1,
  counts: 'outbound',
  needs: ['body', 'errorCode', 'status'],
  options: () => ({ limits: { pairs: 20_000 } }),
  make: (options) => new Hosts(options),
};
