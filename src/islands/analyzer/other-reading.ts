import type { Reading } from '../../pasted/reading.ts';
import { textFile } from './text-file.ts';

let loading: Promise<(text: string) => readonly Reading[]> | undefined;
const load = (): Promise<(text: string) => readonly Reading[]> =>
  (loading ??= import('../../pasted/reader.ts').then(({ readText }) => readText));

/** Takes the recognisers while the page is idle: once something was pasted, nothing may be asked for. */
export function preloadReader(): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => void load(), { timeout: 5_000 });
  else setTimeout(() => void load(), 2_000);
}

/**
 * What to do with a pasted text: read it as a log, several callbacks as the log they make, or say what else it is.
 *
 * @returns the file to read, or the readings of a text that is no log
 */
export async function logOrReadings(text: string): Promise<File | readonly Reading[]> {
  const readings = (await load())(text);
  const [first] = readings;
  if (first?.lead?.to === 'analyzer') return textFile(first.lead.log ?? text);
  return first === undefined || first.kind === 'nothing' || first.kind === 'search' ? textFile(text) : readings;
}
