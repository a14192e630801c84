import type { Log } from '../../shared/observability/log.ts';
import { sessionPages } from '../../shared/http/session-pages.ts';
import { serve } from '../../shared/http/serve.ts';
import { pagesOfRounds, type RoundPorts } from './rounds.ts';

export interface CoordinatorRoundsDeps {
  readonly ports: RoundPorts;
  /** The secret that form tokens are made with. */
  readonly formKey: () => Promise<string>;
  readonly log: Log;
}

/** The pages on which coordinators start rounds and decide on what they propose, by the use-cases of the API. */
export const coordinatorRounds = ({ ports, formKey, log }: CoordinatorRoundsDeps) => {
  const session = sessionPages({ sessions: ports.store.sessions, clock: ports.clock, formKey });
  return serve(pagesOfRounds(session, ports), { log });
};
