import type * as z from 'zod';
import type { RoundEntry, RoundLineView } from '../contracts/rounds.ts';
import type { DiffSide } from '../contracts/round-pages.ts';
import type { AuditLine } from '../domain/audit.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { RoundId } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { partsOfLineId, type LineOutcome, type Round, type RoundPart } from '../domain/round.ts';
import type { Call, Page, Store } from './ports.ts';
import { readRoundLines } from './rounds.ts';
import { roundEntry, roundLineView } from './views/round.ts';

/** Lines on a page: as many as one call approves. */
export const linesAPage = 25;
/** Of the refused ones so many show; they grow fewer as they are seen to. */
const refusedShown = 100;

/** A line of the diff with its request as it is now; null: it is not there any more. */
export interface DiffLine {
  readonly seen: z.infer<ReturnType<typeof RoundLineView>>;
  readonly request: PlacementRequest | null;
}

/** A stretch of what a round proposes. */
export interface RoundDiff {
  readonly round: z.infer<ReturnType<typeof RoundEntry>>;
  readonly audit: readonly AuditLine[];
  readonly part: RoundPart;
  readonly side: DiffSide;
  readonly lines: readonly DiffLine[];
  readonly next: string | null;
}

interface Asked {
  readonly roundId: RoundId;
  /** Left out: the first part that proposes something. */
  readonly part?: RoundPart | undefined;
  readonly side: DiffSide;
  readonly cursor?: string | undefined;
}

type Seen = DiffLine['seen'];

const isRefused = ({ result }: LineOutcome): boolean => result === 'refused';

/** Pairs that were refused when somebody approved them, of all parts. */
const refusedLines = async ({ rounds }: Store, { id, results }: Round): Promise<Page<Seen>> => {
  const refused = (await rounds.outcomes(id)).filter(isRefused).slice(0, refusedShown);
  const lines = await Promise.all(
    refused.map(async (outcome) => {
      const result = results.find(({ part }) => part === partsOfLineId(outcome.lineId).part);
      const line = result === undefined ? null : await rounds.placedLine(result.digest, outcome.lineId);
      return line === null ? [] : [roundLineView(line, outcome)];
    }),
  );
  return { items: lines.flat(), cursor: null };
};

/** A round, and a page of its diff with the requests as they stand now. */
export const readRoundDiff =
  ({ store }: { readonly store: Store }) =>
  async ({ roundId, part: asked, side, cursor }: Asked, call: Call): Promise<Result<RoundDiff>> => {
    const [round, audit] = await Promise.all([store.rounds.get(roundId), store.audit.of(roundId)]);
    if (round === null) return refuse('not-found');
    const part = asked ?? round.results.find(({ placed }) => placed > 0)?.part ?? 'locks';
    const page: Result<Page<Seen>> =
      side === 'refused'
        ? ok(await refusedLines(store, round))
        : await readRoundLines({ store })(
            { roundId, part, outcome: side, limit: linesAPage, ...(cursor !== undefined && { cursor }) },
            call,
          );
    if (!page.ok) return page;
    const { items, cursor: next } = page.value;
    const requests = await Promise.all(items.map(async ({ line: { requestId } }) => store.requests.get(requestId)));
    const lines = items.map((seen, index) => ({ seen, request: requests[index] ?? null }));
    return ok({ round: roundEntry(round), audit, part, side, lines, next });
  };
