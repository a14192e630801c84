/*
 * A grid to paint the hours of a week on, above the rows of from and to that the form sends. The rows stay the truth:
 * what is painted is written into them, what is written in them is painted. Works by pointer (drag paints a rectangle),
 * by touch (tap, or drag to the side) and by keyboard (arrows move, Shift with an arrow or Space paints).
 */
import { days, emptyWeek, hoursIn, hourState, markHour, rowsOf, weekOf, type Row, type Week } from '../../week-rows.ts';

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const clock = (hour: number): string => `${hour % 12 === 0 ? 12 : hour % 12} ${hour % 24 < 12 ? 'AM' : 'PM'}`;

const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

interface Cell {
  readonly day: number;
  readonly hour: number;
}

/** Hours that many people have, to begin with. */
const beginnings: readonly { readonly label: string; readonly row: Row | null }[] = [
  { label: 'Weekdays 8 to 4', row: { day: 'mon-fri', from: '08:00', to: '16:00' } },
  { label: 'Weekday evenings', row: { day: 'mon-fri', from: '17:00', to: '21:00' } },
  { label: 'Weekends 8 to 4', row: { day: 'sat-sun', from: '08:00', to: '16:00' } },
  { label: 'Clear all', row: null },
];

type Control = HTMLInputElement | HTMLSelectElement;

const part = (row: HTMLElement, name: string): Control | null => row.querySelector<Control>(`[name$=".${name}"]`);

/** The rows of the form: read, and written; more are made by copying the last one. */
const rowsIn = (holder: HTMLElement) => {
  const elements = (): HTMLElement[] => [...holder.querySelectorAll<HTMLElement>('.hours-row')];
  const addRow = (): void => {
    const all = elements();
    const last = all.at(-1);
    const copy = last?.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return;
    for (const control of copy.querySelectorAll<Control>('[name]')) {
      const renumbered = (text: string): string => text.replace(/([.-])\d+([.-])(?=\w+$)/, `$1${all.length}$2`);
      control.name = renumbered(control.name);
      control.id = renumbered(control.id);
      control.setAttribute(
        'aria-label',
        (control.getAttribute('aria-label') ?? '').replace(/\d+/, `${all.length + 1}`),
      );
    }
    last?.after(copy);
  };
  return {
    read: (): Row[] =>
      elements().map((row) => ({
        day: part(row, 'day')?.value ?? '',
        from: part(row, 'from')?.value ?? '',
        to: part(row, 'to')?.value ?? '',
      })),
    write: (rows: readonly Row[]): void => {
      while (elements().length < rows.length) addRow();
      for (const [index, row] of elements().entries())
        for (const name of ['day', 'from', 'to'] as const) {
          const control = part(row, name);
          if (control !== null) control.value = rows[index]?.[name] ?? '';
        }
    },
  };
};

/** The cell that was hit, if one was. */
const placeOf = (target: EventTarget | null): Cell | null => {
  const [day, hour] =
    (target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null)?.dataset['cell']?.split('.') ?? [];
  return day === undefined || hour === undefined ? null : { day: Number(day), hour: Number(hour) };
};

