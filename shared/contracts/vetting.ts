import * as z from 'zod';
import { AuditLine } from '../domain/audit.ts';
import { lazily } from '../domain/lazily.ts';
import { FacilityId, Instant, prose } from '../domain/primitives.ts';
import { Suppression } from '../domain/suppression.ts';
import { FacilityStatusName, PageQuery, pageOf, SeenVersion } from './common.ts';
import { FacilityView } from './facility-view.ts';
import { forUpkeep } from './for-coordinators.ts';

const ofFacility = lazily(() => z.strictObject({ facilityId: FacilityId }));

export const FacilityEntry = lazily(() =>
  z.object({
    facilityId: FacilityId,
    version: z.int(),
    status: FacilityStatusName(),
    name: z.string(),
    town: z.string().nullable(),
    state: z.string().nullable(),
    claimedAt: Instant,
    simulated: z.boolean(),
  }),
);

export const listFacilities = forUpkeep({
  id: 'listFacilities',
  method: 'GET',
  path: '/api/coordinator/facilities',
  summary: 'Facilities by state; those awaiting vetting by default',
  query: () => z.strictObject({ ...PageQuery().shape, status: FacilityStatusName().default('awaiting-vetting') }),
  success: { status: 200, body: pageOf(FacilityEntry) },
});

export const readFacilityCase = forUpkeep({
  id: 'readFacilityCase',
  method: 'GET',
  path: '/api/coordinator/facilities/{facilityId}',
  summary: 'A facility with its contact, site offers and offers',
  params: ofFacility,
  success: {
    status: 200,
    body: () =>
      FacilityView().extend({
        audit: z.array(AuditLine),
        /** Why the contact's address gets no mail, or no outreach; null: it is not on the suppression list. */
        suppression: Suppression.nullable(),
      }),
  },
});

export const vetFacility = forUpkeep({
  id: 'vetFacility',
  method: 'POST',
  path: '/api/coordinator/facilities/{facilityId}/vetting',
  summary: 'Open a facility after vetting, with the evidence, or refuse it with a reason',
  params: ofFacility,
  body: () =>
    z.discriminatedUnion('decision', [
      z.strictObject({ decision: z.literal('open'), version: SeenVersion, evidence: prose(2000) }),
      z.strictObject({ decision: z.literal('refuse'), version: SeenVersion, reason: prose(1000) }),
    ]),
  success: {
    status: 200,
    body: () => z.object({ facilityId: FacilityId, status: FacilityStatusName(), version: z.int() }),
  },
});

export const endLinksOfFacility = forUpkeep({
  id: 'endLinksOfFacility',
  method: 'POST',
  path: '/api/coordinator/facilities/{facilityId}/links/end',
  summary: 'End every link that was mailed to a facility, to its page and its briefs; its contact is mailed new ones',
  params: ofFacility,
  success: {
    status: 200,
    body: () => z.object({ facilityId: FacilityId, status: FacilityStatusName(), version: z.int() }),
  },
});

/** What coordinators do with facilities. */
export const vettingRoutes = [listFacilities, readFacilityCase, vetFacility, endLinksOfFacility] as const;
