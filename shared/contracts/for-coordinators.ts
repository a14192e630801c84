import { routesFor } from './route.ts';

/** Routes of admins who signed in: what reaches everybody at once. */
export const forAdmins = routesFor({
  tag: 'Coordinators',
  served: 'coordinator-api',
  access: { by: 'sign-in', roles: ['admin'] },
});

/** Routes of coordinators who signed in. */
export const forCoordinators = routesFor({
  tag: 'Coordinators',
  served: 'coordinator-api',
  access: { by: 'sign-in', roles: ['coordinator', 'admin'] },
});
