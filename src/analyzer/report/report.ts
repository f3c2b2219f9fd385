import type { ErrorCategory, MessageCategory } from '../../catalog/category.ts';
import type { actionKinds, severities } from '../../catalog/finding-words.ts';
import type { actors, retries } from '../../catalog/error-values.ts';
import type { ListId, When } from '../../catalog/number-lists.ts';
import type { Field } from '../message/fields.ts';
import type { Figure } from './figure.ts';
import type { Filter } from './filter.ts';
import type { Sentence } from './sentence.ts';

/** Version of the JSON form (`write/json.ts`); it changes when a field changes its meaning or goes away. */
export const schemaVersion = 1;

/** A thing skipped, repaired or assumed while reading; the reader of the report can ask to see it. */
export interface Notice {
  readonly id: string;
  /** The source it is about, where that is not told by where it stands. */
  readonly source?: string;
  readonly count: number;
  /** Up to ten line numbers of the source (1 = first line), where lines mean something. */
  readonly lines: readonly number[];
  /** What happened and what it means for the figures, in one or two sentences. */
  readonly text: Sentence;
}

/** A row that holds no message that could be read. */
export interface SkippedRow {
  readonly line: number;
  /** Id of the notice that says why. */
  readonly reason: string;
}

export interface SourceReport {
  readonly name: string;
  /** Of what was read, unpacked where the source was packed. */
  readonly bytes: number;
  /** Files joined in a gzip; absent for what is none. */
  readonly members?: number;
  readonly format: string;
  /** The same as a reader sees it: "Twilio Console CSV (2025)". */
  readonly formatName: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** Rows that are no heading, blank line or trailer: `records` and those skipped. */
  readonly rows: number;
  /** Rows that hold a message, duplicates included: `messages`, `duplicates` and `folded`. */
  readonly records: number;
  /** Messages this source added to the report. */
  readonly messages: number;
  readonly duplicates: number;
  /** Events taken into the message they belong to; 0 where each row is a message. */
  readonly folded: number;
  /** Field of a message -> its name in the file. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** Names of the source that nothing was read from, some hundred at most. */
  readonly ignored: readonly string[];
  /** Rows that could not be read, by line, at most a thousand of them; the others are in `rows` all the same. */
  readonly skipped: readonly SkippedRow[];
  readonly notices: readonly Notice[];
}

export interface Totals {
  readonly messages: number;
  readonly outbound: number;
  readonly inbound: number;
  /** Outbound, with a receipt: delivered, read. */
  readonly delivered: number;
  /** Outbound `failed` and `undelivered`: what did not arrive. */
  readonly failed: number;
  /** The part of `failed` with the status `undelivered`. */
  readonly undelivered: number;
  /** Outbound `sent`: handed over, no receipt. Never a failure. */
  readonly noReceipt: number;
  readonly inFlight: number;
  /** Outbound scheduled, canceled or with an unknown status; the five outbound figures add up to `outbound`. */
  readonly other: number;
}

export interface CodeCount {
  readonly code: string;
  readonly count: number;
  /** The part of `count` that did not arrive: `failed` and `undelivered`. */
  readonly failed: number;
  /** The part of `failed` with the status `undelivered`. */
  readonly undelivered: number;
  readonly category: ErrorCategory;
  /** Different people; 0 means unknown: the log does not say who they were. */
  readonly recipients: number;
}

export interface CategoryCount {
  readonly category: MessageCategory;
  readonly count: number;
  /** The part of `count` with the status `undelivered`. */
  readonly undelivered: number;
  /** Of all messages, 0 to 1, rounded to 4 digits. */
  readonly share: number;
}

export interface CountryCount {
  /** ISO 3166-1 alpha-2 of the recipient, "US/CA" never appears: the number decides; "unknown" where it can't. */
  readonly country: string;
  readonly outbound: number;
  readonly delivered: number;
  readonly failed: number;
  /** The part of `failed` with the status `undelivered`. */
  readonly undelivered: number;
  readonly noReceipt: number;
}

export interface SenderCount {
  /** As normalised; '' where the log does not name it. */
  readonly sender: string;
  readonly kind: 'long-code' | 'toll-free' | 'short-code' | 'alphanumeric' | 'channel' | 'service' | 'unknown';
  readonly outbound: number;
  readonly delivered: number;
  readonly failed: number;
  /** The part of `failed` with the status `undelivered`. */
  readonly undelivered: number;
  readonly noReceipt: number;
}

