import { look } from '../../hand-over/texts.ts';

/** The search over the index loads when somebody begins to use it, or when the address or this tab already asks for something. */
const form = document.querySelector<HTMLFormElement>('#find');

let loading: Promise<unknown> | undefined;
let isReady = false;
function load(): Promise<unknown> {
  loading ??= import('./error-index.ts').then(
    () => {
      isReady = true;
    },
    // Without a connection, or when the page is left meanwhile: the next key asks again.
    () => {
      loading = undefined;
    },
  );
  return loading;
}

for (const begun of ['focusin', 'pointerover', 'input'] as const) form?.addEventListener(begun, () => void load());
// In a field of several lines Enter is a new line by itself.
form?.querySelector('textarea')?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});
// Enter before the search is there waits for it.
form?.addEventListener('submit', (event) => {
  if (isReady) return;
  event.preventDefault();
  void load().then(() => {
    if (isReady) form.requestSubmit();
  });
});
const isBegun = form?.contains(document.activeElement) === true;
if (isBegun || location.search !== '' || look('search') !== undefined) void load();
