import { createHash, randomBytes } from 'node:crypto';
import type { Route, RouteInput } from '../contracts/route.ts';
import { coordinatorsPath, signInPage } from '../contracts/coordinator-pages.ts';
import { later } from '../domain/durations.ts';
import { sessionHours, type Session } from '../domain/session.ts';
import type { CoordinatorFrame } from '../html/coordinator/frame.ts';
import { nowOf } from '../usecases/moments.ts';
import type { Call, Clock, Sessions } from '../usecases/ports.ts';
import type { Binding, HttpAnswer, HttpEvent } from './binding.ts';
import type { FormFields } from './body.ts';
import { checkInput } from './field-errors.ts';
import { formTokens } from './form-tokens.ts';
import type { SignedIn } from './oidc.ts';
import { formOf, pageAnswer, type Page } from './page-route.ts';
import { HttpProblem } from './problems.ts';

export const redirectTo = (address: string, cookies: readonly string[] = []): HttpAnswer => ({
  statusCode: 303,
  headers: { location: address },
  ...(cookies.length > 0 && { cookies: [...cookies] }),
});

/**
 * `__Host-`: only this host may have set it, over TLS, for all its paths. `Lax`: it comes along when the user pool sends
 * the browser back, and with no form of another site.
 */
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

export const setCookie = (name: string, value: string, seconds: number): string =>
  `__Host-${name}=${value}; Max-Age=${seconds}; ${attributes}`;
export const dropCookie = (name: string): string => setCookie(name, '', 0);

export const cookieOf = ({ cookies = [] }: HttpEvent, name: string): string | null => {
  const found = cookies.find((cookie) => cookie.startsWith(`__Host-${name}=`));
  return found === undefined ? null : found.slice(found.indexOf('=') + 1);
};

const cookieName = 'session';

/** What the table keeps of the text that a browser holds. */
const idOf = (held: string): string => createHash('sha256').update(held).digest('base64url');

/** A path of the coordinators' pages, with its query; anything else leads to their first one. */
export const ownPath = (to = ''): string =>
  /^\/coordinator(\/[\w-]+)*(\?[\w\-./=&%+~]*)?$/.test(to) ? to : coordinatorsPath;

/** Somebody who is signed in, on a page with what its address and its form say. */
export interface SignedInVisit<R extends Route> {
  readonly params: RouteInput<R>['params'];
  readonly query: RouteInput<R>['query'];
  /** As it was sent: a page checks it itself, so that it can be shown again with what is wrong. */
  readonly form: FormFields;
  readonly session: Session;
  /** What the page is framed with: who is signed in, and the token of the session's forms. */
  readonly frame: CoordinatorFrame;
  /** What use-cases are called with. */
  readonly call: Call;
}

/** What the address of a page says. A path of another form is the address of nothing. */
const addressed = <R extends Route>(route: R, event: HttpEvent): Pick<SignedInVisit<R>, 'params' | 'query'> => {
  const params = route.params && checkInput(route.params, event.pathParameters ?? {}, 'path');
  if (params?.ok === false) throw new HttpProblem('not-found');
  const query = route.query && checkInput(route.query, event.queryStringParameters ?? {}, 'query');
  if (query?.ok === false) throw new HttpProblem('invalid-input', { errors: query.errors });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each has passed the schema its type comes from
  return { params: params?.value, query: query?.value } as Pick<SignedInVisit<R>, 'params' | 'query'>;
};

export interface SessionDeps {
  readonly sessions: Sessions;
  readonly clock: Clock;
  /** The secret that form tokens are made with. */
  readonly formKey: () => Promise<string>;
}

export const sessionPages = ({ sessions, clock, formKey }: SessionDeps) => {
  const sessionOf = async (event: HttpEvent): Promise<Session | null> => {
    const held = cookieOf(event, cookieName);
    return held === null ? null : sessions.get(idOf(held));
  };

  return {
    /** Opens a session for whoever has just signed in, in place of an earlier one; gives the cookie. */
    open: async (event: HttpEvent, { actorId, email, roles }: SignedIn): Promise<string> => {
      const before = cookieOf(event, cookieName);
      if (before !== null) await sessions.end(idOf(before));
      const held = randomBytes(32).toString('base64url');
      const endsAt = later(nowOf(clock), sessionHours, 'hour');
      await sessions.open({ id: idOf(held), actorId, email, roles: [...roles], endsAt });
      return setCookie(cookieName, held, sessionHours * 3600);
    },

    /** Ends the session of a visit; gives the cookie that forgets it. */
    end: async ({ id }: Session): Promise<string> => {
      await sessions.end(id);
      return dropCookie(cookieName);
    },

    /** Binds a page of people who are signed in. Who is not is sent to the sign-in, and from there back to it. */
    page: <R extends Route>(route: R, handler: (visit: SignedInVisit<R>) => Promise<Page | HttpAnswer>): Binding => ({
      route,
      answer: async (event) => {
        const sent = await formOf(route, event);
        const session = await sessionOf(event);
        if (session === null) {
          // A form would be lost on the way: its sender is told instead, and can send it again from the same page.
          if (route.method !== 'GET') throw new HttpProblem('signed-out');
          const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`;
          return redirectTo(`${signInPage.path}?to=${encodeURIComponent(`${event.rawPath}${query}`)}`);
        }
        const { access } = route;
        const held = session.roles.filter((role) => access.by === 'session' && access.roles.includes(role));
        if (held.length === 0) throw new HttpProblem('not-allowed');
        const tokens = formTokens(await formKey());
        const form = route.method === 'GET' ? {} : tokens.check(session.id, sent);
        const answer = await handler({
          ...addressed(route, event),
          form,
          session,
          frame: { email: session.email, token: tokens.field(session.id) },
          call: { actor: { kind: held.includes('admin') ? 'admin' : 'coordinator', id: session.actorId } },
        });
        return 'html' in answer || 'to' in answer || 'file' in answer ? pageAnswer(answer) : answer;
      },
    }),
  };
};

export type SessionPages = ReturnType<typeof sessionPages>;
