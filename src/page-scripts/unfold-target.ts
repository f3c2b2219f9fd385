/** What the address points to is marked as a note, with its details open; what was pointed to before is not marked any more. */
function unfold(): void {
  document.querySelector('.known-finding.note')?.classList.remove('note');
  const target = document.getElementById(location.hash.slice(1));
  if (target?.classList.contains('known-finding') !== true) return;
  target.classList.add('note');
  target.querySelector('details')?.setAttribute('open', '');
  target.scrollIntoView();
}

addEventListener('hashchange', unfold);
unfold();
