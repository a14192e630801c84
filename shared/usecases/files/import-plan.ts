import type { Discipline } from '../../domain/discipline.ts';
import type { FacilityProfile } from '../../domain/facility.ts';
import type { FacilityId } from '../../domain/primitives.ts';
import type { IntakeTerms, SiteOfferTerms } from '../../domain/site-offer.ts';
import type { Cell } from '../../files/csv.ts';
import type { FileProblem } from '../../files/problems.ts';
import type { LocatedClaim } from '../claim-facility.ts';

/** A field as it is and as the file says it, in the words of the file. */
export interface FieldChange {
  readonly field: string;
  readonly from: Cell;
  readonly to: Cell;
}

interface StepParts {
  /** The id of what is added or changed. */
  readonly of: string;
  readonly facilityId: FacilityId;
  readonly name: string;
  /** Where the file says it first. */
  readonly line: number;
  readonly fields: readonly FieldChange[];
}

/** One thing that an import adds or changes, with the version that it was planned on. */
export type ImportStep = StepParts &
  (
    | { readonly kind: 'new-facility'; readonly claim: LocatedClaim }
    | {
        readonly kind: 'facility';
        readonly version: number;
        readonly zip: string;
        readonly zone: string | undefined;
        readonly profile: FacilityProfile;
      }
    | {
        readonly kind: 'site-offer';
        readonly discipline: Discipline;
        /** Null: the discipline is new to the facility. */
        readonly version: number | null;
        readonly terms: SiteOfferTerms;
      }
    | {
        readonly kind: 'new-intake';
        readonly discipline: Discipline;
        readonly mark: string;
        readonly terms: IntakeTerms;
      }
    | {
        readonly kind: 'intake';
        readonly version: number;
        readonly terms: IntakeTerms;
        readonly closed: boolean;
      }
  );

/** What a file would change of what is there now. */
export interface ImportPlan {
  /** In the order in which they are done. */
  readonly steps: readonly ImportStep[];
  /** What is wrong, by line and field; of a facility with something wrong nothing is taken in. */
  readonly problems: readonly FileProblem[];
  /** Facilities, offers and intakes of the file that are there just so. */
  readonly unchanged: number;
  /** Columns of the file that the service does not take: it knows better itself, or has no use for them. */
  readonly notTaken: readonly string[];
  /** Of all steps: another file, or another state of the table, has another one. */
  readonly digest: string;
}

/** A step that something stood against, although it was planned a moment before. */
export interface RefusedStep {
  readonly step: ImportStep;
  readonly detail: string;
}

export type ImportOutcome =
  /** What would be done now is not what was seen: nothing was done. */
  | { readonly is: 'changed'; readonly plan: ImportPlan }
  | {
      readonly is: 'done';
      readonly taken: number;
      readonly refused: readonly RefusedStep[];
      /** What is still to do, where it was too much for one call. */
      readonly plan: ImportPlan;
    };

/** What a coordinator sent. */
export interface SentFile {
  readonly name: string;
  readonly content: string;
}

/** Facilities of one file: each is read before anything is shown. */
export const mostFacilities = 2000;

/** Steps of one call: some seconds of work, well inside the time that a page has. */
export const stepsACall = 300;
