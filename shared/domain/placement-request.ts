import * as z from 'zod';
import { lazily } from './lazily.ts';
import { Credential, Discipline, Setting } from './discipline.ts';
import { Invitation, NamedSite } from './named-site.ts';
import {
  Answer,
  CalendarDate,
  Cents,
  EmailAddress,
  FacilityId,
  Instant,
  line,
  Miles,
  Place,
  ProgramId,
  prose,
  RequestId,
} from './primitives.ts';
import { Readiness } from './readiness.ts';
import { noRulings, Rulings } from './rulings.ts';
import {
  Block,
  overlapAmong,
  overlapBetween,
  overlapOfBlocks,
  RegularHours,
  WeeklyMinutes,
  WeeklyWindows,
  type Contradiction,
} from './schedule.ts';
import { IntakeId } from './site-offer.ts';
import { Versioned } from './versioned.ts';

/** A change of working hours that the employer made for the training (R13). */
export const Adjustment = z.lazy(() =>
  z.discriminatedUnion('status', [
    z.object({ status: z.literal('not-asked') }),
    z.object({ status: z.literal('unanswered'), hours: WeeklyWindows }),
    z.object({ status: z.literal('confirmed'), hours: WeeklyWindows }),
    z.object({ status: z.literal('refused') }),
  ]),
);
export type Adjustment = z.infer<typeof Adjustment>;

/** The technologist's employer, as claimed until the employer confirms it (R3, R5). */
export const Employment = z.lazy(() =>
  z.object({
    /** The facility where the technologist works, when it is known to the service. */
    facilityId: FacilityId.nullable(),
    name: line(160),
    regularHours: RegularHours,
    adjustment: Adjustment,
    /** May the service contact this employer and its sister sites? Asked for each employer (R3). */
    contactConsent: Answer,
    /** May the brief to the employer name its employee? */
    nameInBrief: z.boolean(),
    /** The employer's HIPAA education covers the technologist (R8). */
    hipaaTrained: z.boolean(),
  }),
);
export type Employment = z.infer<typeof Employment>;

/** For whom, and until when, an introduction may be made without asking again. */
export const IntroductionConsent = z.lazy(() =>
  z.discriminatedUnion('scope', [
    z.object({ scope: z.literal('shortlisted-facilities'), until: CalendarDate }),
    z.object({ scope: z.literal('ask-each-time') }),
  ]),
);
export type IntroductionConsent = z.infer<typeof IntroductionConsent>;

/** Records of one day, or of a month by its first day, that count already (A6). */
export const CountedRecords = z.object({ on: CalendarDate, records: z.int().min(1).max(5000) });

/** What a technologist asks for: the part of a request that the technologist writes and may edit. */
export const Wishes = z.lazy(() =>
  z.object({
    discipline: Discipline,
    credentials: z
      .array(z.object({ credential: Credential, expiresOn: CalendarDate.nullable() }))
      .min(1)
      .max(10),
    /** One-way straight-line miles; null: not said, which is asked, not guessed (R16). */
    travelMiles: Miles.nullable(),
    /** Up to here home is slept at; beyond it lodging is needed (R17). */
    commuteMiles: Miles,
    acceptsLodging: Answer,
    /** Weekly hours that are free for training; null: not said yet (R12 asks). */
    availability: WeeklyWindows.nullable(),
    /** Whole weeks that are free for a block rotation (R18). */
    blocks: z.array(Block).max(26),
    minWeeklyMinutes: WeeklyMinutes,
    wantedWeeklyMinutes: WeeklyMinutes,
    earliestStart: CalendarDate,
    latestEnd: CalendarDate.nullable(),
    employment: Employment.nullable(),
    /** Shifts at other employers: no training during these (R12). */
    otherShifts: WeeklyWindows,
    programId: ProgramId.nullable(),
    readiness: Readiness,
    /** All charges of the whole placement, fee and program, in cents; null: not said (R14). */
    maxChargesCents: Cents.nullable(),
    paidOnly: z.boolean(),
    /** R10: orders, never excludes. Empty: no wish. */
    wishedSettings: z.array(Setting).max(5),
    /** Categories of procedures still needed (R19); empty: no list. */
    requiredCategories: z.array(line(60)).max(60),
    /** Records still needed, and since when the earliest counts (R20, A6); null: not said. */
    recordsNeeded: z.int().min(0).max(5000).nullable(),
    recordsSince: CalendarDate.nullable(),
    /** All records that count already, by day: which of them lapse before the finish can be told (A6). Empty: not said. */
    recordsCounted: z.array(CountedRecords).max(60).default([]),
    introductionConsent: IntroductionConsent,
    /** The technologist's own order of sites, best first; the others follow in the order of candidates. Empty: no own order. */
    siteOrder: z.array(FacilityId).max(20).default([]),
    /** R25: a site outside the list; null: none. */
    namedSite: NamedSite.nullable().default(null),
  }),
);
export type Wishes = z.infer<typeof Wishes>;

/** Windows of one list, blocks, and shifts at two employers, none of which may overlap. */
const checkHours = ({ availability, blocks, employment, otherShifts }: Wishes): Contradiction | null => {
  const regular = employment?.regularHours.kind === 'weekly' ? employment.regularHours.windows : [];
  const adjusted = employment !== null && 'hours' in employment.adjustment ? employment.adjustment.hours : [];
  const shifts = employment?.adjustment.status === 'confirmed' ? adjusted : regular;
  return (
    overlapAmong('availability', availability ?? []) ??
    overlapOfBlocks('blocks', blocks) ??
    overlapAmong('employment.regularHours.windows', regular) ??
    overlapAmong('employment.adjustment.hours', adjusted) ??
    overlapAmong('otherShifts', otherShifts) ??
    overlapBetween('otherShifts', otherShifts, shifts, 'a shift at the employer')
  );
};

