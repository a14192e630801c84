import type { Log } from '../../shared/observability/log.ts';
import { sessionPages } from '../../shared/http/session-pages.ts';
import { serve } from '../../shared/http/serve.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { pagesOfRequests } from './requests.ts';
import { pagesOfRounds } from './rounds.ts';

export interface CoordinatorPagesDeps {
  readonly ports: Omit<Ports, 'places' | 'networkKeys' | 'formLimits'>;
  /** The secret that form tokens are made with. */
  readonly formKey: () => Promise<string>;
  readonly log: Log;
}

/** The pages on which coordinators place people: what they read and decide, by the use-cases of the API. */
export const coordinatorPages = ({ ports, formKey, log }: CoordinatorPagesDeps) => {
  const session = sessionPages({ sessions: ports.store.sessions, clock: ports.clock, formKey });
  return serve([...pagesOfRequests(session, ports), ...pagesOfRounds(session, ports)], { log });
};
