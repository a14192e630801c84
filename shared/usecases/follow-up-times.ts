import { later, millisecondsADay } from '../domain/durations.ts';
import type { NextMail } from '../domain/offer.ts';
import type { CalendarDate, Instant } from '../domain/primitives.ts';
import type { Intake } from '../domain/site-offer.ts';
import type { Periods } from './ports.ts';

/** When the service writes about an offer of its own accord. Every series ends. */

const daysFrom = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / millisecondsADay;

/** Ours: enough to get to know each other after an introduction, or to see how a start went. */
const daysAtLeast = 2;
/** Ours: a week after the start it should be known whether there was one. */
const startAskedAgainAfterDays = 7;
/** Ours: trainings run over their planned end by some days more often than not, and the records are signed after it. */
const endAskedAgainAfterDays = 14;
/** Ours: a facility that was told nothing of the end is asked a week after it. */
const outcomeAskedAfterDays = 7;

/** 15:00 UTC of a date: morning from New York (10 or 11) to Los Angeles (7 or 8). A hint of when; nothing is decided by it. */
const morningOf = (date: CalendarDate): Instant => `${date}T15:00:00.000Z`;

const notBefore = (at: Instant, earliest: Instant): Instant => (at < earliest ? earliest : at);

/** The time to answer a brief that leaves at an instant: until when, and when the facility is first reminded. */
export const timeToAnswer = ({ answerDays, reminders }: Periods, leaves: Instant) => {
  const answerBy = later(leaves, answerDays, 'day');
  const nextMail: NextMail | null =
    reminders === 0 ? null : { at: later(leaves, answerDays / 2, 'day'), last: reminders === 1 };
  return { answerBy, nextMail };
};

/**
 * A day before the end, or so many more that it can leave on that day; none, if the first reminder is not a day old by
 * then.
 */
export const lastReminder = (answerBy: Instant, now: Instant, isQuiet: (at: Instant) => boolean): NextMail | null => {
  let at = later(answerBy, -1, 'day');
  while (at > now && isQuiet(at)) at = later(at, -1, 'day');
  return daysFrom(now, at) < 1 ? null : { at, last: true };
};

/** On the first day of the training, or some days after an introduction that came late. */
export const startQuestion = ({ startsOn }: Intake, introducedAt: Instant): NextMail => ({
  at: notBefore(morningOf(startsOn), later(introducedAt, daysAtLeast, 'day')),
  last: false,
});

/** On the day after the planned end. */
export const endQuestion = ({ endsOn }: Intake, startedAt: Instant): NextMail => ({
  at: notBefore(later(morningOf(endsOn), 1, 'day'), later(startedAt, daysAtLeast, 'day')),
  last: false,
});

export const outcomeQuestion = (completedAt: Instant): NextMail => ({
  at: later(completedAt, outcomeAskedAfterDays, 'day'),
  last: true,
});

export const startQuestionAgain = (now: Instant): NextMail => ({
  at: later(now, startAskedAgainAfterDays, 'day'),
  last: true,
});

export const endQuestionAgain = (now: Instant): NextMail => ({
  at: later(now, endAskedAgainAfterDays, 'day'),
  last: true,
});
