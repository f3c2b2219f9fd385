import { outcomeNumber, type Outcome } from '../../catalog/category.ts';
import { outcomeOf, parseStatus, type Status } from '../../catalog/status.ts';
import { codeOfCell } from './code-cell.ts';
import { isNothing } from './nothing.ts';

/** What status, direction and error code say together; a log has a few dozen of them. */
export interface Kind {
  /** Status in lower case as the log has it; `unknown` for an empty cell. */
  readonly word: string;
  /** Absent for a word that the API does not define. */
  readonly status: Status | undefined;
  readonly isInbound: boolean;
  /** Error code, absent for none; also on messages that did not fail. */
  readonly code: string | undefined;
  readonly outcome: Outcome;
  readonly outcomeNumber: number;
  /** Outbound, failed or undelivered: the status decides, never the code. */
  readonly isFailure: boolean;
  /** How late in a message's life the status is, 0 to 9; decides between rows of one message with the same time. */
  readonly rank: number;
  /** The part of its life that the status belongs to, 0 to 4: unknown, on its way, handed over, ended, ended and read. */
  readonly phase: number;
}

/** Precedence where times tie: what comes later in the life of a message is higher. */
const ranks: Readonly<Record<Status, number>> = {
  read: 9,
  delivered: 8,
  partially_delivered: 7,
  received: 7,
  undelivered: 6,
  failed: 6,
  canceled: 6,
  sent: 5,
  sending: 4,
  receiving: 4,
  queued: 3,
  accepted: 2,
  scheduled: 1,
};

const HANDED_OVER = ranks.sent;

/** The phase of a rank: everything between "sent" and "read" has ended. */
const phaseOf = (rank: number): number => (rank === 0 ? 0 : rank < HANDED_OVER ? 1 : rank === HANDED_OVER ? 2 : rank < ranks.read ? 3 : 4);

const WORD_LENGTH = 40;

/**
 * Reads the three cells that decide what a message counts as.
 *
 * @param direction '' where the log has none: the status then tells, `received` and `receiving` are inbound
 */
export function kindOf(statusCell: string, direction: string, codeCell: string): Kind {
  const status = parseStatus(statusCell);
  const way = isNothing(direction) ? '' : direction.trim().toLowerCase();
  const isInbound = way === '' ? status === 'received' || status === 'receiving' : way.startsWith('inbound');
  const outcome: Outcome = isInbound ? 'inbound' : outboundOutcome(status);
  const rank = status === undefined ? 0 : ranks[status];
  return {
    word: isNothing(statusCell) ? 'unknown' : statusCell.trim().toLowerCase().slice(0, WORD_LENGTH),
    status,
    isInbound,
    code: codeOfCell(codeCell),
    outcome,
    outcomeNumber: outcomeNumber[outcome],
    isFailure: outcome === 'failed' || outcome === 'undelivered',
    rank,
    phase: phaseOf(rank),
  };
}

/** The same for kinds of one direction, word and code, from whatever source. */
export const kindKey = ({ word, isInbound, code = '' }: Kind): string => `${isInbound ? 'in' : 'out'} ${code} ${word}`;

/** An outbound message that says `received` contradicts itself: it is filed under other. */
function outboundOutcome(status: Status | undefined): Outcome {
  const outcome = status === undefined ? 'other' : outcomeOf(status);
  return outcome === 'inbound' ? 'other' : outcome;
}
