import type { FacilityDigest } from '../domain/site-offer.ts';
import { remembered } from './remembered.ts';

/** A name as it is compared: spaces around it and capitals do not count. */
export const plainly = (name: string): string => name.trim().toLowerCase();

/** Of a facility: its own name, and that of its legal employer, if it has said one. */
export const plainNames = remembered(({ name, legalEmployer }: FacilityDigest) => ({
  name: plainly(name),
  legalEmployer: legalEmployer === null ? null : plainly(legalEmployer),
}));
