import * as z from 'zod';
import { Credential, Discipline } from './discipline.ts';
import { lazily } from './lazily.ts';
import { CalendarDate, line } from './primitives.ts';
import { Versioned } from './versioned.ts';

/** Credentials that admit together; one such set is enough. */
const SupportingSet = z.lazy(() => z.array(Credential).min(1).max(4));
export type SupportingSet = Readonly<z.infer<typeof SupportingSet>>;

/** `published` by the certifying body itself; `secondary`: by others about it, to be checked; `none`: nobody gives one. */
export const Grade = z.enum(['published', 'secondary', 'none']);

/** What certification asks for, as data: no figure without its source. A corrected figure gets the next version. */
export interface Sourced<T> {
  readonly value: T;
  readonly version: number;
  /** Since when it holds; null: its source gives no date. */
  readonly effectiveFrom: CalendarDate | null;
  readonly source: string;
  readonly grade: z.infer<typeof Grade>;
}

/** The figures in force on a day. */
export interface Requirements {
  /** R30: the sets of credentials that admit to each discipline. */
  readonly supportingCredentials: Readonly<Record<Discipline, Sourced<readonly SupportingSet[]>>>;
  /** A5: the most procedures that may be recorded in one day. */
  readonly dailyRecordLimit: Readonly<Record<Discipline, Sourced<number>>>;
  /** Repetitions needed in all, as words where the source has more than a number; null: no source gives any. */
  readonly recordsNeededInAll: Readonly<Record<Discipline, Sourced<string | null>>>;
  /** A6: for how many calendar months a recorded procedure counts. */
  readonly recordWindowMonths: Sourced<number>;
  /** The qualification under the Mammography Quality Standards Act comes first. */
  readonly mammographyQualificationFirst: Sourced<boolean>;
}

const sourced = lazily(() => ({ effectiveFrom: CalendarDate.nullable(), source: line(300), grade: Grade }));

const figure = <const Name extends string, const Shape extends z.core.$ZodLooseShape>(name: Name, shape: Shape) =>
  z.object({ figure: z.literal(name), ...shape, ...sourced() });

const figures = lazily(
  () =>
    [
      figure('supporting-credentials', { discipline: Discipline, value: z.array(SupportingSet).min(1).max(12) }),
      figure('daily-record-limit', { discipline: Discipline, value: z.int().min(1).max(200) }),
      figure('records-in-all', { discipline: Discipline, value: line(160).nullable() }),
      figure('record-window-months', { value: z.int().min(1).max(120) }),
      figure('mammography-qualification-first', { value: z.boolean() }),
    ] as const,
);

/** A figure as a coordinator corrects it: the value, since when it holds, and who says so. */
export const FigureTerms = z.lazy(() =>
  z.discriminatedUnion('figure', figures()).refine(({ value, grade }) => (value === null) === (grade === 'none'), {
    message: 'is `none` where there is no value, and nowhere else',
    path: ['grade'],
  }),
);
export type FigureTerms = z.infer<typeof FigureTerms>;

const version = { version: z.int().min(1) };

/** A version of a figure. */
export const Figure = z.lazy(() =>
  z.discriminatedUnion('figure', [
    figures()[0].extend(version),
    figures()[1].extend(version),
    figures()[2].extend(version),
    figures()[3].extend(version),
    figures()[4].extend(version),
  ]),
);
export type Figure = z.infer<typeof Figure>;

/** More corrections than these disciplines have seen in decades, and few enough for one item. */
export const mostCorrections = 250;

export const requirementsId = 'requirements';

/** What coordinators corrected since the figures that this version of the service was published with, oldest first. */
export const RequirementCorrections = z.lazy(() =>
  z.object({
    ...Versioned.shape,
    id: z.literal(requirementsId),
    corrections: z.array(Figure),
  }),
);
export type RequirementCorrections = z.infer<typeof RequirementCorrections>;
