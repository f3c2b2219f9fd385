import { element } from './element.ts';
import { shortcuts } from './shortcuts.ts';

let dialog: HTMLDialogElement | undefined;

function makeDialog(): HTMLDialogElement {
  const heading = element('h2', 'Keyboard shortcuts');
  heading.id = 'shortcuts';
  const bodies = shortcuts.map(({ where, keys }) => {
    const group = element('th', where);
    Object.assign(group, { colSpan: 2, scope: 'rowgroup' });
    const rows = keys.map(({ keys: names, does, together }) =>
      element(
        'tr',
        element(
          'td',
          ...names.flatMap((name, place) => [place === 0 ? '' : together === true && place === 1 ? ' + ' : ' ', element('kbd', name)]),
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
