import { element } from './element.ts';
import { shortcuts } from './shortcuts.ts';

/** Between the words of one key. */
const NO_BREAK = '\u00a0';

let dialog: HTMLDialogElement | undefined;

function makeDialog(): HTMLDialogElement {
  const heading = element('h2', 'Keyboard shortcuts');
  // It has the focus when the list opens, so that a long list opens at its beginning; the button is at its end.
  Object.assign(heading, { id: 'shortcuts', tabIndex: -1, autofocus: true });
  const bodies = shortcuts.map(({ where, keys }) => {
    const group = element('th', where);
    Object.assign(group, { colSpan: 2, scope: 'rowgroup' });
    const rows = keys.map(({ keys: names, does, together }) =>
      element(
        'tr',
        element(
          'td',
          ...names.flatMap((name, place) => [
            place === 0 ? '' : together === true && place === 1 ? ' + ' : ' ',
            element('kbd', name.replace(' ', NO_BREAK)),
          ]),
        ),
        element('td', does),
      ),
    );
    return element('tbody', element('tr', group), ...rows);
  });
  const close = element('button', 'Close');
  Object.assign(close, { type: 'button', className: 'button' });
  const made = element('dialog', heading, element('table', ...bodies), close);
  made.className = 'find-dialog';
  made.setAttribute('aria-labelledby', heading.id);
  close.addEventListener('click', () => {
    made.close();
  });
  document.body.append(made);
  return made;
}

/** Opens the list of keys; Esc and the button close it and give the focus back. */
export function openShortcuts(): void {
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
}
