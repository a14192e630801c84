import type { CalendarDate, Instant } from './primitives.ts';
import { weekdays, type WeeklyWindow } from './schedule.ts';

/** Values in the words of mails and pages (US English). Facts only: sentences live with whoever says them. */

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const twoDigitsAt = (text: string, place: number): number =>
  (text.charCodeAt(place) - 48) * 10 + text.charCodeAt(place + 1) - 48;

/** `January 4, 2027`. Most sentences name a date, so its digits are read where they stand. */
export const onDate = (date: CalendarDate): string =>
  `${months[twoDigitsAt(date, 5) - 1]} ${twoDigitsAt(date, 8)}, ${date.slice(0, 4)}`;

/**
 * `1,250`, `7.5`: US digits. Not by `Intl.NumberFormat`, whose first use costs a cold start some 20 ms, and every other
 * one as much as a whole sentence.
 */
export const digits = (value: number, mostDecimals: number, leastDecimals = 0): string => {
  // Most values are whole and small.
  if (leastDecimals === 0 && Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  const scale = 10 ** mostDecimals;
  const scaled = Math.round(Math.abs(value) * scale);
  const whole = String(Math.floor(scaled / scale));
  let decimals = mostDecimals === 0 ? '' : String(scaled % scale).padStart(mostDecimals, '0');
  while (decimals.length > leastDecimals && decimals.endsWith('0')) decimals = decimals.slice(0, -1);
  let grouped = whole.slice(-3);
  for (let end = whole.length - 3; end > 0; end -= 3) grouped = `${whole.slice(Math.max(0, end - 3), end)},${grouped}`;
  return `${value < 0 ? '-' : ''}${grouped}${decimals === '' ? '' : `.${decimals}`}`;
};

/** `January 4, 2027, to March 26, 2027`. */
export const fromTo = (from: CalendarDate, to: CalendarDate): string => `${onDate(from)}, to ${onDate(to)}`;

/** `Monday, January 4, 2027 at 8:00 AM EST`: in the reader's zone where it is known, else in UTC, and it says which. */
export const atInstant = (instant: Instant, zone: string | null): string =>
  new Intl.DateTimeFormat('en-US', {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: zone ?? 'UTC',
  })
    .format(new Date(instant))
    // A narrow no-break space before AM and PM is a question mark in some mail readers.
    .replaceAll('\u202f', ' ');

/** `1 hour`, `7.5 hours`. */
export const hours = (minutes: number): string => `${digits(minutes / 60, 2)} ${minutes === 60 ? 'hour' : 'hours'}`;

/** `$1,250` or `$1,250.50`. */
export const dollars = (cents: number): string =>
  `$${cents % 100 === 0 ? digits(cents / 100, 0) : digits(cents / 100, 2, 2)}`;

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Days in the order of the week, three and more in a row as a span: `Mon–Wed, Sat`. `has`: by the day's place. */
const daysInWords = (has: readonly boolean[]): string => {
  let words = '';
  for (let first = 0; first < dayNames.length; first += 1) {
    if (has[first] !== true) continue;
    let last = first;
    while (has[last + 1] === true) last += 1;
    const asSpan = last - first >= 2;
    words += `${words === '' ? '' : ', '}${dayNames[first]}${asSpan ? `–${dayNames[last]}` : ''}`;
    if (asSpan) first = last;
  }
  return words;
};

/** `17:00` → `5 PM`, `16:30` → `4:30 PM`; noon and midnight by their names, which nobody takes for each other. */
const timeOfDay = (time: WeeklyWindow['from']): string => {
  if (time === '00:00') return 'midnight';
  if (time === '12:00') return 'noon';
  const hour = twoDigitsAt(time, 0);
  return `${hour % 12 === 0 ? 12 : hour % 12}${time.endsWith(':00') ? '' : time.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`;
};

const spanInWords = ({ from, to }: WeeklyWindow): string => {
  if (from === to && from === '00:00') return 'all day';
  return `${timeOfDay(from)} to ${timeOfDay(to)}${to <= from && to !== '00:00' ? ' the next day' : ''}`;
};

/** `Mon–Fri 8 AM to 4 PM; Sat all day`: windows of the week by time of day, in the order in which they were given. */
export const windowsInWords = (windows: readonly WeeklyWindow[]): string => {
  const daysOf = new Map<string, boolean[]>();
  for (const window of windows) {
    const span = spanInWords(window);
    const days = daysOf.get(span) ?? [];
    days[weekdays.indexOf(window.day)] = true;
    daysOf.set(span, days);
  }
  return [...daysOf].map(([span, days]) => `${daysInWords(days)} ${span}`).join('; ');
};
