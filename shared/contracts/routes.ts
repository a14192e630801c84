import { briefRoutes } from './brief.ts';
import { coordinatorPageRoutes } from './coordinator-pages.ts';
import { caseRoutes } from './coordinator.ts';
import { docsRoutes } from './docs.ts';
import { facilityPageActRoutes, facilityPageReadRoutes } from './facility-pages.ts';
import { facilityRoutes } from './facility.ts';
import { filePageRoutes } from './file-pages.ts';
import { heldDataRoutes } from './held-data.ts';
import { pageActRoutes, pageReadRoutes } from './pages.ts';
import { formDataRoutes } from './form-data.ts';
import { settleNamedSite } from './invitations.ts';
import { mailingRoutes } from './mailing.ts';
import { recordPageRoutes } from './record-pages.ts';
import { requirementRoutes } from './requirements.ts';
import type { Route } from './route.ts';
import { roundPageRoutes } from './round-pages.ts';
import { roundRoutes } from './rounds.ts';
import { technologistRoutes } from './technologist.ts';
import { upkeepRoutes } from './upkeep.ts';
import { vettingRoutes } from './vetting.ts';

/** The routes that the API's document describes: all but the pages that signed-in coordinators look at. */
export const publishedRoutes: readonly Route[] = [
  ...pageReadRoutes,
  ...pageActRoutes,
  ...facilityPageReadRoutes,
  ...facilityPageActRoutes,
  ...formDataRoutes,
  ...technologistRoutes,
  ...heldDataRoutes,
  ...facilityRoutes,
  ...briefRoutes,
  ...caseRoutes,
  ...vettingRoutes,
  settleNamedSite,
  ...upkeepRoutes,
  ...requirementRoutes,
  ...roundRoutes,
  ...mailingRoutes,
  ...docsRoutes,
];

/** Every route of the service: the HTTP API of the template is made from this list. */
export const routes: readonly Route[] = [
  ...publishedRoutes,
  ...coordinatorPageRoutes,
  ...recordPageRoutes,
  ...filePageRoutes,
  ...roundPageRoutes,
];
