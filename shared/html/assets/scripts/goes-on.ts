/*
 * What goes on by itself on a page of a round, while its reader wants it to: a round that is being worked out is looked
 * at again, and a whole approval is sent again until all lines were looked at. Without scripts a link and a button do
 * the same.
 */

/** Says, in this window only, which form its reader sent: an address that somebody else made up sends nothing. */
const begun = 'goes-on';
const looksAgain = 'looks-again';

const form = document.querySelector<HTMLFormElement>('form[data-goes-on]');
const next = form?.hasAttribute('data-next') === true;
const name = form?.dataset['goesOn'] ?? '';

form?.addEventListener('submit', () => {
  sessionStorage.setItem(begun, name);
});
if (form !== null && next && sessionStorage.getItem(begun) === name) form.requestSubmit();
else sessionStorage.removeItem(begun);

const place = document.querySelector<HTMLElement>('[data-look-again]');

const lookAgain = (where: HTMLElement): void => {
  const seconds = Number(where.dataset['lookAgain']);
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = sessionStorage.getItem(looksAgain) !== 'no';
  const label = document.createElement('label');
  label.className = 'small';
  label.append(box, ` by itself, every ${seconds} seconds`);
  where.append(' ', label);
  box.addEventListener('change', () => {
    sessionStorage.setItem(looksAgain, box.checked ? 'yes' : 'no');
  });
  setInterval(() => {
    // What somebody is writing is not taken from them.
    const isWriting = document.activeElement instanceof HTMLTextAreaElement;
    if (box.checked && !isWriting && !document.hidden) location.reload();
  }, seconds * 1000);
};
if (place !== null) lookAgain(place);