export interface HourCount {
  /** Start of the hour, ISO 8601 in UTC. */
  readonly hour: string;
  readonly delivered: number;
  readonly noReceipt: number;
  readonly inFlight: number;
  readonly undelivered: number;
  readonly failed: number;
  readonly inbound: number;
  readonly other: number;
}

export interface Cost {
  /** As the log spells it, in capitals; '' where it does not say, and for units beyond those kept apart. */
  readonly unit: string;
  /** Sum of the absolute prices the log gives for outbound messages. */
  readonly billed: number;
  /** The part of it on undelivered and failed messages. */
  readonly onFailures: number;
  /** Fees for failed messages that no price shows: not exempt, not priced. */
  readonly failedFee: number;
  /** Failed messages without a price of which no source settles whether the fee is charged: requests that were refused. */
  readonly feeUnsettled: number;
  /** Outbound messages without a price. */
  readonly unknown: number;
}

/** How long some messages took, in whole seconds of which two digits count; half a day stands for more. */
export interface Spread {
  readonly messages: number;
  /** Half of them took no longer. */
  readonly half: number;
  /** Nine of ten took no longer. */
  readonly nine: number;
  readonly longest: number;
}

/** How long the messages of one sender took; each absent where the log does not say. */
export interface SenderDelay {
  /** As normalised; '' where the log does not name it. */
  readonly sender: string;
  /** From creation until they were sent: the time in the queue of the sender, and that until a planned moment. */
  readonly queue: Spread;
  /** From then until the last change of delivered and undelivered messages: their receipt, or a price that came later. */
  readonly carrier?: Spread;
}

/** How long messages took that were sent. */
export interface Delays {
  readonly queue: Spread;
  readonly carrier?: Spread;
  /** Most messages first. */
  readonly bySender: readonly SenderDelay[];
}

/** A code with which messages failed, and what to do about it whatever else is found. */
export interface CodeToAct {
  /** '' for failures without a code. */
  readonly code: string;
  /** Outbound messages that failed with it. */
  readonly count: number;
  /** How many of them a finding explains. */
  readonly explained: number;
  /** Who can do something about it; empty where nobody says. */
  readonly actors: readonly (typeof actors)[number][];
  /** Whether the same message may be sent again. */
  readonly resend: (typeof retries)[number];
  /** The first thing to do, in our words; absent for a code without a page. */
  readonly first?: string;
  /** Step of the guide; absent for a code without a page. */
  readonly guide?: string;
}

/** A number to act on. */
export interface ListedNumber {
  /** E.164, whatever the channel. */
  readonly number: string;
  /** Id of the finding, or error code, that put it on the list; '' for a failure without a code. */
  readonly reason: string;
  /** When its messages may be sent again; on the list "resend" only. */
  readonly when?: When;
  /** Error codes of its failed messages, in order. */
  readonly codes: readonly string[];
  /** Messages to it that failed, whatever the code, or were accepted after STOP. */
  readonly times: number;
  /** Time of the newest of them, ISO 8601 in UTC; absent where no time is known. */
  readonly lastSeen?: string;
  /** When a message to it was delivered after that, ISO 8601 in UTC; absent where none was. */
  readonly reachedSince?: string;
  /** SID of the newest of them that has one. */
  readonly sid?: string;
}

/** Numbers to do the same with. */
export interface NumberList {
  readonly numbers: number;
  /** Sum of their `times`. */
  readonly messages: number;
  /** These messages. */
  readonly rows: Filter;
  /** One for each number, most messages first; empty in a report that was kept without whole numbers. */
  readonly entries: readonly ListedNumber[];
}

/** Failed messages whose number is on no list. */
export interface NotListed {
  /** Those it should be texted no more for, but a later message to the same address was delivered. */
  readonly reachedSince: number;
  /** The recipient is no phone number that can be told. */
  readonly withoutNumber: number;
  /** The log has no error codes, and no finding says what to do with them; absent for none. */
  readonly withoutCode?: number;
}

/** A rule that could not be asked. */
export interface NotJudged {
  /** Id of the finding. */
  readonly id: string;
  /** One sentence: what the log lacks. */
  readonly why: string;
}

/** A message that is named to whoever is asked about a finding. */
export interface NamedMessage {
  readonly sid: string;
  readonly status: string;
  readonly code?: string;
  /** ISO 8601 in UTC. */
  readonly time?: string;
}

/** How many of some messages have one sender or country; '' for a sender that the log does not name. */
export interface Share {
  readonly name: string;
  readonly messages: number;
}

