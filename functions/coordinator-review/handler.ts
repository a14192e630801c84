import type { Log } from '../../shared/observability/log.ts';
import { sessionPages } from '../../shared/http/session-pages.ts';
import { serve } from '../../shared/http/serve.ts';
import type { ApprovalPorts } from '../../shared/usecases/approve-shortlist.ts';
import { pagesOfRequests } from './requests.ts';

export interface CoordinatorReviewDeps {
  readonly ports: ApprovalPorts;
  /** The secret that form tokens are made with. */
  readonly formKey: () => Promise<string>;
  readonly log: Log;
}

/** The pages on which coordinators decide on requests, by the use-cases of the API. */
export const coordinatorReview = ({ ports, formKey, log }: CoordinatorReviewDeps) => {
  const session = sessionPages({ sessions: ports.store.sessions, clock: ports.clock, formKey });
  return serve(pagesOfRequests(session, ports), { log });
};
