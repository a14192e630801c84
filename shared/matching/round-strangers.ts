import { fails } from './judgement.ts';
import { pairOf, seekerOf, type Seeker } from './pair.ts';
import { plainNames } from './plain-names.ts';
import type { SiteTable } from './round-sites.ts';
import type { RoundRequest } from './round-types.ts';
import { R19 } from './rules/r19-volume.ts';
import { R21 } from './rules/r21-open-sites.ts';
import { R22 } from './rules/r22-employees-only.ts';
import { R23 } from './rules/r23-people.ts';
import { R24 } from './rules/r24-affiliation.ts';
import type { Rule } from './types.ts';

/**
 * Rules that know a person only by the tie to the site: where somebody without a program works, or for which system.
 * What they say of one stranger they say of all, so that a round asks them once for each site.
 */
const rulesOnTies: readonly Rule[] = [R19, R21, R22, R23, R24];

/** The rule that closes a site to a request before anything else is looked at; null: none. */
export type Doorkeeper = (seeker: Seeker) => (index: number) => Rule | null;

const open = (): null => null;

/** `anybody` lends the wishes that do not matter. */
export const doorkeeperOf = ({ sites }: SiteTable, anybody: RoundRequest): Doorkeeper => {
  const { request, context } = anybody;
  const stranger = seekerOf({ ...request, wishes: { ...request.wishes, employment: null, programId: null } }, context);
  const closedBy = sites.map(({ site }) => {
    const pair = pairOf(stranger, site);
    return rulesOnTies.find((rule) => fails(rule, pair)) ?? null;
  });
  const employers = sites.map(({ site }) => plainNames(site.offer.facility).legalEmployer);
  const systems = sites.map(({ site }) => site.offer.facility.healthSystemId);
  return ({
    request: {
      wishes: { employment, programId },
    },
    context: { employer },
    legalEmployer,
  }) => {
    // What rules say of students hangs on their program.
    if (programId !== null) return open;
    if (employment === null) return (index) => closedBy[index] ?? null;
    const system = employer?.healthSystemId ?? null;
    return (index) =>
      employment.facilityId === sites[index]?.site.offer.facilityId ||
      (legalEmployer !== null && legalEmployer === employers[index]) ||
      (system !== null && system === systems[index])
        ? null
        : (closedBy[index] ?? null);
  };
};
