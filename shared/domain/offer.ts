import * as z from 'zod';
import { lazily } from './lazily.ts';
import { Discipline, Track } from './discipline.ts';
import { Outcome } from './outcome.ts';
import { FacilityId, Instant, prose, RequestId } from './primitives.ts';
import { IntakeId } from './site-offer.ts';
import { Versioned } from './versioned.ts';

/** `req_abc-2`: the second try to place request `req_abc`. */
export const OfferId = z.string().regex(/^req_[A-Za-z0-9]{4,80}-\d{1,3}$/, 'an offer id such as req_abc-1');
export type OfferId = z.infer<typeof OfferId>;

export const offerIdOf = (requestId: RequestId, number: number): OfferId => `${requestId}-${number}`;
export const requestIdOf = (offerId: OfferId): RequestId => offerId.slice(0, offerId.lastIndexOf('-'));

/** The try before this one; of a first one, an id that no offer has. */
export const offerIdBefore = (offerId: OfferId): OfferId => {
  const requestId = requestIdOf(offerId);
  return offerIdOf(requestId, Number(offerId.slice(requestId.length + 1)) - 1);
};

/** Why a facility says no. The reason is remembered (R27) and never shown with a judgement on the person. */
export const DeclineReason = z.enum(['no-seat', 'dates', 'hours', 'staff', 'requirements', 'no-students-now', 'other']);
export type DeclineReason = z.infer<typeof DeclineReason>;

export const declineReasonNames: Record<DeclineReason, string> = {
  'no-seat': 'no place left',
  dates: 'the dates do not fit',
  hours: 'the hours do not fit',
  staff: 'the staff cannot take a trainee now',
  requirements: 'something that is required is missing',
  'no-students-now': 'no trainees at this time',
  other: 'another reason',
};

/** A question of the facility about an anonymous brief, and the coordinator's reply. */
export const BriefQuestion = z.lazy(() =>
  z.object({
    question: prose(1000),
    askedAt: Instant,
    reply: prose(1000).nullable(),
    repliedAt: Instant.nullable(),
  }),
);

export const Side = z.enum(['technologist', 'facility']);
export type Side = z.infer<typeof Side>;

/** A mail that the service writes of its own accord when its time has come; `last`: in this state none follows. */
export const NextMail = z.lazy(() => z.object({ at: Instant, last: z.boolean() }));
export type NextMail = z.infer<typeof NextMail>;

const common = lazily(() => ({
  ...Versioned.shape,
  id: OfferId,
  requestId: RequestId,
  facilityId: FacilityId,
  intakeId: IntakeId,
  discipline: Discipline,
  track: Track,
  /** The site takes introductions without a brief. */
  direct: z.boolean(),
  madeAt: Instant,
  /**
   * The facility answers before this instant, or the offer lapses. After its yes the same holds for a technologist who
   * wished to be asked before the introduction: a seat is never held without an end.
   */
  answerBy: Instant,
  /** Grows with every brief mailed and every answer: an answer link of an older number is superseded. */
  linkVersion: z.int(),
  questions: z.array(BriefQuestion).max(20),
  /** What the rules left open when the offer was made, in words: open questions and conditions, for the brief. */
  toSettle: z.array(z.string().max(500)).max(60),
  /** Did the technologist agree to be introduced to this facility? Given at once where the request's consent covers it. */
  technologistConsent: z.enum(['given', 'awaited']),
  /** A reminder of the brief, or the question how it went on; null: the service writes of its own accord no more. */
  nextMail: NextMail.nullable().default(null),
}));

const state = <const S extends string, const Shape extends z.core.$ZodLooseShape>(status: S, more: Shape) =>
  z.object({ ...common(), status: z.literal(status), ...more });

/** An end is followed by the next site of the shortlist, or by what else becomes of the request: has that been seen to? */
const ended = { followed: z.boolean().default(true) };

const accepted = { acceptedAt: Instant, acceptedBy: z.enum(['facility', 'standing-consent']) };
const introduced = { ...accepted, introducedAt: Instant };

/** An offer: one try at one site, holding one seat of one intake until it ends. One shape for each state. */
export const Offer = z.lazy(() =>
  z.discriminatedUnion('status', [
    state('made', {}),
    /** Accepted; the introduction leaves at `introduceAt` (time to undo) once the technologist agreed. */
    state('accepted', { ...accepted, introduceAt: Instant }),
    state('introduced', { ...introduced, startReportedBy: z.array(Side).max(2) }),
    state('started', { ...introduced, startedAt: Instant }),
    state('completed', {
      ...introduced,
      startedAt: Instant,
      completedAt: Instant,
      /** What either side said of it; null: not said. */
      outcomes: z
        .object({ technologist: Outcome.nullable(), facility: Outcome.nullable() })
        .default({ technologist: null, facility: null }),
    }),
    state('declined', { ...ended, declinedAt: Instant, reason: DeclineReason, comment: prose(1000).nullable() }),
    /** `waitedFor`: whose answer did not come. */
    state('lapsed', { ...ended, lapsedAt: Instant, waitedFor: Side.default('facility') }),
    state('cancelled', { ...ended, cancelledAt: Instant, cancelledBy: z.string(), comment: prose(1000).nullable() }),
    state('no-show', { ...introduced, ...ended, reportedAt: Instant }),
  ]),
);
export type Offer = z.infer<typeof Offer>;
export type OfferStatus = Offer['status'];
type EndedOffer = Extract<Offer, { followed: boolean }>;
export type OfferIn<S extends OfferStatus> = Extract<Offer, { status: S }>;

/** States in which the offer holds its seat. A completed placement keeps it: the intake's dates are over. */
export const seatHoldingStatuses: readonly OfferStatus[] = ['made', 'accepted', 'introduced', 'started', 'completed'];
export const holdsSeat = (status: OfferStatus): boolean => seatHoldingStatuses.includes(status);

/** Offers that are only words so far. Introduced people have each other's contact, and settle it between them. */
export const isAsked = ({ status }: Offer): boolean => status === 'made' || status === 'accepted';

/** Neither ended nor completed: a request has at most one such offer at a time. */
export const isUnderWay = (status: OfferStatus): boolean => holdsSeat(status) && status !== 'completed';

/** Both sides were given each other's contact. A cancelled offer does not say so any more, and shows it to nobody. */
export const wasIntroduced = (offer: Offer): boolean => 'introducedAt' in offer;

/** Has this side said that the placement is over? */
export const endReportedBy = (offer: Offer, side: Side): boolean =>
  offer.status === 'completed' && offer.outcomes[side] !== null;

/** It has ended, and nobody has seen yet to what follows from that. */
export const isUnfollowed = (offer: Offer): offer is EndedOffer => 'followed' in offer && !offer.followed;

/** When the clock next has something to do about an offer; null: it waits for people only. */
export const dueAt = (offer: Offer): Instant | null => {
  const times = offer.nextMail === null ? [] : [offer.nextMail.at];
  if (offer.status === 'made') times.push(offer.answerBy);
  if (offer.status === 'accepted')
    times.push(offer.technologistConsent === 'given' ? offer.introduceAt : offer.answerBy);
  return times.toSorted()[0] ?? null;
};
