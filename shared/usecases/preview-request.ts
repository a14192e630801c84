import { ok, type Result } from '../domain/result.ts';
import { findCandidates } from '../matching/find-candidates.ts';
import { openingsOf } from '../matching/openings.ts';
import { describeOpening } from '../matching/phrases.ts';
import { reachOf } from '../matching/reach.ts';
import type { RequestInput } from './drafts.ts';
import { located } from './located.ts';
import { contextOf, type MatchingPorts } from './matching-context.ts';
import { nowOf } from './moments.ts';
import { newRequest } from './new-request.ts';
import type { Ports } from './ports.ts';

/** What a request would find today. Counts only: who is behind them, nobody learns before an introduction. */
export interface Preview {
  readonly sites: number;
  /** Of those, how many have nothing left to ask or to settle. */
  readonly ready: number;
  /** What would open more, in words, the smallest change first. */
  readonly openings: readonly string[];
}

/** More would be a list to work through instead of a hint. */
const mostOpenings = 3;

/** Matches what is written so far as if it were sent now; nothing of it is kept. */
export const previewRequest =
  (ports: MatchingPorts & Pick<Ports, 'places'>) =>
  async ({ contact, wishes, ...where }: RequestInput): Promise<Result<Preview>> => {
    const home = located(ports, where);
    if (!home.ok) return home;
    const request = newRequest({
      id: 'req_preview',
      contact,
      wishes,
      home: home.value,
      personKey: '',
      now: nowOf(ports.clock),
      confirmHours: 1,
    });
    const [open, context] = await Promise.all([
      ports.store.directory.openSites(wishes.discipline),
      contextOf(ports, request),
    ]);
    const { sites, beyond } = open.around(reachOf(request, context));
    const matching = findCandidates(request, sites, context, beyond);
    const found = new Set(matching.candidates.map(({ facilityId }) => facilityId));
    const ready = new Set(
      matching.candidates
        .filter(({ verdicts }) => verdicts.every(({ outcome }) => outcome === 'pass'))
        .map(({ facilityId }) => facilityId),
    );
    const { single, pairs } = openingsOf(request, matching, sites, context);
    return ok({
      sites: found.size,
      ready: ready.size,
      openings: [...single, ...pairs].slice(0, mostOpenings).map(describeOpening),
    });
  };
