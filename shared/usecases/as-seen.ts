import type { AuditLine } from '../domain/audit.ts';
import type { Offer, OfferId } from '../domain/offer.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { RequestId } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { Change } from './changes.ts';
import { perform } from './perform.ts';
import type { AuditLog, Call, OfferOfRequest, Store } from './ports.ts';

const inWords = ({ action, actor }: AuditLine): string => `${action} (${actor.kind})`;

/** Refuses who decided on something older than what is there now, and names what happened since; null when it is current. */
export const staleness = async (
  audit: Pick<AuditLog, 'of'>,
  current: { readonly id: string; readonly version: number },
  seen: number,
): Promise<Result<never> | null> => {
  if (current.version === seen) return null;
  const since = (await audit.of(current.id)).filter((line) => line.version > seen).map(inWords);
  return refuse('stale-version', {
    field: 'version',
    detail: `It is at version ${current.version} now. Since version ${seen}: ${since.join(', ') || 'nothing'}.`,
  });
};

interface SeenRequest {
  readonly requestId: RequestId;
  readonly version: number;
}

/** Changes a request as a coordinator who saw it at a version decided. */
export const changeRequestAsSeen = async (
  store: Store,
  call: Call,
  { requestId, version }: SeenRequest,
  change: (request: PlacementRequest) => Promise<Result<Change<PlacementRequest>>> | Result<Change<PlacementRequest>>,
) =>
  perform(store, call, async () => {
    const request = await store.requests.get(requestId);
    if (request === null) return refuse('not-found');
    const stale = await staleness(store.audit, request, version);
    if (stale !== null) return stale;
    const changed = await change(request);
    if (!changed.ok) return changed;
    const { next, writes } = changed.value;
    return ok({ writes, answer: { requestId, status: next.status, version: next.version } });
  });

interface SeenOffer {
  readonly offerId: OfferId;
  readonly version: number;
}

/** Changes an offer as a coordinator who saw it at a version decided. */
export const changeOfferAsSeen = async (
  store: Store,
  call: Call,
  { offerId, version }: SeenOffer,
  change: (found: OfferOfRequest) => Promise<Result<Change<Offer>>> | Result<Change<Offer>>,
) =>
  perform(store, call, async () => {
    const found = await store.requests.ofOffer(offerId);
    if (found === null) return refuse('not-found');
    const stale = await staleness(store.audit, found.offer, version);
    if (stale !== null) return stale;
    const changed = await change(found);
    if (!changed.ok) return changed;
    const { next, writes } = changed.value;
    return ok({ writes, answer: { offerId, status: next.status, version: next.version } });
  });
