import { routesFor } from './route.ts';

/** Routes of coordinators who signed in. */
export const forCoordinators = routesFor({
  tag: 'Coordinators',
  served: 'coordinator-api',
  access: { by: 'sign-in', roles: ['coordinator', 'admin'] },
});
