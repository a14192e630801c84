import { disciplines } from '../domain/discipline.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import type { Figure, FigureTerms, Requirements, Sourced, SupportingSet } from '../domain/requirements.ts';

/** The figures that this version of the service was published with, and how coordinators' corrections change them. */

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

const daily = (value: number): Sourced<number> => ({
  value,
  version: 1,
  effectiveFrom: '2020-01-01',
  source: 'ARRT, limit of recorded procedures a day',
  grade: 'published',
});

const noTotal: Sourced<null> = {
  value: null,
  version: 1,
  effectiveFrom: null,
  source: "no source; see ARRT's own page",
  grade: 'none',
};

/** R1: what this version of the service was published with. */
export const publishedRequirements: Requirements = {
  supportingCredentials: {
    CT: supporting(radiography, nuclearMedicine, radiationTherapy),
    MRI: supporting(radiography, nuclearMedicine, radiationTherapy, sonography),
    M: supporting(radiography),
    BD: supporting(radiography, nuclearMedicine, radiationTherapy),
    VI: supporting(radiography),
    CI: supporting(radiography),
    BS: supporting(['radiography', 'mammography'], sonography),
    VS: supporting(radiography, nuclearMedicine, radiationTherapy, sonography),
  },
  dailyRecordLimit: {
    CT: daily(9),
    MRI: daily(7),
    M: daily(16),
    BD: daily(15),
    VI: daily(6),
    CI: daily(8),
    BS: daily(9),
    VS: daily(28),
  },
  recordsNeededInAll: {
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
  },
  recordWindowMonths: {
    value: 24,
    version: 1,
    effectiveFrom: null,
    source: 'ARRT, clinical experience window',
    grade: 'published',
  },
  mammographyQualificationFirst: {
    value: true,
    version: 1,
    effectiveFrom: '2025-09-01',
    source: 'ARRT, mammography since September 2025',
    grade: 'published',
  },
};

/** The requirements with one figure replaced. */
const withFigure = (before: Requirements, correction: Figure): Requirements => {
  switch (correction.figure) {
    case 'supporting-credentials':
      return {
        ...before,
        supportingCredentials: { ...before.supportingCredentials, [correction.discipline]: correction },
      };
    case 'daily-record-limit':
      return { ...before, dailyRecordLimit: { ...before.dailyRecordLimit, [correction.discipline]: correction } };
    case 'records-in-all':
      return { ...before, recordsNeededInAll: { ...before.recordsNeededInAll, [correction.discipline]: correction } };
    case 'record-window-months':
      return { ...before, recordWindowMonths: correction };
    case 'mammography-qualification-first':
      return { ...before, mammographyQualificationFirst: correction };
  }
};

/** The figures in force on a day: of each the newest version whose day has come. `corrections` come oldest first. */
export const requirementsOn = (date: CalendarDate, corrections: readonly Figure[]): Requirements =>
  corrections
    .filter(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= date)
    .reduce(withFigure, publishedRequirements);

const copied = (sets: readonly SupportingSet[]) => sets.map((set) => [...set]);

/** Requirements as a list of figures. */
const figuresOf = (requirements: Requirements): readonly Figure[] => [
  ...disciplines.flatMap((discipline): readonly Figure[] => {
    const credentials = requirements.supportingCredentials[discipline];
    return [
      { ...credentials, figure: 'supporting-credentials', discipline, value: copied(credentials.value) },
      { ...requirements.dailyRecordLimit[discipline], figure: 'daily-record-limit', discipline },
      { ...requirements.recordsNeededInAll[discipline], figure: 'records-in-all', discipline },
    ];
  }),
  { ...requirements.recordWindowMonths, figure: 'record-window-months' },
  { ...requirements.mammographyQualificationFirst, figure: 'mammography-qualification-first' },
];

/** `daily-record-limit CT`: which figure it is, of all its versions. */
export const nameOfFigure = (figure: FigureTerms): string =>
  'discipline' in figure ? `${figure.figure} ${figure.discipline}` : figure.figure;

/** Every version of every figure, those of one figure together, oldest first. */
export const everyVersion = (corrections: readonly Figure[]): readonly Figure[] =>
  figuresOf(publishedRequirements).flatMap((published) =>
    [published].concat(corrections.filter((correction) => nameOfFigure(correction) === nameOfFigure(published))),
  );

/** A correction as the next version of its figure. */
export const nextVersion = (corrections: readonly Figure[], terms: FigureTerms): Figure => {
  const versions = everyVersion(corrections).filter((figure) => nameOfFigure(figure) === nameOfFigure(terms));
  return { ...terms, version: Math.max(...versions.map(({ version }) => version)) + 1 };
};

export type Standing = 'in-force' | 'later' | 'replaced';

/** Every version of every figure, with how it stands on a day. */
export const figuresOn = (date: CalendarDate, corrections: readonly Figure[]) => {
  const versionInForce = new Map(
    figuresOf(requirementsOn(date, corrections)).map((figure) => [nameOfFigure(figure), figure.version]),
  );
  return everyVersion(corrections).map((figure) => {
    const inForce = versionInForce.get(nameOfFigure(figure)) ?? 0;
    const standing: Standing =
      figure.version === inForce ? 'in-force' : figure.version > inForce ? 'later' : 'replaced';
    return { figure, standing };
  });
};
