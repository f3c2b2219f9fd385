import type { Reading } from '../../pasted/reading.ts';
import { isLong } from './long-text.ts';
import { textFile } from './text-file.ts';

let loading: Promise<(text: string) => readonly Reading[]> | undefined;

/** Takes the recognisers, once. */
export const loadReader = (): NonNullable<typeof loading> =>
  (loading ??= import('../../pasted/reader.ts').then(
    ({ readText }) => readText,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  ));

/**
 * What to do with a pasted text: read it as a log, several callbacks as the log they make, or say what else it is. A long text is no
 * sentence and no callback: the analyzer's thread says what it is.
 *
 * @returns the file to read, or the readings of a text that is no log
 */
export async function logOrReadings(text: string): Promise<File | readonly Reading[]> {
  if (isLong(text)) return textFile(text);
  const readings = (await loadReader())(text);
  const [first] = readings;
  if (first?.lead?.to === 'analyzer') return textFile(first.lead.log ?? text);
  return first === undefined || first.kind === 'nothing' || first.kind === 'search' ? textFile(text) : readings;
}