/** Parts that contradict each other are refused with the field that can be mended. */
export const checkWishes = (wishes: Wishes): Contradiction | null => {
  if (wishes.latestEnd !== null && wishes.latestEnd < wishes.earliestStart)
    return { field: 'latestEnd', detail: 'The latest end is before the earliest start.' };
  if (wishes.wantedWeeklyMinutes < wishes.minWeeklyMinutes)
    return { field: 'wantedWeeklyMinutes', detail: 'The wanted hours are fewer than the least hours a week.' };
  if (wishes.availability?.length === 0 && wishes.blocks.length === 0)
    return { field: 'availability', detail: 'Say at least one window of the week, or one block of free weeks.' };
  const { recordsSince } = wishes;
  const older = wishes.recordsCounted.findIndex(({ on }) => recordsSince !== null && on < recordsSince);
  if (older !== -1)
    return { field: `recordsCounted[${older}].on`, detail: `The earliest counted record is of ${recordsSince}.` };
  const repeated = wishes.siteOrder.findIndex((id, place) => wishes.siteOrder.indexOf(id) !== place);
  if (repeated !== -1) return { field: `siteOrder[${repeated}]`, detail: 'This facility is in the order already.' };
  return checkHours(wishes);
};

/** Contact of a person; known to the other side only after an introduction. */
export const TechnologistContact = z.lazy(() =>
  z.object({
    name: line(120),
    email: EmailAddress,
    phone: line(40).nullable(),
  }),
);
export type TechnologistContact = z.infer<typeof TechnologistContact>;

/** What the coordinator approved: sites in order, by intake. */
export const Approval = z.lazy(() =>
  z.object({
    shortlist: z.array(IntakeId).min(1).max(10),
    approvedBy: z.string(),
    approvedAt: Instant,
    /** Why the order differs from the ranking, where it does. */
    reason: prose(1000).nullable(),
  }),
);
export type Approval = z.infer<typeof Approval>;

/** What the last matching found, for the queue; candidates are computed anew whenever they are looked at. */
export const MatchSummary = z.lazy(() =>
  z.object({
    at: Instant,
    candidates: z.int(),
    nearMisses: z.int(),
    best: z.object({ track: z.string(), miles: z.number().nullable() }).nullable(),
  }),
);
export type MatchSummary = z.infer<typeof MatchSummary>;

const common = lazily(() => ({
  ...Versioned.shape,
  id: RequestId,
  contact: TechnologistContact,
  home: Place,
  wishes: Wishes,
  /** HMAC of the normalized address: finds a person's requests without holding the address in a key. */
  personKey: z.string(),
  submittedAt: Instant,
  /** Older access links stop working when this grows. */
  accessVersion: z.int(),
  /** The employer said so; until then R5's waiver is a condition (R3). */
  employmentConfirmed: z.boolean(),
  /** How many offers were made; numbers the next one. */
  offersMade: z.int(),
  match: MatchSummary.nullable(),
  /** What became of the named site (R25); null: not looked at yet, or none named. */
  invitation: Invitation.nullable().default(null),
  /** Sites that said no, lapsed or cancelled: not tried again without the coordinator naming them. */
  triedIntakes: z.array(IntakeId).max(200),
  rulings: Rulings.default(noRulings),
  /** When what its technologist told us was erased: what is there since says nothing of a person. Null: it was not. */
  erasedAt: Instant.nullable().default(null),
}));

const state = <const S extends string, const Shape extends z.core.$ZodLooseShape>(status: S, more: Shape) =>
  z.object({ ...common(), status: z.literal(status), ...more });

/** A placement request, one shape for each state. */
export const PlacementRequest = z.lazy(() =>
  z.discriminatedUnion('status', [
    state('submitted', { confirmBy: Instant }),
    /** The address is confirmed; waiting to be matched (again). */
    state('confirmed', { confirmedAt: Instant }),
    state('in-review', { confirmedAt: Instant }),
    state('on-hold', { confirmedAt: Instant, reason: prose(1000), heldBy: z.string() }),
    state('approved', { confirmedAt: Instant, approval: Approval }),
    state('placed', { confirmedAt: Instant, approval: Approval, placedAt: Instant }),
    state('completed', { confirmedAt: Instant, approval: Approval, placedAt: Instant, completedAt: Instant }),
    state('expired', { expiredAt: Instant }),
    state('rejected', { reason: prose(1000), rejectedBy: z.string(), rejectedAt: Instant }),
    state('withdrawn', { withdrawnAt: Instant }),
  ]),
);
export type PlacementRequest = z.infer<typeof PlacementRequest>;
export type RequestStatus = PlacementRequest['status'];
export type RequestIn<S extends RequestStatus> = Extract<PlacementRequest, { status: S }>;

/**
 * Does a request count against the limit for a person? An unconfirmed one does not: anybody can type anybody's address,
 * and must neither use up what that person may have nor learn from a refusal whether the address is known.
 */
export const isOpen = (status: RequestStatus): boolean =>
  ['confirmed', 'in-review', 'on-hold', 'approved', 'placed'].includes(status);

/** It goes on no more. */
export const isOver = (status: RequestStatus): boolean => !isOpen(status) && status !== 'submitted';

/** One person has at most two open requests: two disciplines are two linked requests. */
export const maxOpenRequests = 2;
