import { parseErrorCode } from '../../catalog/error-code.ts';
import { nearCodes } from '../../catalog/near-codes.ts';
import { errorsPath, stepPath } from '../../catalog/paths.ts';
import type { Arrival } from '../../guide/tree/arrival.ts';
import { codeFact, type Guide } from '../../guide/tree/guide.ts';

function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}

/** Lets a code be typed: one with a page answers the question, any other is answered with those that may have been meant. */
export function offerCodeField(guide: Guide, page: HTMLElement, { step, answers }: Arrival): void {
  const form = page.querySelector<HTMLFormElement>('[data-code-field]');
  const field = form?.querySelector('input');
  const said = form?.querySelector<HTMLElement>('[role="status"]');
  if (form === null || field === null || field === undefined || said === null || said === undefined) return;
  const hrefOf = (code: string): string => stepPath(step, { ...answers, [codeFact]: code });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const code = parseErrorCode(field.value.replaceAll(/\D/g, ''));
    if (code !== undefined && Object.hasOwn(guide.codes, code)) {
      location.assign(hrefOf(code));
      return;
    }
    const near = code === undefined ? [] : nearCodes(code, Object.keys(guide.codes));
    said.replaceChildren(
      code === undefined ? 'A code is a number, usually of five digits. ' : `No page for ${code}. `,
      ...(near.length > 0
        ? ['Did you mean ', ...near.flatMap((other, index) => [index > 0 ? ', ' : '', linkTo(hrefOf(other), other)]), '? ']
        : []),
      linkTo(errorsPath(), 'Search all codes'),
    );
    said.hidden = false;
  });
}
