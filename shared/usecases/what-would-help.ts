import type { RequestId } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { explainRemedy } from '../matching/phrases.ts';
import type { Opening } from '../matching/openings.ts';
import { matchedNow } from './matched-now.ts';
import type { MatchingPorts } from './matching-context.ts';
import { openToday, type Preview } from './preview-request.ts';

/** A change, or two together, and how many more sites it would open. */
export interface Help {
  readonly changes: readonly {
    readonly words: string;
    /** The wish to be changed, by its name in the request: `travelMiles`. */
    readonly field: string;
  }[];
  readonly sites: number;
}

/** How a request stands with the sites of this moment, in counts. */
export interface WhatWouldHelp extends Pick<Preview, 'sites' | 'ready'> {
  /** Facilities with a site that fails by nothing but what the technologist could change. */
  readonly nearMisses: number;
  readonly single: readonly Help[];
  /** Only those that open a site that neither change opens alone. */
  readonly pairs: readonly Help[];
}

const helpOf = ({ changes, opens }: Opening): Help => ({
  changes: changes.map((remedy) => ({ words: explainRemedy(remedy), field: remedy.field })),
  sites: opens.length,
});

/** What would open more sites to a request, matched anew for who looks at it. */
export const whatWouldHelp =
  (ports: MatchingPorts) =>
  async ({ requestId }: { readonly requestId: RequestId }): Promise<Result<WhatWouldHelp>> => {
    const request = await ports.store.requests.get(requestId);
    if (request === null) return refuse('not-found');
    const { matching, openings } = await matchedNow(ports, request);
    return ok({
      ...openToday(matching),
      nearMisses: new Set(matching.nearMisses.map(({ facilityId }) => facilityId)).size,
      single: openings.single.map(helpOf),
      pairs: openings.pairs.map(helpOf),
    });
  };
