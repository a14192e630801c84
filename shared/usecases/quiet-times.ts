import type { CalendarDate, Instant, Place } from '../domain/primitives.ts';
import { daysAfter, isQuietDay, type QuietDays } from '../domain/quiet-days.ts';

/** Ours: nobody hears from us unasked before seven in the morning, nor from seven in the evening on. */
const opens = 7;
const closes = 19;

/** Where the zone of a place is not known: what is day there is day in most of the country. */
const middleOfTheCountry = 'America/Chicago';

type Somewhere = Pick<Place, 'zone'>;

/** What clock and calendar show somewhere, written like an instant: `2026-12-04T19:30:00.000Z`. */
const shownAt = (instant: Instant, { zone }: Somewhere): Instant => {
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone ?? middleOfTheCountry,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${format.format(new Date(instant)).replace(' ', 'T')}:00.000Z`;
};

/** Date and hour somewhere. */
export const localTime = (instant: Instant, somewhere: Somewhere) => {
  const shown = shownAt(instant, somewhere);
  return { date: shown.slice(0, 10), hour: Number(shown.slice(11, 13)) };
};

/** When a working day's morning begins somewhere. Clocks are changed on Sundays, which are no working days. */
const morningOf = (date: CalendarDate, somewhere: Somewhere): Instant => {
  const asShown = `${date}T${String(opens).padStart(2, '0')}:00:00.000Z`;
  const ahead = Date.parse(shownAt(asShown, somewhere)) - Date.parse(asShown);
  return new Date(Date.parse(asShown) - ahead).toISOString();
};

/** Until when nobody somewhere is written to unasked: the morning of the next working day; null: now is fine. */
export const quietUntil = (somewhere: Somewhere, named: QuietDays, now: Instant): Instant | null => {
  const { date, hour } = localTime(now, somewhere);
  if (!isQuietDay(date, named) && hour >= opens && hour < closes) return null;
  let next = hour < closes ? date : daysAfter(date, 1);
  while (isQuietDay(next, named)) next = daysAfter(next, 1);
  return morningOf(next, somewhere);
};
