import type { ErrorCode } from '../catalog/error-code.ts';
import { outcomeOf, type Status } from '../catalog/status.ts';
import { codeInText } from './code-in-text.ts';
import { statusInText } from './status-in-text.ts';

/** What somebody put into the box on the home page, and so where to take them. */
export type Pasted =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'log' }
  | { readonly kind: 'code'; readonly code: ErrorCode; readonly status: Status | undefined }
  | { readonly kind: 'status'; readonly status: Status }
  /** A code beside a status that says the message arrived. */
  | { readonly kind: 'contradiction' }
  | { readonly kind: 'words' }
  | { readonly kind: 'no-code' };

const headerWord =
  /^(message|account)?[\s_]*(sid|status|to|from|body|direction|error[\s_]?code|date[\s_]?(sent|created|updated)|sent[\s_]?(date|at)?|num[\s_]?segments)$/i;

/** Several lines below a header with at least two names that message logs use, or JSON with several messages. */
export function looksLikeLog(text: string): boolean {
  const start = text.trimStart();
  if (/^[[{]/.test(start)) return (start.slice(0, 200_000).match(/"sid"\s*:/g) ?? []).length > 1;
  const [header = '', ...rest] = start.split('\n', 3);
  const cells = header.split(/[,;\t|]/).map((cell) => cell.trim().replaceAll(/^"|"$/g, ''));
  return rest.some((line) => line.trim() !== '') && cells.length > 2 && cells.filter((cell) => headerWord.test(cell)).length > 1;
}

/**
 * Reads what was pasted or typed.
 *
 * @param known codes that have a page
 * @returns `words` for a short text to search for, `no-code` for a longer one (a callback, a row) that names neither an error nor a status
 */
export function readPasted(text: string, known: ReadonlySet<string>): Pasted {
  if (text.trim() === '') return { kind: 'nothing' };
  if (looksLikeLog(text)) return { kind: 'log' };
  const code = codeInText(text, known);
  const status = statusInText(text);
  if (code !== undefined && status !== undefined && outcomeOf(status) === 'delivered') return { kind: 'contradiction' };
  if (code !== undefined) return { kind: 'code', code, status };
  if (status !== undefined) return { kind: 'status', status };
  return /[=&{}\t]|\n.*\n/.test(text) || text.length > 300 ? { kind: 'no-code' } : { kind: 'words' };
}
