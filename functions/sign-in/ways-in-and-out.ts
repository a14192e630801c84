import * as pages from '../../shared/contracts/coordinator-pages.ts';
import { noRolePage, signedOutPage, signingOutPage } from '../../shared/html/sign-in-pages.ts';
import type { Binding } from '../../shared/http/binding.ts';
import { SignInAttempt, type OidcSignIn } from '../../shared/http/oidc.ts';
import { pageAnswer } from '../../shared/http/page-route.ts';
import { HttpProblem } from '../../shared/http/problems.ts';
import {
  cookieOf,
  dropCookie,
  ownPath,
  redirectTo,
  setCookie,
  type SessionPages,
} from '../../shared/http/session-pages.ts';

const attemptCookie = 'sign-in';
/** As long as the user pool waits for a password. */
const attemptSeconds = 15 * 60;

const written = (attempt: SignInAttempt): string => Buffer.from(JSON.stringify(attempt)).toString('base64url');

/** What the browser held of its attempt; nothing that it could make up would fit what the user pool says. */
const read = (held: string | null): SignInAttempt => {
  try {
    return SignInAttempt.parse(JSON.parse(Buffer.from(held ?? '', 'base64url').toString()));
  } catch {
    throw new HttpProblem('sign-in-failed');
  }
};

/** To the user pool and back, and out again. */
export const waysInAndOut = (signIn: OidcSignIn, { page, open, end }: SessionPages): readonly Binding[] => [
  {
    route: pages.signInPage,
    answer: async ({ queryStringParameters }) => {
      const { address, attempt } = await signIn.begin(ownPath(queryStringParameters?.['to']));
      return redirectTo(address, [setCookie(attemptCookie, written(attempt), attemptSeconds)]);
    },
  },
  {
    route: pages.signedInPage,
    answer: async (event) => {
      const attempt = read(cookieOf(event, attemptCookie));
      const person = await signIn.finish(event.rawQueryString, attempt);
      if (person.roles.length === 0) return { ...(await pageAnswer({ html: noRolePage(person) })), statusCode: 403 };
      return redirectTo(ownPath(attempt.to), [await open(event, person), dropCookie(attemptCookie)]);
    },
  },
  page(pages.signOutForm, async ({ session }) => ({
    ...(await pageAnswer({ html: signingOutPage(await signIn.signOutAddress()) })),
    cookies: [await end(session)],
  })),
  { route: pages.signedOutPage, answer: () => pageAnswer({ html: signedOutPage() }) },
];
