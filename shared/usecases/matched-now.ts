import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Site } from '../domain/site-offer.ts';
import { findCandidates } from '../matching/find-candidates.ts';
import type { Matching } from '../matching/matching-types.ts';
import { openingsOf, type Openings } from '../matching/openings.ts';
import { reachOf } from '../matching/reach.ts';
import { contextOf, type MatchingPorts } from './matching-context.ts';

/** What matching says of a request at this moment, for whoever looks at it; nothing of it is kept. */
export interface MatchedNow {
  readonly matching: Matching;
  /** Sites within reach: those that were judged. */
  readonly sites: readonly Site[];
  readonly openings: Openings;
}

export const matchedNow = async (ports: MatchingPorts, request: PlacementRequest): Promise<MatchedNow> => {
  const [open, context] = await Promise.all([
    ports.store.directory.openSites(request.wishes.discipline),
    contextOf(ports, request),
  ]);
  const { sites, beyond } = open.around(reachOf(request, context));
  const matching = findCandidates(request, sites, context, beyond);
  return { matching, sites, openings: openingsOf(request, matching, sites, context) };
};
