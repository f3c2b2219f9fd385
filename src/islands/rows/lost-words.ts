import type { Lost } from '../../analyzer/kept/find-texts.ts';
import { shown } from '../kit/view-settings.ts';

const why: Readonly<Record<Lost['why'], string>> = {
  changed: 'has changed since it was read.',
  unreadable: 'can no longer be read: it was moved, deleted or changed.',
};

/** What became of a file, in one sentence. */
export const lostWords = ({ source, why: reason }: Lost): string => `${shown.value(source)} ${why[reason]}`;
