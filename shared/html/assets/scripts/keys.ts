/*
 * Keys for pages that are worked through all day: j and k go from one thing to the next, the others do what the links of
 * the page's own list do. Nothing happens while somebody writes, with a modifier key, or when the keys are switched off.
 */
const nav = document.querySelector<HTMLElement>('nav.keys');
const switchedOff = 'keys-off';

const isOff = (): boolean => localStorage.getItem(switchedOff) !== null;

const controls = 'select, textarea, input:not([type=hidden]), button';

/** Opens what encloses it, and puts the focus on the first control of a form or on the thing itself. */
const goTo = (target: HTMLElement): void => {
  for (let at: Element | null = target; at !== null; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
  const control = target.matches('form, section') ? target.querySelector<HTMLElement>(controls) : null;
  const focused = control ?? target;
  if (control === null && !target.matches('a, summary, button')) target.tabIndex = -1;
  focused.focus();
  focused.scrollIntoView({ block: 'center' });
};

const follow = (link: HTMLAnchorElement): void => {
  const href = link.getAttribute('href') ?? '';
  const target = href.startsWith('#') ? document.getElementById(href.slice(1)) : null;
  if (target === null) link.click();
  else goTo(target);
};

/** The next or previous stop; the first one while none of them has the focus. */
const step = (by: 1 | -1): void => {
  const stops = [...document.querySelectorAll<HTMLElement>(nav?.dataset['stops'] ?? '')];
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  const next = stops[at === -1 ? 0 : Math.min(stops.length - 1, Math.max(0, at + by))];
  if (next !== undefined) goTo(next);
};

const press = (event: KeyboardEvent): void => {
  const { key, target } = event;
  const isWriting = target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]');
  if (isOff() || isWriting || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const link = nav?.querySelector<HTMLAnchorElement>(`a[data-key="${CSS.escape(key)}"]`);
  if (key === 'j') step(1);
  else if (key === 'k') step(-1);
  else if (link instanceof HTMLAnchorElement) follow(link);
  else return;
  event.preventDefault();
};

/** The way to switch the keys off and on again, and whether the page tells of them. */
const addSwitch = (list: HTMLElement): void => {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain small';
  const tell = (): void => {
    list.classList.toggle('are-on', !isOff());
    button.textContent = isOff() ? 'Switch keys on' : 'Switch keys off';
  };
  button.addEventListener('click', () => {
    if (isOff()) localStorage.removeItem(switchedOff);
    else localStorage.setItem(switchedOff, 'yes');
    tell();
  });
  tell();
  list.append(button);
};

if (nav !== null) {
  addSwitch(nav);
  document.addEventListener('keydown', press);
}
