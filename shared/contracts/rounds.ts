import * as z from 'zod';
import { AuditLine } from '../domain/audit.ts';
import { Discipline, disciplines } from '../domain/discipline.ts';
import { lazily } from '../domain/lazily.ts';
import { Instant, prose, RoundId } from '../domain/primitives.ts';
import { LineOutcome, PartResult, Round, RoundLine, RoundLineId, RoundPart } from '../domain/round.ts';
import { PageQuery, pageOf, SeenVersion } from './common.ts';
import { forCoordinators } from './for-coordinators.ts';

const ofRound = lazily(() => z.strictObject({ roundId: RoundId }));

export const RoundStatusName = lazily(() =>
  z.literal(Round.unwrap().options.map((option) => option.shape.status.value)),
);

/** A round and how far it has come. */
export const RoundEntry = lazily(() =>
  z.object({
    roundId: RoundId,
    version: z.int(),
    status: RoundStatusName(),
    disciplines: z.array(Discipline),
    requestedAt: Instant,
    requestedBy: z.string(),
    /** The parts in their order; `result` is null for one that is to come. */
    parts: z.array(z.object({ part: RoundPart, result: PartResult.unwrap().omit({ part: true }).nullable() })),
    placed: z.int(),
    unplaced: z.int(),
    approvedPairs: z.int(),
    refusedPairs: z.int(),
    /** Why it failed or was discarded. */
    reason: z.string().nullable(),
  }),
);

const RoundReceipt = lazily(() => z.object({ roundId: RoundId, status: RoundStatusName(), version: z.int() }));

/** A line of the diff: what the round proposes for a request, and what became of it. */
export const RoundLineView = lazily(() =>
  z.object({
    line: RoundLine,
    /** The line in a sentence. */
    words: z.string(),
    /** Null: nobody has approved it. */
    decided: LineOutcome.nullable(),
  }),
);

export const startRound = forCoordinators({
  id: 'startRound',
  method: 'POST',
  path: '/api/coordinator/rounds',
  summary: 'Start a round: everybody in review against all open seats; it only proposes, and nothing is sent',
  body: () =>
    z.strictObject({
      disciplines: z
        .array(Discipline)
        .min(1)
        .max(disciplines.length)
        .refine((chosen) => new Set(chosen).size === chosen.length, 'must not name a discipline twice')
        .default([...disciplines]),
    }),
  success: { status: 202, body: RoundReceipt },
});

export const listRounds = forCoordinators({
  id: 'listRounds',
  method: 'GET',
  path: '/api/coordinator/rounds',
  summary: 'Rounds, newest first',
  query: PageQuery,
  success: { status: 200, body: pageOf(RoundEntry) },
});

export const readRound = forCoordinators({
  id: 'readRound',
  method: 'GET',
  path: '/api/coordinator/rounds/{roundId}',
  summary: 'A round: how far it has come, what it proposes in numbers, and its audit',
  params: ofRound,
  success: { status: 200, body: () => RoundEntry().extend({ audit: z.array(AuditLine) }) },
});

export const readRoundLines = forCoordinators({
  id: 'readRoundLines',
  method: 'GET',
  path: '/api/coordinator/rounds/{roundId}/lines',
  summary: 'What a part of a round proposes, request by request: the site, or why there is none',
  params: ofRound,
  query: () =>
    z.strictObject({
      ...PageQuery().shape,
      part: RoundPart.default('locks'),
      outcome: z.enum(['placed', 'unplaced']).default('placed'),
    }),
  success: { status: 200, body: pageOf(RoundLineView) },
});

/** Lines that one call approves at most: some seconds of work, well within the time a call may take. */
export const linesACall = 25;

export const approveRound = forCoordinators({
  id: 'approveRound',
  method: 'POST',
  path: '/api/coordinator/rounds/{roundId}/approval',
  summary: `Approve pairs of a round, each checked again: named lines, or the next ${linesACall} of the whole, until \`next\` is null`,
  params: ofRound,
  body: () =>
    z
      .strictObject({
        lines: z.array(RoundLineId).min(1).max(linesACall).nullable().default(null),
        after: RoundLineId.nullable().default(null),
      })
      .refine(({ lines, after }) => lines === null || after === null, {
        message: 'must be null where lines are named',
        path: ['after'],
      }),
  success: {
    status: 200,
    body: () =>
      RoundReceipt().extend({
        outcomes: z.array(LineOutcome),
        approvedPairs: z.int(),
        refusedPairs: z.int(),
        /** Send it as `after` to go on; null: all lines were looked at. */
        next: RoundLineId.nullable(),
      }),
  },
});

export const discardRound = forCoordinators({
  id: 'discardRound',
  method: 'POST',
  path: '/api/coordinator/rounds/{roundId}/discard',
  summary: 'Discard a round, or what is left of it; what was approved stays so',
  params: ofRound,
  body: () => z.strictObject({ version: SeenVersion, reason: prose(1000) }),
  success: { status: 200, body: RoundReceipt },
});

export const roundRoutes = [startRound, listRounds, readRound, readRoundLines, approveRound, discardRound] as const;