/** What messages of a finding have to say to whoever is asked about them. */
export interface FindingTrail {
  /** Newest first, ten at most, those with a SID of Twilio's form. */
  readonly messages: readonly NamedMessage[];
  /** Five at most, most messages first; empty, like the times, where only a part of the messages was kept. */
  readonly senders: readonly Share[];
  readonly countries: readonly Share[];
  /** Of the oldest and the newest, ISO 8601 in UTC. */
  readonly from?: string;
  readonly to?: string;
}

/** Segments that plain characters would have saved. */
export interface Avoidable {
  readonly segments: number;
  /** Their part of the prices that the log gives, one entry a unit. */
  readonly cost: readonly { readonly unit: string; readonly amount: number }[];
  /** Messages of them without a price: what they would have saved is not known. */
  readonly unknown: number;
}

export interface Finding {
  readonly id: string;
  /** Names it: the same finding in two reports has one key. */
  readonly key: string;
  readonly severity: (typeof severities)[number];
  readonly confidence: 'high' | 'medium' | 'low';
  /** Why it is as sure as that, in one sentence. */
  readonly because: Sentence;
  /** The one sentence that says what is wrong, with its numbers. */
  readonly sentence: Sentence;
  /** Messages it touches. */
  readonly affected: number;
  /** Estimate: messages of these that might have arrived, had it been mended before. */
  readonly recoverable: number;
  /** The messages it touches. */
  readonly rows: Filter;
  /** What it is about: { sender }, { template }, { link }, { country }, { prefix }, { code }, { service }, { case }; and how many { recipients }, { senders }. */
  readonly subject: Readonly<Record<string, string>>;
  /**
   * Since when, ISO 8601 in UTC: where its messages became more frequent at one time, that time, else the first of them; absent where
   * no time is known.
   */
  readonly since?: string;
  /** Its messages in 24 equal parts of the time from `oldest` to `clock`; absent where they or their times are not all known. */
  readonly course?: readonly number[];
  /** Failed messages of which it is the main finding: a message that several findings touch belongs to the first of them. */
  readonly explains: number;
  /** Key of the finding that most of its failed messages belong to; absent where they are its own. */
  readonly within?: string;
  /** What the messages it touches cost, one entry a unit; absent where that was not counted. */
  readonly cost?: readonly Cost[];
  /** Segments it wastes; absent where it is about something else. */
  readonly avoidable?: Avoidable;
  /** For a packet to support: of its failed messages, or of those it touches where none failed. */
  readonly trail: FindingTrail;
  readonly evidence: readonly Figure[];
  readonly codes: readonly string[];
  /** Step of the guide. */
  readonly guide: string;
  /** Up to five message SIDs, newest first. */
  readonly examples: readonly string[];
  readonly action: {
    readonly kind: (typeof actionKinds)[number];
    /** Numbers to act on (to stop texting, to phone), or `null` where the act has no list. */
    readonly list: readonly string[] | null;
    /** The next thing to do with what this log names (sender, text, country), in one sentence; absent where the page of the finding says all. */
    readonly next?: Sentence;
  };
}

/** What one or several logs say. */
export interface Report {
  readonly schemaVersion: typeof schemaVersion;
  readonly sources: readonly SourceReport[];
  /** Newest time in the log (of scheduled and canceled messages not counted), ISO 8601 in UTC; every age is counted from it. Absent when no row has a time. */
  readonly clock?: string;
  /** Oldest time in the log, ISO 8601 in UTC. */
  readonly oldest?: string;
  /** Notices that belong to no single source: sources left out, tables that were full, rules that failed. */
  readonly notices: readonly Notice[];
  readonly totals: Totals;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byErrorCode: readonly CodeCount[];
  readonly byCategory: readonly CategoryCount[];
  readonly byCountry: readonly CountryCount[];
  readonly bySender: readonly SenderCount[];
  readonly byHour: readonly HourCount[];
  readonly cost: readonly Cost[];
  /** Absent where the log does not say both when messages were made and when they were sent. */
  readonly delays?: Delays;
  readonly findings: readonly Finding[];
  /** Every code with which messages failed, most frequent first. */
  readonly codesToAct: readonly CodeToAct[];
  /** Numbers to act on; each stands on one list only (catalog/number-lists.ts, precedence). */
  readonly lists: Readonly<Record<ListId, NumberList>>;
  readonly notListed: NotListed;
  /** Findings that this log cannot be looked through for. */
  readonly notJudged: readonly NotJudged[];
}
