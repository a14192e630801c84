import * as z from 'zod';
import type { Discipline } from './discipline.ts';
import { FacilityId, Instant, prose } from './primitives.ts';
import { refuse, type Result } from './result.ts';
import { IntakeId, partsOfIntakeId } from './site-offer.ts';

/** A coordinator's word about a request and one site, or the end of one. */
export const Ruling = z.lazy(() =>
  z.discriminatedUnion('decision', [
    z.object({ decision: z.literal('lock'), intakeId: IntakeId, reason: prose(1000) }),
    z.object({ decision: z.literal('unlock') }),
    z.object({ decision: z.literal('forbid'), facilityId: FacilityId, reason: prose(1000) }),
    z.object({ decision: z.literal('allow'), facilityId: FacilityId }),
  ]),
);
export type Ruling = z.infer<typeof Ruling>;

const ruled = { reason: prose(1000), by: z.string(), at: Instant };

/** What coordinators decided about a request and single sites, beside the rules. */
export const Rulings = z.lazy(() =>
  z.object({
    /** A round proposes this intake and no other, if it still fits. */
    lockedTo: z.object({ intakeId: IntakeId, ...ruled }).nullable(),
    /** Facilities to which the request is neither proposed nor offered. */
    forbidden: z.array(z.object({ facilityId: FacilityId, ...ruled })).max(100),
  }),
);
export type Rulings = z.infer<typeof Rulings>;

export const noRulings: Rulings = { lockedTo: null, forbidden: [] };

const facilityOf = (intakeId: IntakeId): FacilityId => partsOfIntakeId(intakeId).facilityId;

export const forbiddenAt = ({ forbidden }: Rulings, id: FacilityId) =>
  forbidden.find(({ facilityId }) => facilityId === id);

const wrong = (field: string, detail: string): Result<never> =>
  refuse('invalid-input', { field: `ruling.${field}`, detail });

/** A ruling that contradicts one that stands, or ends one that does not, is refused by the field that names its site. */
const objection = (rulings: Rulings, ruling: Ruling, discipline: Discipline): Result<never> | null => {
  switch (ruling.decision) {
    case 'lock':
      if (partsOfIntakeId(ruling.intakeId).discipline !== discipline)
        return wrong('intakeId', 'This intake is of another discipline than the request.');
      return forbiddenAt(rulings, facilityOf(ruling.intakeId)) === undefined
        ? null
        : wrong('intakeId', 'This facility is forbidden for the request.');
    case 'unlock':
      return rulings.lockedTo === null ? wrong('decision', 'The request is locked to no site.') : null;
    case 'forbid':
      if (forbiddenAt(rulings, ruling.facilityId) !== undefined)
        return wrong('facilityId', 'This facility is forbidden already.');
      return rulings.lockedTo !== null && facilityOf(rulings.lockedTo.intakeId) === ruling.facilityId
        ? wrong('facilityId', 'The request is locked to this facility.')
        : null;
    case 'allow':
      return forbiddenAt(rulings, ruling.facilityId) === undefined
        ? wrong('facilityId', 'This facility is not forbidden.')
        : null;
  }
};

interface Ruled {
  readonly by: string;
  readonly at: Instant;
}

const rulingsWith = ({ lockedTo, forbidden }: Rulings, ruling: Ruling, ruledBy: Ruled): Rulings => {
  switch (ruling.decision) {
    case 'lock':
      return { forbidden, lockedTo: { intakeId: ruling.intakeId, reason: ruling.reason, ...ruledBy } };
    case 'unlock':
      return { forbidden, lockedTo: null };
    case 'forbid':
      return {
        lockedTo,
        forbidden: [...forbidden, { facilityId: ruling.facilityId, reason: ruling.reason, ...ruledBy }],
      };
    case 'allow':
      return { lockedTo, forbidden: forbidden.filter(({ facilityId }) => facilityId !== ruling.facilityId) };
  }
};

/** The rulings after one more, of a request in a discipline; or a refusal that names the field. */
export const withRuling = (
  rulings: Rulings,
  ruling: Ruling,
  { discipline, ...ruledBy }: Ruled & { readonly discipline: Discipline },
): Result<Rulings> =>
  objection(rulings, ruling, discipline) ?? { ok: true, value: rulingsWith(rulings, ruling, ruledBy) };
