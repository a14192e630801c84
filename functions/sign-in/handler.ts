import type { Log } from '../../shared/observability/log.ts';
import type { OidcSignIn } from '../../shared/http/oidc.ts';
import { sessionPages, type SessionDeps } from '../../shared/http/session-pages.ts';
import { serve } from '../../shared/http/serve.ts';
import { waysInAndOut } from './ways-in-and-out.ts';

export interface SignInDeps extends SessionDeps {
  readonly signIn: OidcSignIn;
  readonly log: Log;
}

/** How coordinators come in and go out. */
export const signIn = ({ signIn: oidc, log, ...deps }: SignInDeps) =>
  serve([...waysInAndOut(oidc, sessionPages(deps))], { log });
