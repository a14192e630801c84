import type { Discipline } from '../../domain/discipline.ts';

/** `/facility/<token>`: where the pages of a facility are. */
export type FacilityBase = `/${string}`;

export const siteAddress = (base: FacilityBase, discipline: Discipline): `/${string}` =>
  `${base}/disciplines/${discipline}`;
export const sampleAddress = (base: FacilityBase, discipline: Discipline): `/${string}` =>
  `${siteAddress(base, discipline)}/sample`;
