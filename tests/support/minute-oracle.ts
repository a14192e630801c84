import * as fc from 'fast-check';
import { weekdays, type WeeklyWindow } from '../../shared/domain/schedule.ts';

/** The slow and obvious way to reckon with weekly windows: one bit for each minute of the week. */
export type Minutes = Uint8Array;

const perWeek = 7 * 24 * 60;

export const minutesIn = (holds: (minute: number) => boolean): Minutes => {
  const minutes = new Uint8Array(perWeek);
  for (let minute = 0; minute < perWeek; minute += 1) if (holds(minute)) minutes[minute] = 1;
  return minutes;
};

const clock = (time: string): number => {
  const [hour, minute] = time.split(':').map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
};

/** Walks each window minute by minute until its end comes round. */
export const minutesOfWindows = (windows: readonly WeeklyWindow[]): Minutes => {
  const minutes = minutesIn(() => false);
  for (const { day, from, to } of windows) {
    let minute = weekdays.indexOf(day) * 24 * 60 + clock(from);
    do {
      minutes[minute % perWeek] = 1;
      minute += 1;
    } while (minute % (24 * 60) !== clock(to));
  }
  return minutes;
};

/** Every minute that is in the set, or at most `by` minutes before or after one that is; the week is a circle. */
export const spread = (minutes: Minutes, by: number): Minutes => {
  const result = Uint8Array.from(minutes);
  for (const direction of [1, -1]) {
    let left = 0;
    // Twice round, so that the end of the week reaches its beginning.
    for (let step = 0; step < 2 * perWeek; step += 1) {
      const minute = (direction * step + 2 * perWeek) % perWeek;
      if (minutes[minute] === 1) left = by;
      else if (left > 0) {
        result[minute] = 1;
        left -= 1;
      }
    }
  }
  return result;
};

/** Only the minutes of runs of at least `least` minutes; the week is a circle. */
export const longRuns = (minutes: Minutes, least: number): Minutes => {
  const gap = minutes.indexOf(0);
  if (gap === -1) return minutes;
  const result = minutesIn(() => false);
  let run: number[] = [];
  for (let step = 1; step <= perWeek; step += 1) {
    const minute = (gap + step) % perWeek;
    if (minutes[minute] === 1) run.push(minute);
    else {
      if (run.length >= least) for (const one of run) result[one] = 1;
      run = [];
    }
  }
  return result;
};

/** The canonical segments of a set of minutes, read off from left to right. */
export const weekOfMinutes = (minutes: Minutes): { from: number; to: number }[] => {
  const segments: { from: number; to: number }[] = [];
  for (const [minute, bit] of minutes.entries()) {
    const last = segments.at(-1);
    if (bit === 0) continue;
    if (last?.to === minute) last.to += 1;
    else segments.push({ from: minute, to: minute + 1 });
  }
  return segments;
};

const two = (value: number): string => String(value).padStart(2, '0');
/** Mostly whole quarters, so that windows touch and coincide; any minute now and then. */
const timeOfDay = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15) },
    fc.integer({ min: 0, max: 1439 }),
  )
  .map((minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`);

/** Windows of the week, overlapping and overnight ones too. */
export const someWindows = (maxLength = 7): fc.Arbitrary<WeeklyWindow[]> =>
  fc.array(fc.record({ day: fc.constantFrom(...weekdays), from: timeOfDay, to: timeOfDay }), { maxLength });
