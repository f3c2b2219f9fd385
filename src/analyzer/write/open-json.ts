import { categoryLabels, errorCategories } from '../../catalog/category.ts';
import { actors, retries } from '../../catalog/error-values.ts';
import type { FindingEntry } from '../../catalog/finding-schema.ts';
import { actionKinds, severities } from '../../catalog/finding-words.ts';
import { listIds, whens, type ListId } from '../../catalog/number-lists.ts';
import type { Figure } from '../report/figure.ts';
import { schemaVersion, type Report } from '../report/report.ts';
import type * as Kinds from '../report/report.ts';
import type { Piece } from '../report/sentence.ts';
import {
  count,
  either,
  isObject,
  listOf,
  mapOf,
  matches,
  moment,
  number,
  object,
  oneOf,
  optional,
  text,
  time,
  type Check,
} from './checks.ts';
import type { FindingJson, NoticeJson, ReportJson, SourceJson } from './json.ts';

const figure = object<Figure>({
  label: text,
  value: number,
  of: optional(oneOf(['messages', 'people', 'senders'])),
  rows: optional(isObject),
});

/** The kinds of piece besides words; each is an object with this one name. */
type Told = Exclude<Piece, string>;
type NameOf<Kind> = Kind extends unknown ? keyof Kind : never;
const pieces: { readonly [Name in NameOf<Told>]: Check } = {
  figure,
  count: number,
  share: object<{ part: number; of: number }>({ part: number, of: number }),
  moment,
  span: object<{ from: number; to: number }>({ from: moment, to: moment }),
  text,
  address: text,
  name: text,
};
const piece: Check = (value) => {
  if (!isObject(value)) return typeof value === 'string';
  const [[name, inner] = ['', undefined], ...more] = Object.entries(value);
  return more.length === 0 && name in pieces && pieces[name as keyof typeof pieces](inner);
};
const sentence = listOf(piece);

const word = matches(/^[\w-]{1,60}$/);
/** As the list of countries names them. */
const country = matches(/^(?:[A-Z]{2}|unknown)$/);
const code = matches(/^\d{1,6}$/);

const notice = object<NoticeJson>({ id: word, source: optional(text), count, lines: listOf(count), text, pieces: sentence });

const source = object<SourceJson>({
  name: text,
  bytes: count,
  members: optional(count),
  format: word,
  formatName: text,
  encoding: word,
  delimiter: text,
  rows: count,
  records: count,
  messages: count,
  duplicates: count,
  folded: count,
  columns: mapOf(text),
  ignored: listOf(text),
  skipped: listOf(object<Kinds.SkippedRow>({ line: count, reason: text })),
  notices: listOf(notice),
});

const outcomeCounts = { outbound: count, delivered: count, failed: count, undelivered: count, noReceipt: count };

const cost = object<Kinds.Cost>({ unit: text, billed: count, onFailures: count, failedFee: count, feeUnsettled: count, unknown: count });

const spread = object<Kinds.Spread>({ messages: count, half: count, nine: count, longest: count });
const delays = { queue: spread, carrier: optional(spread) };

const share = object<Kinds.Share>({ name: text, messages: count });

const finding = object<FindingJson>({
  id: word,
  key: text,
  severity: oneOf(severities),
  confidence: oneOf(['high', 'medium', 'low']),
  because: text,
  becausePieces: sentence,
  sentence: text,
  pieces: sentence,
  affected: count,
  recoverable: count,
  rows: isObject,
  subject: mapOf(text),
  since: optional(time),
  course: optional(listOf(count)),
  explains: count,
  within: optional(text),
  cost: optional(listOf(cost)),
  avoidable: optional(
    object<Kinds.Avoidable>({
      segments: count,
      cost: listOf(object<Kinds.Avoidable['cost'][number]>({ unit: text, amount: count })),
      unknown: count,
    }),
  ),
  trail: object<Kinds.FindingTrail>({
    messages: listOf(object<Kinds.NamedMessage>({ sid: text, status: text, code: optional(code), time: optional(time) })),
    senders: listOf(share),
    countries: listOf(share),
    from: optional(time),
    to: optional(time),
  }),
  evidence: listOf(figure),
  codes: listOf(code),
  guide: word,
  examples: listOf(text),
  settle: optional(text),
  confusedWith: optional(
    listOf(object<FindingEntry['confusedWith'][number]>({ finding: optional(word), code: optional(count), how: text })),
  ),
  action: object<FindingJson['action']>({
    kind: oneOf(actionKinds),
    list: either(oneOf([null]), listOf(text)),
    next: optional(text),
    nextPieces: optional(sentence),
  }),
});

