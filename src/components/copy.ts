import { articleMarkdown } from './article-markdown.ts';

/**
 * Makes the copy buttons of a page work:
 * [data-copy] copies its text, `{url}` in it replaced by the address of the page without query and fragment;
 * [data-copy-anchor] is a link to a section, whose address is copied as the link is followed;
 * [data-copy-article] copies the <article> as Markdown;
 * [data-copy-block] copies the <pre> of the element it stands in.
 */

const pageAddress = (): string => location.origin + location.pathname;

function textOf(control: HTMLElement): string | undefined {
  const { copy, copyAnchor, copyArticle, copyBlock } = control.dataset;
  if (copy !== undefined) return copy.replaceAll('{url}', pageAddress());
  if (copyAnchor !== undefined) return pageAddress() + (control.getAttribute('href') ?? '');
  if (copyBlock !== undefined) return control.parentElement?.querySelector('pre')?.textContent;
  const article = copyArticle === undefined ? null : document.querySelector('article');
  return article === null ? undefined : articleMarkdown(article, pageAddress());
}

/** Says the answer where the eye is, and to a screen reader, and takes it back after two seconds. */
function answer(control: HTMLElement, said: string): void {
  const before = control.dataset.label ?? control.textContent;
  control.dataset.label = before;
  control.textContent = said;
  let status = document.querySelector<HTMLElement>('#copy-status');
  if (status === null) {
    status = document.createElement('p');
    status.id = 'copy-status';
    status.className = 'visually-hidden';
    status.role = 'status';
    document.body.append(status);
  }
  status.textContent = said;
  setTimeout(() => {
    control.textContent = before;
  }, 2000);
}

document.addEventListener('click', (event) => {
  const control =
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('[data-copy],[data-copy-anchor],[data-copy-article],[data-copy-block]')
      : null;
  const text = control === null ? undefined : textOf(control);
  if (control === null || text === undefined) return;
  navigator.clipboard.writeText(text).then(
    () => {
      answer(control, 'Copied');
    },
    () => {
      answer(control, 'Not copied: the browser refused');
    },
  );
});
