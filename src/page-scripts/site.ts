import { forgetHandedOver } from '../hand-over/files.ts';
import { readLastReport } from '../hand-over/last-report.ts';
import { take } from '../hand-over/texts.ts';
import { chooseTheme, chosenTheme } from '../hand-over/theme.ts';
import { tendWaysBack } from '../hand-over/way-back.ts';

/** On every page: the receipt of a paste that led here, the way back to a report of this tab, "/" for the box and "?" for the list of keys, the choice of colours, and nothing left over of a log that went nowhere or of a tab that was closed. */

function showReceipt(text: string): void {
  const line = document.createElement('p');
  line.className = 'receipt';
  line.setAttribute('role', 'status');
  document.querySelector('main')?.prepend(line);
  // Said once the region is there, so that it is announced.
  requestAnimationFrame(() => {
    line.textContent = `Read: ${text}. Not kept.`;
  });
}

/** The box of this page, if it has one of its own. */
const ownBox = (): HTMLElement | null => document.querySelector('[data-own-box]');

async function openBox(): Promise<void> {
  const own = ownBox();
  if (own !== null) own.focus();
  else (await import('./box/dialog.ts')).openBox();
}

// A step of the guide that only leads on leaves it to the next one.
const receipt = document.documentElement.dataset.leaving === undefined ? take('receipt') : undefined;
if (receipt !== undefined) showReceipt(receipt);
void tendWaysBack();
// The analyzer's page takes what was left; every other one deletes it.
if (document.querySelector('.analyzer') === null) {
  void forgetHandedOver();
  // Once the page has loaded and nothing else happens; never while the site is written, when every file changes.
  if (import.meta.env.PROD)
    addEventListener('load', () => {
      const start = (): void => {
        // Whoever leaves the page meanwhile has the next one keep it.
        void import('./offline.ts').then(
          ({ keepSite }) => keepSite(),
          () => undefined,
        );
      };
      if (typeof requestIdleCallback === 'function') requestIdleCallback(start);
      else setTimeout(start, 2_000);
    });
  const door = document.querySelector('[data-door-of-report]');
  if (door !== null && readLastReport() !== undefined) door.textContent = 'Back to the report';
}

document.querySelector('[data-open-box]')?.addEventListener('click', () => {
  void openBox();
});
const openShortcuts = async (): Promise<void> => {
  (await import('./shortcuts-dialog.ts')).openShortcuts();
};
document.querySelector('[data-open-shortcuts]')?.addEventListener('click', () => {
  void openShortcuts();
});
const opens: Readonly<Record<string, () => Promise<void>>> = { '/': openBox, '?': openShortcuts };
document.addEventListener('keydown', (event) => {
  const open = opens[event.key];
  if (open === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const { target } = event;
  if (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select') || target.closest('dialog')))
    return;
  event.preventDefault();
  void open();
});

const colours = document.querySelector<HTMLSelectElement>('[data-theme]');
if (colours !== null) {
  colours.value = chosenTheme() ?? '';
  colours.addEventListener('change', () => {
    chooseTheme(colours.value);
  });
}
