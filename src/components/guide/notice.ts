import { errorsPath } from '../../catalog/paths.ts';
import type { Dropped } from '../../guide/tree/answers-url.ts';
import { codeFact } from '../../guide/tree/guide.ts';

/** At most so much of an address is repeated to the reader. */
const shown = 40;
const quote = (text: string): string => `“${text.length > shown ? `${text.slice(0, shown)}…` : text}”`;

function reasonOf({ fact, answer, reason }: Dropped): string {
  switch (reason) {
    case 'no-such-question':
      return `${quote(fact)} is no question of this guide.`;
    case 'no-such-answer':
      if (fact === codeFact) return `the guide knows no code ${quote(answer)}.`;
      return `${quote(answer)} is no answer to ${quote(fact)}.`;
    case 'contradicts':
      return `${quote(`${fact}: ${answer}`)} does not go with this step.`;
  }
}

/** Says which answers of the address were not used. */
export function showNotice(page: HTMLElement, dropped: readonly Dropped[]): void {
  const notice = page.querySelector<HTMLElement>('[data-notice]');
  if (notice === null || dropped.length === 0) return;
  notice.textContent = `Left out of the address: ${dropped.map(reasonOf).join(' ')}`;
  if (dropped.some(({ fact, reason }) => fact === codeFact && reason === 'no-such-answer')) {
    const search = document.createElement('a');
    search.href = errorsPath();
    search.textContent = 'Search all codes';
    notice.append(' ', search);
  }
  notice.hidden = false;
}
