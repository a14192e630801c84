import type { IntakeId } from '../../domain/site-offer.ts';
import { listed } from '../../domain/wording.ts';
import type { HeldBack, Loss, Tier, UnplacedReason } from '../round-types.ts';
import { rules } from '../rules/index.ts';

/** What a round did, in words. */

export const tierNames: Record<Tier, string> = {
  'own-employee': 'own employee of the site, confirmed',
  'program-student': 'student of a program of the site',
  other: 'neither its own employee nor a student of its programs',
};

const lossInWords: Record<Loss, string> = {
  'own-employees': "the seat went to one of the site's own employees",
  'program-students': "the seat went to a student of one of the site's programs",
  'waited-longer': 'the seat went to somebody who has waited longer',
  drawn: 'the seat went by lot to somebody who has waited as long',
  'contact-budget': 'the site is asked no more for now (R27); others go before',
};

const takers: Record<Loss, string> = {
  'own-employees': 'to own employees of the site',
  'program-students': "to students of the site's programs",
  'waited-longer': 'to people who have waited longer',
  drawn: 'by lot to people who have waited as long',
  'contact-budget': 'not asked any more for now (R27)',
};

const heldBackInWords: Record<keyof HeldBack, string> = {
  forbidden: 'ruled out by a coordinator',
  triedBefore: 'tried before',
  consentOpen: "waiting for the technologist's consent to contact the employer (R3)",
  resting: 'resting from such requests after a no (R27)',
  contactBudget: 'contacted as often as allowed for now (R27)',
};

const ruleTitles: ReadonlyMap<string, string> = new Map(rules.map(({ id, title }) => [id, title]));
const ruleInWords = (id: string): string => `${id} (${ruleTitles.get(id) ?? 'a rule of another version'})`;

const sites = (count: number): string => (count === 1 ? '1 site' : `${count} sites`);

/** `3 to own employees of the site and 1 by lot …` */
const counted = (counts: Readonly<Partial<Record<string, number>>>, words: Readonly<Record<string, string>>): string =>
  listed(
    Object.entries(words).flatMap(([key, said]) => {
      const count = counts[key] ?? 0;
      return count === 0 ? [] : [`${count} ${said}`];
    }),
  );

/** Why a request got no seat, as sentences; `nameOf` names the site of an intake. */
export const explainUnplaced = (reason: UnplacedReason, nameOf: (intakeId: IntakeId) => string): string => {
  switch (reason.code) {
    case 'locked-site-gone':
      return `Locked to ${nameOf(reason.intakeId)}, which has no free seat any more.`;
    case 'locked-site-unfit':
      return `Locked to ${nameOf(reason.intakeId)}, which does not fit any more: ${listed(reason.rules.map(ruleInWords))}.`;
    case 'locked-site-held-back':
      return `Locked to ${nameOf(reason.intakeId)}, which is ${heldBackInWords[reason.by]}.`;
    case 'locked-seat-lost':
      return `Locked to ${nameOf(reason.intakeId)}, as others are: ${lossInWords[reason.loss]}.`;
    case 'no-open-site':
      return 'No site offers a free seat in this discipline.';
    case 'no-site-fits':
      return reason.sites === 1
        ? `The only site with a free seat does not fit: ${ruleInWords(reason.rule)}.`
        : `Of ${sites(reason.sites)} with a free seat none fits; what excludes most of them (${reason.byRule}) is ${ruleInWords(reason.rule)}.`;
    case 'held-back':
      return `No site that fits may be proposed: ${counted({ ...reason.heldBack }, heldBackInWords)}.`;
    case 'outranked': {
      const { first, fitting, listed: asked, losses } = reason;
      const at = `At the first choice, ${nameOf(first.intakeId)}, ${lossInWords[first.loss]}.`;
      const best = fitting > asked ? `the best ${asked} of ${fitting} sites that fit` : `all ${sites(asked)} that fit`;
      return fitting === 1 ? at : `${at} Of ${best}: ${counted(losses, takers)}.`;
    }
  }
};
