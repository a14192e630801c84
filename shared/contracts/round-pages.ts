import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import { RoundId } from '../domain/primitives.ts';
import { RoundLineId, RoundPart } from '../domain/round.ts';
import { Done, ofRounds } from './coordinator-pages.ts';

const RoundsQuery = lazily(() => z.strictObject({ cursor: z.string().min(1).max(1024).optional() }));

export const roundsPage = ofRounds({
  id: 'roundsPage',
  method: 'GET',
  path: '/coordinator/rounds',
  summary: 'Rounds, newest first, and the form that starts one',
  query: RoundsQuery,
  success: { status: 200, body: 'html' },
});

export const startRoundForm = ofRounds({
  id: 'startRoundForm',
  method: 'POST',
  path: roundsPage.path,
  summary: 'Start a round',
  query: RoundsQuery,
  success: { status: 303, body: 'html' },
});

/** Lines of a round's diff: proposed pairs, requests without a site, pairs that were refused when they were approved. */
export const diffSides = ['placed', 'unplaced', 'refused'] as const;
export type DiffSide = (typeof diffSides)[number];

const ofRound = lazily(() => z.strictObject({ roundId: RoundId }));

/** Which stretch of the diff shows. */
const DiffQuery = lazily(() =>
  z.strictObject({
    part: RoundPart.optional(),
    side: z.enum(diffSides).default('placed'),
    cursor: z.string().min(1).max(1024).optional(),
    /** The round is being approved whole, up to this line so far: the page goes on behind it. */
    after: RoundLineId.optional(),
    done: Done,
  }),
);

export const roundPage = ofRounds({
  id: 'roundPage',
  method: 'GET',
  path: '/coordinator/rounds/{roundId}',
  summary: 'A round: how far it has come, and what it proposes for whom',
  params: ofRound,
  query: DiffQuery,
  success: { status: 200, body: 'html' },
});

export const roundForm = ofRounds({
  id: 'roundForm',
  method: 'POST',
  path: roundPage.path,
  summary: 'Approve pairs of a round, rule on one of them, or discard the round',
  params: ofRound,
  query: DiffQuery,
  success: { status: 303, body: 'html' },
});

export const roundPageRoutes = [roundsPage, startRoundForm, roundPage, roundForm] as const;