const reason = either(oneOf(['']), code, word);

const numberList = object<Kinds.NumberList>({
  numbers: count,
  messages: count,
  rows: isObject,
  entries: listOf(
    object<Kinds.ListedNumber>({
      // Whole, or masked.
      number: matches(/^\+[\d•]{7,15}$/),
      reason,
      when: optional(oneOf(whens)),
      codes: listOf(code),
      times: count,
      lastSeen: optional(time),
      reachedSince: optional(time),
      sid: optional(text),
    }),
  ),
});

const report = object<ReportJson>({
  schemaVersion: oneOf([schemaVersion]),
  sources: listOf(source),
  clock: optional(time),
  oldest: optional(time),
  notices: listOf(notice),
  totals: object<Kinds.Totals>({ ...outcomeCounts, messages: count, inbound: count, inFlight: count, other: count }),
  byStatus: mapOf(count),
  byErrorCode: listOf(
    object<Kinds.CodeCount>({ code, count, failed: count, undelivered: count, category: oneOf(errorCategories), recipients: count }),
  ),
  byCategory: listOf(
    object<Kinds.CategoryCount>({ category: oneOf(Object.keys(categoryLabels)), count, undelivered: count, share: count }),
  ),
  byCountry: listOf(object<Kinds.CountryCount>({ country, ...outcomeCounts })),
  bySender: listOf(object<Kinds.SenderCount>({ sender: text, kind: word, ...outcomeCounts })),
  byHour: listOf(
    object<Kinds.HourCount>({
      hour: time,
      delivered: count,
      noReceipt: count,
      inFlight: count,
      undelivered: count,
      failed: count,
      inbound: count,
      other: count,
    }),
  ),
  cost: listOf(cost),
  delays: optional(object<Kinds.Delays>({ ...delays, bySender: listOf(object<Kinds.SenderDelay>({ sender: text, ...delays })) })),
  findings: listOf(finding),
  codesToAct: listOf(
    object<Kinds.CodeToAct>({
      code: either(oneOf(['']), code),
      count,
      explained: count,
      actors: listOf(oneOf(actors)),
      resend: oneOf(retries),
      first: optional(text),
      guide: optional(word),
    }),
  ),
  lists: object<Kinds.Report['lists']>(Object.fromEntries(listIds.map((id) => [id, numberList])) as Record<ListId, Check>),
  notListed: object<Kinds.NotListed>({ reachedSince: count, withoutNumber: count, withoutCode: optional(count) }),
  notJudged: listOf(object<Kinds.NotJudged>({ id: word, why: text })),
});

const noticeOf = ({ pieces: said, ...rest }: NoticeJson): Kinds.Notice => ({ ...rest, text: said });

function findingOf({ pieces: said, becausePieces, action: { nextPieces, kind, list }, ...others }: FindingJson): Kinds.Finding {
  // What stands on the page of a finding is told by the page of today.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- left out
  const { settle, confusedWith, ...rest } = others;
  const action = nextPieces === undefined ? { kind, list } : { kind, list, next: nextPieces };
  return { ...rest, sentence: said, because: becausePieces, action };
}

/**
 * A report from its JSON form (json.ts), as it was before it was printed.
 *
 * @param json any text
 * @returns `undefined` for what is no report, or one of another version of this program
 */
export function reportIn(json: string): Report | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!report(value)) return undefined;
  const form = value as ReportJson;
  return {
    ...form,
    sources: form.sources.map((one) => ({ ...one, notices: one.notices.map(noticeOf) })),
    notices: form.notices.map(noticeOf),
    findings: form.findings.map(findingOf),
  };
}
