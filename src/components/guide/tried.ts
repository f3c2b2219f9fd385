import { forget, keep, look } from '../../hand-over/texts.ts';

/** What the reader ticked as checked and not it, for this tab: lines of "step answer" and, after a tab, the words of the line. */
const read = (): ReadonlyMap<string, string> =>
  new Map(
    (look('tried') ?? '').split('\n').flatMap((line) => {
      const [id, label] = line.split('\t');
      return id === undefined || label === undefined ? [] : [[id, label] as const];
    }),
  );

const write = (lines: ReadonlyMap<string, string>): void => {
  keep('tried', [...lines].map((line) => line.join('\t')).join('\n'));
};

/** The words of every line that was ticked, in the order of the ticks. */
export const triedLabels = (): readonly string[] => [...new Set(read().values())];

/** Forgets the ticks: a new case begins. */
export const forgetTried = (): void => {
  forget('tried');
};

/** Keeps the ticks of a checklist, so that they stand in the ticket at its end. */
export function rememberTried(page: HTMLElement, step: string): void {
  for (const box of page.querySelectorAll<HTMLInputElement>('[data-tried]')) {
    const id = `${step} ${box.dataset.tried ?? ''}`;
    box.checked = read().has(id);
    box.addEventListener('change', () => {
      const lines = new Map(read());
      if (box.checked) lines.set(id, box.dataset.words ?? '');
      else lines.delete(id);
      write(lines);
    });
  }
}
