import type { Log } from '../../shared/observability/log.ts';
import type { OidcSignIn } from '../../shared/http/oidc.ts';
import { sessionPages } from '../../shared/http/session-pages.ts';
import { serve } from '../../shared/http/serve.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { pagesOfFacilities } from './facilities.ts';
import { homeOfCoordinators } from './home.ts';
import { pagesOfRequests } from './requests.ts';
import { waysInAndOut } from './sign-in.ts';

export interface CoordinatorPagesDeps {
  readonly ports: Omit<Ports, 'places' | 'networkKeys' | 'formLimits'>;
  readonly signIn: OidcSignIn;
  /** The secret that form tokens are made with. */
  readonly formKey: () => Promise<string>;
  readonly log: Log;
}

/** The pages of coordinators: signing in and out, and what they read and decide, by the use-cases of the API. */
export const coordinatorPages = ({ ports, signIn, formKey, log }: CoordinatorPagesDeps) => {
  const session = sessionPages({ sessions: ports.store.sessions, clock: ports.clock, formKey });
  return serve(
    [
      ...waysInAndOut(signIn, session),
      ...homeOfCoordinators(session, ports),
      ...pagesOfRequests(session, ports),
      ...pagesOfFacilities(session, ports),
    ],
    { log },
  );
};
