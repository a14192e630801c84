import type { Employment, Wishes } from '../../../shared/domain/placement-request.ts';
import { anEmployment, type SiteChange } from '../../support/builders.ts';
import type { Scene } from './decision-table.ts';

type Change = { readonly employment?: Partial<Employment>; readonly wishes?: Partial<Wishes> };

/** The technologist works at the site, Monday to Wednesday from 8 to 16. */
export const anEmployeeOf = (site: SiteChange = {}, { employment, wishes }: Change = {}): Scene => ({
  employmentConfirmed: true,
  wishes: { employment: anEmployment({ facilityId: 'fac_birch', ...employment }), ...wishes },
  site,
});

/** The site belongs to the employer's health system, and has another legal employer. */
export const aSisterOf = (site: SiteChange = {}, { employment, wishes }: Change = {}): Scene => ({
  employmentConfirmed: true,
  wishes: { employment: anEmployment(employment), ...wishes },
  site: { ...site, facility: { healthSystemId: 'sys_laurel', legalEmployer: 'Laurel West LLC', ...site.facility } },
  context: {
    employer: { facilityId: 'fac_employer', healthSystemId: 'sys_laurel', legalEmployer: 'Laurel East LLC' },
  },
});
