import type { Declined } from '../../analyzer/report/declined.ts';

const holdsNothing = new Set<Declined['kind']>(['empty', 'header-only', 'no-messages']);

/** The heading over the reasons why nothing could be read. */
export function declinedTitle(declined: readonly Declined[]): string {
  if (declined.some(({ kind }) => kind === 'credentials')) return 'Not read, because it holds credentials';
  if (declined.every(({ kind }) => holdsNothing.has(kind))) return 'There is nothing to read in it';
  return declined.length === 1 ? 'This is not a log that can be read' : 'These are not logs that can be read';
}
