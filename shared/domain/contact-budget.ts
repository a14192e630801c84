import * as z from 'zod';
import { Discipline, disciplineNames, Track, trackNames } from './discipline.ts';
import { later } from './durations.ts';
import { OfferId } from './offer.ts';
import { FacilityId, Instant } from './primitives.ts';
import type { Refusal } from './refusal.ts';
import { onDate } from './wording.ts';

/** R27: how often a facility may be contacted; set per stage. */
export interface ContactBudget {
  /** Briefs that may wait for the facility's answer at a time. */
  readonly maxOpenBriefs: number;
  /** Briefs and direct introductions within a month. */
  readonly maxBriefsAMonth: number;
  /** Days without a request of the same kind after a no. */
  readonly restDaysAfterNo: number;
}

/** Two requests are of the same kind for a facility when both are the same (R27). */
export const RequestKind = z.object({ discipline: Discipline, track: Track });
export type RequestKind = z.infer<typeof RequestKind>;

/** What a facility was contacted for, as far as the budget still counts it. */
export const Contacts = z.lazy(() =>
  z.object({
    facilityId: FacilityId,
    /** Grows with every contact and every answer. */
    version: z.int().min(0),
    /** Briefs that wait for an answer. A direct introduction never does: nobody is asked. */
    open: z.array(OfferId),
    /** Briefs and direct introductions, those of the last month and some before, newest first. */
    recent: z.array(z.object({ offerId: OfferId, at: Instant })),
    noes: z.array(z.object({ ...RequestKind.shape, at: Instant })),
  }),
);
export type Contacts = z.infer<typeof Contacts>;

/** A facility that was never contacted. */
export const noContacts = (facilityId: FacilityId): Contacts => ({
  facilityId,
  version: 0,
  open: [],
  recent: [],
  noes: [],
});

/** A month, in days: any 30 in a row, so that the end of a calendar month opens no second budget. */
const monthDays = 30;

const daysBefore = (now: Instant, days: number): Instant => later(now, -days, 'day');
const dateAfter = (at: Instant, days: number): string => onDate(later(at, days, 'day').slice(0, 10));

const recentAt = ({ recent }: Contacts, now: Instant) => recent.filter(({ at }) => at > daysBefore(now, monthDays));

const noesAt = ({ noes }: Contacts, { restDaysAfterNo }: ContactBudget, now: Instant) =>
  noes.filter(({ at }) => at > daysBefore(now, restDaysAfterNo));

/** The tracks of a discipline from which the facility rests after a no. */
export const restingTracks = (
  contacts: Contacts,
  discipline: Discipline,
  budget: ContactBudget,
  now: Instant,
): readonly Track[] => [
  ...new Set(
    noesAt(contacts, budget, now)
      .filter((no) => no.discipline === discipline)
      .map(({ track }) => track),
  ),
];

/** How many more contacts the budget allows now. A facility that takes introductions directly has no open briefs. */
export const contactsLeft = (
  contacts: Contacts,
  { direct }: { readonly direct: boolean },
  { maxOpenBriefs, maxBriefsAMonth }: ContactBudget,
  now: Instant,
): number => {
  const thisMonth = maxBriefsAMonth - recentAt(contacts, now).length;
  const atATime = direct ? Infinity : maxOpenBriefs - contacts.open.length;
  return Math.max(0, Math.min(thisMonth, atATime));
};

interface PlannedContact extends RequestKind {
  /** The facility takes introductions without a brief. */
  readonly direct: boolean;
}

const refusal = (detail: string): Refusal => ({ code: 'contact-budget', detail: `R27: ${detail}` });

/** Why the facility may not be contacted for this now, in words for a coordinator; null when it may. */
export const objectionToContact = (
  contacts: Contacts,
  { discipline, track, direct }: PlannedContact,
  budget: ContactBudget,
  now: Instant,
): Refusal | null => {
  const { maxOpenBriefs, maxBriefsAMonth, restDaysAfterNo } = budget;
  const no = noesAt(contacts, budget, now).findLast((said) => said.discipline === discipline && said.track === track);
  if (no !== undefined)
    return refusal(
      `the facility said no to the same kind of request (${disciplineNames[discipline]}, ${trackNames[track]}) and is not asked for it again before ${dateAfter(no.at, restDaysAfterNo)}.`,
    );
  if (!direct && contacts.open.length >= maxOpenBriefs)
    return refusal(`${maxOpenBriefs} briefs wait for the facility's answer, which is as many as it gets at a time.`);
  const recent = recentAt(contacts, now);
  const oldest = recent[maxBriefsAMonth - 1];
  return oldest === undefined
    ? null
    : refusal(
        `the facility was contacted ${recent.length} times in ${monthDays} days, which is as often as it may be; it can be contacted again from ${dateAfter(oldest.at, monthDays)} on.`,
      );
};

/** One more contact, and what its note holds to, whatever others noted since the contacts were read. */
export interface NewContact {
  readonly facilityId: FacilityId;
  readonly offerId: OfferId;
  readonly at: Instant;
  readonly direct: boolean;
  readonly maxOpenBriefs: number;
  readonly maxBriefsAMonth: number;
  /** Contacts until here count no more. */
  readonly monthBegan: Instant;
  /** Noes that count no more. */
  readonly forgotten: Contacts['noes'];
}

export const newContact = (
  contacts: Contacts,
  { id, direct }: { readonly id: OfferId; readonly direct: boolean },
  budget: ContactBudget,
  now: Instant,
): NewContact => {
  const { maxOpenBriefs, maxBriefsAMonth } = budget;
  const counting = new Set(noesAt(contacts, budget, now));
  return {
    facilityId: contacts.facilityId,
    offerId: id,
    at: now,
    direct,
    maxOpenBriefs,
    maxBriefsAMonth,
    monthBegan: daysBefore(now, monthDays),
    forgotten: contacts.noes.filter((no) => !counting.has(no)),
  };
};
