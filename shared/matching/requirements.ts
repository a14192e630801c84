import type { Credential, Discipline } from '../domain/discipline.ts';
import type { CalendarDate } from '../domain/primitives.ts';

/**
 * What certification asks for, as data: no figure without its source, and `null` where no source gives one.
 * A corrected figure gets the next version.
 */
export interface Sourced<T> {
  readonly value: T;
  readonly version: number;
  /** Since when it holds; null: its source gives no date. */
  readonly effectiveFrom: CalendarDate | null;
  readonly source: string;
  /** `published` by the certifying body itself; `secondary`: by others about it, to be checked; `none`: nobody. */
  readonly grade: 'published' | 'secondary' | 'none';
}

/** Credentials that admit together; one such set is enough. */
export type SupportingSet = readonly Credential[];

const supporting = (...value: readonly SupportingSet[]): Sourced<readonly SupportingSet[]> => ({
  value,
  version: 1,
  effectiveFrom: null,
  source: 'ARRT, supporting credentials of post-primary certifications',
  grade: 'published',
});

const radiography: SupportingSet = ['radiography'];
const nuclearMedicine: SupportingSet = ['nuclear-medicine'];
const radiationTherapy: SupportingSet = ['radiation-therapy'];
const sonography: SupportingSet = ['sonography'];

/** R30: the sets of credentials that admit to each discipline. */
export const supportingCredentials: Record<Discipline, Sourced<readonly SupportingSet[]>> = {
  CT: supporting(radiography, nuclearMedicine, radiationTherapy),
  MRI: supporting(radiography, nuclearMedicine, radiationTherapy, sonography),
  M: supporting(radiography),
  BD: supporting(radiography, nuclearMedicine, radiationTherapy),
  VI: supporting(radiography),
  CI: supporting(radiography),
  BS: supporting(['radiography', 'mammography'], sonography),
  VS: supporting(radiography, nuclearMedicine, radiationTherapy, sonography),
};

const daily = (value: number): Sourced<number> => ({
  value,
  version: 1,
  effectiveFrom: '2020-01-01',
  source: 'ARRT, limit of recorded procedures a day',
  grade: 'published',
});

/** A5: the most procedures that may be recorded in one day. */
export const dailyRecordLimit: Record<Discipline, Sourced<number>> = {
  CT: daily(9),
  MRI: daily(7),
  M: daily(16),
  BD: daily(15),
  VI: daily(6),
  CI: daily(8),
  BS: daily(9),
  VS: daily(28),
};

const noTotal: Sourced<null> = {
  value: null,
  version: 1,
  effectiveFrom: null,
  source: "no source; see ARRT's own page",
  grade: 'none',
};

/** Repetitions needed in all, as words where the source has more than a number. */
export const recordsNeededInAll: Record<Discipline, Sourced<string | null>> = {
  CT: {
    value: '125, with 3 to 5 for each chosen procedure',
    version: 1,
    effectiveFrom: '2018-01-01',
    source: 'secondary source of about 2018; ARRT proposed a revision in 2025',
    grade: 'secondary',
  },
  MRI: noTotal,
  M: noTotal,
  BD: {
    value: '125 + 3',
    version: 1,
    effectiveFrom: null,
    source: 'secondary source; under revision by ARRT',
    grade: 'secondary',
  },
  VI: noTotal,
  CI: noTotal,
  BS: noTotal,
  VS: noTotal,
};

/** A6: for how many months a recorded procedure counts. */
export const recordWindowMonths: Sourced<number> = {
  value: 24,
  version: 1,
  effectiveFrom: null,
  source: 'ARRT, clinical experience window',
  grade: 'published',
};

/** Mammography: the qualification under the Mammography Quality Standards Act comes first. */
export const mammographyQualificationFirst: Sourced<true> = {
  value: true,
  version: 1,
  effectiveFrom: '2025-09-01',
  source: 'ARRT, mammography since September 2025',
  grade: 'published',
};
