import type { Option } from './command-line.ts';
import { either } from './wanted.ts';

const forms = ['text', 'json'] as const;

/** `--format` of a command that prints text or JSON. @param json what its JSON holds */
export const textOrJson = (json: string) =>
  ({ type: 'string', default: 'text', value: 'FORM', choices: forms, says: `how it is printed; ${json}` }) as const satisfies Option;

/** @returns what is wrong with a value of it; `undefined` for nothing */
export const wrongForm = (format: string): string | undefined =>
  forms.some((form) => form === format) ? undefined : `"${format}" is no format; use ${either(forms)}.`;
