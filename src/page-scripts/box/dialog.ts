import { wireBox } from './box.ts';

let dialog: HTMLDialogElement | undefined;

/** The box of the home page for every other page, made when it is first opened. */
function makeDialog(): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'find-dialog';
  made.setAttribute('aria-labelledby', 'find-box-label');
  const form = document.createElement('form');
  form.className = 'paste-box';
  const label = document.createElement('label');
  label.id = 'find-box-label';
  label.htmlFor = 'find-box';
  label.textContent = 'Paste an error, a stack trace, a callback, a message, or say what happened';
  const field = document.createElement('textarea');
  Object.assign(field, { id: 'find-box', className: 'field', rows: 1, autocomplete: 'off', autocapitalize: 'off', spellcheck: false });
  field.setAttribute('aria-describedby', 'find-box-said');
  const submit = document.createElement('button');
  Object.assign(submit, { type: 'submit', className: 'button primary', textContent: 'Find out' });
  const close = document.createElement('button');
  Object.assign(close, { type: 'button', className: 'button quiet', textContent: 'Close' });
  close.addEventListener('click', () => {
    made.close();
  });
  const box = document.createElement('div');
  box.className = 'box';
  box.append(field, submit);
  const said = document.createElement('p');
  said.id = 'find-box-said';
  said.className = 'said';
  said.setAttribute('role', 'status');
  const answer = document.createElement('section');
  answer.className = 'reply';
  answer.hidden = true;
  form.append(label, box, said);
  made.append(form, answer, close);
  document.body.append(made);
  wireBox({ form, field, said, answer });
  return made;
}

/** Opens it with the focus in the field; Esc and the button close it and give the focus back. */
export function openBox(): void {
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('textarea')?.focus();
}
