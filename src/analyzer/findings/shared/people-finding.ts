import type { Figure } from '../../report/figure.ts';
import { moment, say, type Sentence } from '../../report/sentence.ts';
import type { Found } from '../rule.ts';
import { lacking, refusedOnList } from './refused-people.ts';
import { summed, type Refusals } from './refusals.ts';
import type { RefusalsTable } from './refusals-table.ts';

/** The people that a finding lists, and the table that knows them. */
interface Listed {
  /** Id of the finding, which is its key too: it is the only one of its rule. */
  readonly id: string;
  readonly codes: readonly string[];
  readonly table: RefusalsTable;
  readonly people: readonly Refusals[];
  /** Fewer messages than this make no finding. */
  readonly least: number;
}

/** What a sentence about these people is made of. */
export interface AboutPeople {
  /** How many people. */
  readonly people: Figure;
  /** How many messages to them were refused. */
  readonly messages: Figure;
  /** ", the first on 14 Aug …"; empty where no time is known. */
  readonly begun: Sentence;
}

/** What is the finding's own: its words, how grave and how sure it is, and what to do with the list. */
interface Words extends Pick<Found, 'severity' | 'confidence' | 'because'> {
  /** What the people are, as the label of their figure. */
  readonly label: string;
  /** What the messages are; "messages to them refused" when absent. */
  readonly messages?: string;
  readonly sentence: (about: AboutPeople) => Sentence;
  /** Figures besides those of people and messages. */
  readonly evidence: (about: AboutPeople) => readonly Figure[];
  readonly action: Found['action']['kind'];
  readonly next?: Sentence;
}

/**
 * A finding about people who were refused with some codes: counts them, lists them, and says what it lacks where more were refused
 * than are kept one by one.
 *
 * @returns one finding, or none where too few messages are touched
 */
export function peopleFinding({ id, codes, table, people, least }: Listed, words: Words): readonly Found[] {
  const { failures, since, codes: met, examples } = summed(people, codes);
  if (failures < least) return [];
  const rows = refusedOnList(id, codes);
  const about: AboutPeople = {
    people: { label: words.label, value: people.length, of: 'people', rows },
    messages: { label: words.messages ?? 'messages to them refused', value: failures, rows },
    begun: since === Infinity ? [] : say`, the first on ${moment(since)}`,
  };
  return [
    {
      severity: words.severity,
      confidence: words.confidence,
      because: words.because,
      sentence: say`${words.sentence(about)}${lacking(table)}`,
      affected: failures,
      recoverable: 0,
      rows,
      subject: { recipients: String(people.length) },
      since,
      evidence: [about.people, about.messages, ...words.evidence(about)],
      codes: met,
      examples,
      action: {
        kind: words.action,
        list: people.map(({ person }) => person),
        ...(words.next === undefined ? {} : { next: words.next }),
      },
    },
  ];
}
