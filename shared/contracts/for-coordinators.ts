import { routesFor } from './route.ts';

const tag = 'Coordinators';
const signedIn = { by: 'sign-in', roles: ['coordinator', 'admin'] } as const;

/** Routes of coordinators who signed in: requests, offers and rounds. */
export const forCoordinators = routesFor({ tag, served: 'coordinator-api', access: signedIn });

/** What they look after beside that: facilities, programs, what certification asks for, mails. */
export const forUpkeep = routesFor({ tag, served: 'upkeep-api', access: signedIn });

/** Routes of admins who signed in: what reaches everybody at once. */
export const forAdmins = routesFor({ tag, served: 'upkeep-api', access: { by: 'sign-in', roles: ['admin'] } });
