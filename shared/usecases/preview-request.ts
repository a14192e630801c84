import { ok, type Result } from '../domain/result.ts';
import type { Assessment, Matching } from '../matching/matching-types.ts';
import { describeOpening } from '../matching/phrases.ts';
import type { RequestInput } from './drafts.ts';
import { located } from './located.ts';
import { matchedNow } from './matched-now.ts';
import type { MatchingPorts } from './matching-context.ts';
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

const isReady = ({ verdicts }: Assessment): boolean => verdicts.every(({ outcome }) => outcome === 'pass');

/** How many facilities have a site that fits, and how many of them have nothing left to ask or to settle. */
export const openToday = ({ candidates }: Matching): Pick<Preview, 'sites' | 'ready'> => ({
  sites: new Set(candidates.map(({ facilityId }) => facilityId)).size,
  ready: new Set(candidates.filter(isReady).map(({ facilityId }) => facilityId)).size,
});

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
    const { matching, openings } = await matchedNow(ports, request);
    return ok({
      ...openToday(matching),
      openings: [...openings.single, ...openings.pairs].slice(0, mostOpenings).map(describeOpening),
    });
  };
