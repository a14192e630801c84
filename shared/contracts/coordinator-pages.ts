import * as z from 'zod';
import { routesFor } from './route.ts';

const tag = 'Pages of coordinators';
const served = 'coordinator-pages';

/** Where the pages of coordinators begin: what a sign-in may lead back to lies below it. */
export const coordinatorsPath = '/coordinator';

/** Pages that anybody may open: those on the way in and out. */
const forAnyone = routesFor({ tag, served, access: { by: 'anyone' } });

/** Pages of coordinators who are signed in. */
export const forSessions = routesFor({ tag, served, access: { by: 'session', roles: ['coordinator', 'admin'] } });

export const signInPage = forAnyone({
  id: 'signInPage',
  method: 'GET',
  path: '/coordinator/sign-in',
  summary: 'Sends a coordinator to the sign-in of the user pool',
  query: () => z.object({ to: z.string().max(2000).optional() }),
  success: { status: 303, body: 'html' },
});

export const signedInPage = forAnyone({
  id: 'signedInPage',
  method: 'GET',
  path: '/coordinator/signed-in',
  summary: 'Where the user pool sends a coordinator back to',
  success: { status: 303, body: 'html' },
});

export const signOutForm = forSessions({
  id: 'signOutForm',
  method: 'POST',
  path: '/coordinator/sign-out',
  summary: 'Ends the session here and at the user pool',
  success: { status: 200, body: 'html' },
});

export const signedOutPage = forAnyone({
  id: 'signedOutPage',
  method: 'GET',
  path: '/coordinator/signed-out',
  summary: 'Says that the session is over',
  success: { status: 200, body: 'html' },
});

export const coordinatorHome = forSessions({
  id: 'coordinatorHome',
  method: 'GET',
  path: '/coordinator',
  summary: 'What needs attention first',
  success: { status: 200, body: 'html' },
});

export const coordinatorPageRoutes = [signInPage, signedInPage, signOutForm, signedOutPage, coordinatorHome] as const;
