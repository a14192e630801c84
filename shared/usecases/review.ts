import type { CaseView } from '../contracts/case.ts';
import type * as contract from '../contracts/coordinator.ts';
import type { RequestId } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { Site } from '../domain/site-offer.ts';
import type { Matching } from '../matching/matching-types.ts';
import { changeRequestAsSeen } from './as-seen.ts';
import { changeRequest } from './changes.ts';
import { matchedNow } from './matched-now.ts';
import type { MatchingPorts } from './matching-context.ts';
import { deciderOf } from './moments.ts';
import type { Ports } from './ports.ts';
import { listedNow } from './suppressions.ts';
import type { UseCase } from './use-case.ts';
import { matchingView, openingsView, queueEntry } from './views/case.ts';

type Deciding = Pick<Ports, 'store' | 'clock'>;

/** Requests in one state, longest waiting first. */
export const listRequests =
  ({ store }: Pick<Ports, 'store'>): UseCase<typeof contract.listRequests> =>
  async ({ status, cursor = null, limit }) => {
    const page = await store.requests.inStatus(status, cursor, limit);
    return page.ok ? ok({ items: page.value.items.map(queueEntry), cursor: page.value.cursor }) : page;
  };

/** A request with everything that a coordinator decides on, and what its views are made from. */
export interface LookedAt {
  readonly view: CaseView;
  readonly matching: Matching;
  readonly sites: readonly Site[];
}

export const lookAtCase = async (ports: MatchingPorts, requestId: RequestId): Promise<Result<LookedAt>> => {
  const { store } = ports;
  const found = await store.requests.withOffers(requestId, { relaxed: true });
  if (found === null) return refuse('not-found');
  const { request, offers } = found;
  const [{ matching, sites, openings }, audit, suppression] = await Promise.all([
    matchedNow(ports, request),
    store.audit.of(requestId, { relaxed: true }),
    listedNow(store, request.personKey),
  ]);
  const subjects = [requestId, ...offers.map(({ id }) => id)];
  const mails = await Promise.all(subjects.map(async (id) => store.outbox.ofSubject(id, { relaxed: true })));
  const view = {
    request,
    ...matchingView(matching),
    ...openingsView(openings),
    offers: [...offers],
    mails: mails.flat(),
    suppression,
    audit: [...audit],
  };
  return ok({ view, matching, sites });
};

/** The same as the API tells it, matched anew for who looks at it. */
export const readCase =
  (ports: MatchingPorts): UseCase<typeof contract.readCase> =>
  async ({ requestId }) => {
    const seen = await lookAtCase(ports, requestId);
    return seen.ok ? ok(seen.value.view) : seen;
  };

/** Closes a request for good; its technologist is told why. */
export const rejectRequest =
  ({ store, clock }: Deciding): UseCase<typeof contract.rejectRequest> =>
  async ({ reason, ...seen }, call) =>
    changeRequestAsSeen(store, call, seen, (request) =>
      changeRequest(store, request, [{ action: 'reject', reason }], deciderOf(clock, call.actor)),
    );

/** Nothing happens to a request on hold until a coordinator resumes it; its technologist is told why. */
export const holdRequest =
  ({ store, clock }: Deciding): UseCase<typeof contract.holdRequest> =>
  async ({ reason, ...seen }, call) =>
    changeRequestAsSeen(store, call, seen, (request) =>
      changeRequest(store, request, [{ action: 'hold', reason }], deciderOf(clock, call.actor)),
    );

/** Ends a hold: the request is matched again. */
export const resumeRequest =
  ({ store, clock }: Deciding): UseCase<typeof contract.resumeRequest> =>
  async (seen, call) =>
    changeRequestAsSeen(store, call, seen, (request) =>
      changeRequest(store, request, [{ action: 'resume' }], deciderOf(clock, call.actor)),
    );

/** Employment is the technologist's claim until the employer confirms it (R3, R5); then the request is matched again. */
export const noteEmployment =
  ({ store, clock }: Deciding): UseCase<typeof contract.noteEmployment> =>
  async ({ confirmed, ...seen }, call) =>
    changeRequestAsSeen(store, call, seen, (request) =>
      changeRequest(store, request, [{ action: 'note-employment', confirmed }], deciderOf(clock, call.actor)),
    );
