import { ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { CalendarDate, Instant } from '../domain/primitives.ts';

/**
 * A whole day of the reader's calendar (RFC 5545). A date without an hour is the same date in every time zone, so no
 * calendar moves it; the hours are for the two sides to settle.
 */
export interface CalendarDay {
  /** Names the entry for good: a newer file with the same one takes the place of an older. */
  readonly id: string;
  /** Grows whenever the date or the words change. */
  readonly sequence: number;
  readonly on: CalendarDate;
  readonly title: string;
  readonly text: string;
  /** An address to travel to; null: not known. */
  readonly where: string | null;
}

interface Maker {
  /** Whose ids these are: the host of the service. */
  readonly host: string;
  readonly madeAt: Instant;
}

/** The file that puts a day into a calendar. The library escapes and folds; the same day gives the same bytes. */
export const calendarFile = (
  { id, sequence, on, title, text, where }: CalendarDay,
  { host, madeAt }: Maker,
): string => {
  const calendar = new ICalCalendar({
    prodId: { company: 'clinical-site-match', product: 'placements', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${id}@${host}`,
    sequence,
    stamp: new Date(madeAt),
    // A date in text is midnight in UTC, and without a zone the library writes dates in UTC, wherever it runs.
    start: new Date(on),
    allDay: true,
    // The day stays free for other entries.
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: title,
    description: text,
    location: where,
  });
  return `${calendar.toString()}\r\n`;
};
