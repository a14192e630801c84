import { coordinatorRoutes } from './coordinator.ts';
import { docsRoutes } from './docs.ts';
import { facilityRoutes } from './facility.ts';
import { pageActRoutes, pageReadRoutes } from './pages.ts';
import { formDataRoutes } from './form-data.ts';
import type { Route } from './route.ts';
import { technologistRoutes } from './technologist.ts';

/** Every route of the service: the HTTP API of the template and the API's document are made from this list. */
export const routes: readonly Route[] = [
  ...pageReadRoutes,
  ...pageActRoutes,
  ...formDataRoutes,
  ...technologistRoutes,
  ...facilityRoutes,
  ...coordinatorRoutes,
  ...docsRoutes,
];