const grid = (holder: HTMLElement): void => {
  const rows = rowsIn(holder);
  let week: Week = weekOf(rows.read());
  const label = holder.dataset['weekGrid'] ?? 'Hours of the week';
  const said = make('p', { 'aria-live': 'polite', class: 'small quiet' });
  const cells = days.map((_, day) =>
    Array.from({ length: 24 }, (__, hour) =>
      make('td', { role: 'gridcell', tabindex: day === 0 && hour === 8 ? '0' : '-1', 'data-cell': `${day}.${hour}` }),
    ),
  );
  const cellAt = ({ day, hour }: Cell): HTMLElement | undefined => cells[day]?.[hour];

  const show = (): void => {
    for (const [day, column] of cells.entries())
      for (const [hour, cell] of column.entries()) {
        const state = hourState(week, day, hour);
        cell.setAttribute('aria-selected', String(state === 'all'));
        cell.classList.toggle('part', state === 'part');
        cell.setAttribute(
          'aria-label',
          `${dayNames[day]} ${clock(hour)} to ${clock(hour + 1)}${state === 'part' ? ', in part' : ''}`,
        );
      }
    const total = hoursIn(week);
    said.textContent = total === 0 ? 'No hours yet.' : `${Math.round(total * 100) / 100} hours a week.`;
  };
  const paint = (change: (week: Week) => void): void => {
    change(week);
    rows.write(rowsOf(week));
    show();
  };
  const isOn = ({ day, hour }: Cell): boolean => hourState(week, day, hour) === 'all';
  const rectangle =
    (from: Cell, to: Cell, on: boolean) =>
    (target: Week): void => {
      for (let day = Math.min(from.day, to.day); day <= Math.max(from.day, to.day); day++)
        for (let hour = Math.min(from.hour, to.hour); hour <= Math.max(from.hour, to.hour); hour++)
          markHour(target, day, hour, on);
    };
  const focus = (cell: Cell): void => {
    for (const one of cells.flat()) one.tabIndex = -1;
    const element = cellAt(cell);
    if (element === undefined) return;
    element.tabIndex = 0;
    element.focus();
  };

  const body = make(
    'tbody',
    {},
    ...Array.from({ length: 24 }, (_, hour) =>
      make('tr', {}, make('th', { scope: 'row' }, clock(hour)), ...cells.flatMap((column) => column[hour] ?? [])),
    ),
  );
  const table = make(
    'table',
    { role: 'grid', 'aria-multiselectable': 'true', 'aria-label': label },
    make('colgroup', {}, make('col', { class: 'hours' }), ...days.map(() => make('col', {}))),
    make(
      'thead',
      {},
      make(
        'tr',
        {},
        make('td', {}),
        ...dayNames.map((name) => make('th', { scope: 'col', abbr: name }, name.slice(0, 3))),
      ),
    ),
    body,
  );

  let drag: { readonly from: Cell; readonly on: boolean; readonly before: Week } | null = null;
  body.addEventListener('pointerdown', (event) => {
    const from = placeOf(event.target);
    if (from === null || event.button !== 0) return;
    // A finger that touches a cell would keep all further moves to it.
    if (event.target instanceof Element) event.target.releasePointerCapture(event.pointerId);
    drag = { from, on: !isOn(from), before: week.slice() };
    if (event.pointerType === 'mouse') paint(rectangle(from, from, drag.on));
  });
  body.addEventListener('pointermove', (event) => {
    const to = placeOf(document.elementFromPoint(event.clientX, event.clientY));
    if (drag === null || to === null) return;
    const { from, on, before } = drag;
    week = before.slice();
    paint(rectangle(from, to, on));
  });
  const end = (event: PointerEvent): void => {
    if (drag === null) return;
    const { from, on } = drag;
    // A tap, or a drag that was no scroll, counts when the finger is lifted.
    if (event.type === 'pointerup' && event.pointerType !== 'mouse' && placeOf(event.target) !== null)
      paint(rectangle(from, placeOf(document.elementFromPoint(event.clientX, event.clientY)) ?? from, on));
    if (event.type === 'pointercancel') {
      week = drag.before;
      paint(() => {});
    }
    drag = null;
    focus(from);
  };
  document.addEventListener('pointerup', end);
  document.addEventListener('pointercancel', end);

  const moves: Readonly<Record<string, readonly [days: number, hours: number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  body.addEventListener('keydown', (event) => {
    const at = placeOf(event.target);
    if (at === null) return;
    const [right, down] = moves[event.key] ?? [];
    if (right !== undefined && down !== undefined) {
      const to = { day: Math.min(6, Math.max(0, at.day + right)), hour: Math.min(23, Math.max(0, at.hour + down)) };
      if (event.shiftKey) paint(rectangle(at, to, isOn(at)));
      focus(to);
    } else if (event.key === 'Home' || event.key === 'End') focus({ ...at, day: event.key === 'Home' ? 0 : 6 });
    else if (event.key === ' ' || event.key === 'Enter') paint(rectangle(at, at, !isOn(at)));
    else return;
    event.preventDefault();
  });

  const details = holder.querySelector('details');
  holder.addEventListener('change', (event) => {
    if (!(event.target instanceof Element) || event.target.closest('.hours-row') === null) return;
    week = weekOf(rows.read());
    show();
  });
  const buttons = beginnings.map(({ label: words, row }) => {
    const button = make('button', { type: 'button', class: 'plain small' }, words);
    button.addEventListener('click', () => {
      const added = row === null ? emptyWeek() : weekOf([row]);
      paint((target) => {
        for (const [minute, on] of added.entries()) if (row === null || on === 1) target[minute] = on;
      });
    });
    return button;
  });
  holder.prepend(
    make(
      'div',
      { class: 'week-grid' },
      make(
        'p',
        { class: 'hint' },
        'Paint the hours: drag with the mouse, tap on a phone, or use the arrow keys with Shift or the space bar.',
      ),
      make('div', { class: 'buttons' }, ...buttons),
      table,
      said,
    ),
  );
  // The exact times stay at hand, one press away, unless something is wrong with them.
  if (details !== null && holder.querySelector('[aria-invalid]') === null) details.open = false;
  show();
};

for (const holder of document.querySelectorAll<HTMLElement>('[data-week-grid]')) grid(holder);
