import { parseIsoTime } from '../../message/time/iso.ts';
import { parseRfc2822Time } from '../../message/time/rfc-2822.ts';

/** A time of the REST API: RFC 2822, or ISO 8601 where a program has rewritten it. */
export function restTime(cell: string): number {
  const time = parseRfc2822Time(cell);
  return Number.isNaN(time) ? parseIsoTime(cell) : time;
}
