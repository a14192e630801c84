import * as z from 'zod';
import { lazily } from './lazily.ts';
import { Discipline, disciplines } from './discipline.ts';
import { OfferId } from './offer.ts';
import { FacilityId, Instant, prose, RequestId, RoundId } from './primitives.ts';
import { refusalCodes } from './refusal.ts';
import { IntakeId } from './site-offer.ts';
import { Versioned } from './versioned.ts';

/**
 * A round is worked out in parts, so that no invocation carries all: first what coordinators locked, then one
 * discipline after another (an intake belongs to one). Each part keeps clear of the seats and contacts of those before.
 */
export const roundParts = ['locks', ...disciplines] as const;
export const RoundPart = z.enum(roundParts);
export type RoundPart = z.infer<typeof RoundPart>;

/** The parts of a round over some disciplines, in the order in which they are worked out. */
export const partsOfRound = (chosen: readonly Discipline[]): readonly RoundPart[] =>
  roundParts.filter((part) => part === 'locks' || chosen.includes(part));

/** `CT-req_abc`: the part in which a request was looked at, and the request. */
export const RoundLineId = z
  .string()
  .regex(new RegExp(`^(${roundParts.join('|')})-req_[A-Za-z0-9]{4,80}$`), 'a line of a round such as CT-req_abc1');
export type RoundLineId = z.infer<typeof RoundLineId>;

export const lineIdOf = (part: RoundPart, requestId: RequestId): RoundLineId => `${part}-${requestId}`;

/** The id must have passed the schema. */
export const partsOfLineId = (id: RoundLineId): { readonly part: RoundPart; readonly requestId: RequestId } => {
  const cut = id.indexOf('-');
  return { part: RoundPart.parse(id.slice(0, cut)), requestId: id.slice(cut + 1) };
};

const line = {
  id: RoundLineId,
  requestId: RequestId,
  discipline: Discipline,
  /** The request as the round saw it. An edit since then refuses the line's approval. */
  requestVersion: z.int(),
  waitingSince: Instant,
  /** How it stood: sites that the last matching found, and those that were tried in vain. */
  today: z.object({ candidates: z.int().nullable(), sitesTried: z.int() }),
};

/** What a round proposes for one request, beside how the request stands today. */
export const RoundLine = z.lazy(() =>
  z.discriminatedUnion('outcome', [
    z.object({
      ...line,
      outcome: z.literal('placed'),
      intakeId: IntakeId,
      facilityId: FacilityId,
      facilityName: z.string(),
      /** The place of the site in the request's own list, 1 is the first; null: a coordinator's lock. */
      choice: z.int().nullable(),
      /** How the facility sees this person. */
      tier: z.enum(['own-employee', 'program-student', 'other']),
      /** Who else is proposed to the same intake. */
      alongside: z.array(RequestId),
    }),
    z.object({
      ...line,
      outcome: z.literal('unplaced'),
      /** Why, as a code and in words. */
      code: z.string(),
      words: z.string(),
    }),
  ]),
);
export type RoundLine = z.infer<typeof RoundLine>;
export type PlacedLine = Extract<RoundLine, { outcome: 'placed' }>;

/** What became of a proposed pair that a coordinator approved. */
export const LineOutcome = z.lazy(() =>
  z.discriminatedUnion('result', [
    z.object({ lineId: RoundLineId, result: z.literal('approved'), offerId: OfferId, by: z.string(), at: Instant }),
    /** The pair was checked again and may not be offered now; approved once more, it is checked once more. */
    z.object({
      lineId: RoundLineId,
      result: z.literal('refused'),
      code: z.enum(refusalCodes),
      words: z.string(),
      by: z.string(),
      at: Instant,
    }),
  ]),
);
export type LineOutcome = z.infer<typeof LineOutcome>;

/** A part that is done. */
export const PartResult = z.lazy(() =>
  z.object({
    part: RoundPart,
    /** Names the lines: made of all that they say, so that lines of an interrupted try are never taken for the result. */
    digest: z.string(),
    placed: z.int(),
    unplaced: z.int(),
  }),
);
export type PartResult = z.infer<typeof PartResult>;

const common = lazily(() => ({
  ...Versioned.shape,
  id: RoundId,
  disciplines: z.array(Discipline).min(1).max(disciplines.length),
  requestedAt: Instant,
  requestedBy: z.string(),
  /** In the order of the parts. */
  results: z.array(PartResult),
  /** The part to be worked out; null when none is. */
  next: RoundPart.nullable(),
}));

const state = <const S extends string, const Shape extends z.core.$ZodLooseShape>(status: S, more: Shape) =>
  z.object({ ...common(), status: z.literal(status), ...more });

const running = { startedAt: Instant };
const proposed = { ...running, proposedAt: Instant };
/** How many of its pairs became approvals so far, and how many were refused when they were checked again. */
const decided = { ...proposed, approvedPairs: z.int(), refusedPairs: z.int() };

/** A round: everybody who waits against all open seats. A proposal: nothing is sent and no seat is held by it. */
export const Round = z.lazy(() =>
  z.discriminatedUnion('status', [
    state('requested', {}),
    state('running', running),
    state('proposed', proposed),
    state('partly-approved', decided),
    state('approved', decided),
    state('discarded', { discardedAt: Instant, discardedBy: z.string(), reason: prose(1000) }),
    state('failed', { failedAt: Instant, reason: prose(1000) }),
  ]),
);
export type Round = z.infer<typeof Round>;
export type RoundStatus = Round['status'];
export type RoundIn<S extends RoundStatus> = Extract<Round, { status: S }>;

/** Pairs that a round proposes, as far as its parts are done. */
export const proposedPairs = ({ results }: Round): number => results.reduce((sum, { placed }) => sum + placed, 0);

/** Its pairs can be approved. */
export const canBeApproved = (round: Round): round is RoundIn<'proposed' | 'partly-approved'> =>
  round.status === 'proposed' || round.status === 'partly-approved';
