import { withoutBidi } from '../words/direction.ts';

/** Control characters of a log would move the cursor of a terminal; those for the direction of writing would turn figures round. */
export const printable = (text: string): string => withoutBidi(text).replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
