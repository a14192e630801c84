import type * as z from 'zod';
import type { PlacementRequest } from '../../shared/domain/placement-request.ts';
import type { CalendarDate, FacilityId } from '../../shared/domain/primitives.ts';
import { publishedRequirements } from '../../shared/matching/requirements.ts';
import type { RoundSite } from '../../shared/matching/round-types.ts';
import type { MatchingContext } from '../../shared/matching/types.ts';
import { settingsOf } from '../../infra/stages.ts';
import { disagreements, repeats } from '../../shared/files/agreement.ts';
import { type FacilityRow, facilityRows, ofFacility, ofSiteOffer } from '../../shared/files/facility-rows.ts';
import { type Parsed, parseRows, type RowKind } from '../../shared/files/parse-rows.ts';
import type { FileProblem } from '../../shared/files/problems.ts';
import { rowsOf } from './rows.ts';
import { siteOf } from './sites.ts';
import { placeProblems } from './places.ts';
import { refusedFiles } from './problems.ts';
import { coverProblems, programOf, programRows } from './program-rows.ts';
import { requestOf, requestProblems, requestRows } from './request-rows.ts';

export interface MarketFiles {
  readonly facilities: string;
  readonly requests: string;
  /** The programs that requests name; not needed where none does. */
  readonly programs: string | null;
}

/** Requests and sites of files, as the engine takes them. */
export interface FileMarket {
  readonly sites: readonly RoundSite[];
  readonly requests: readonly { readonly request: PlacementRequest; readonly context: MatchingContext }[];
  readonly briefsLeft: ReadonlyMap<FacilityId, number>;
}

const facilityProblems = (row: Parsed<FacilityRow>): FileProblem[] => {
  const { value, problem } = row;
  return [
    ...placeProblems(row),
    ...(value.startsOn > value.endsOn ? [problem('endsOn', 'must not be before startsOn')] : []),
    ...((value.seatsTaken ?? 0) > value.seats ? [problem('seatsTaken', 'must not be more than seats')] : []),
  ];
};

const offerOf = ({ facility, discipline }: FacilityRow): string => `${facility}-${discipline}`;

/** Reads the rows of a file; adds what is wrong with those that are left out to `problems`. */
const readRows = async <T extends z.ZodObject>(
  file: string,
  { schema, numbers }: RowKind<T>,
  problems: FileProblem[],
): Promise<readonly Parsed<z.output<T>>[]> =>
  parseRows(file, await rowsOf(file, { known: Object.keys(schema.shape), numbers }), schema, problems);

const refuseAny = (problems: readonly FileProblem[]): void => {
  if (problems.length > 0) throw refusedFiles(problems);
};

/** Reads the files whole, or refuses them with every problem named. */
export const readMarket = async (files: MarketFiles, today: CalendarDate): Promise<FileMarket> => {
  const problems: FileProblem[] = [];
  const facilities = await readRows(
    files.facilities,
    { schema: facilityRows.whole(), numbers: facilityRows.numbers },
    problems,
  );
  const programs = files.programs === null ? [] : await readRows(files.programs, programRows, problems);
  const requests = await readRows(files.requests, requestRows, problems);
  // What rows say together can be told when each of them is understood.
  refuseAny(problems);

  const byId = new Map(facilities.map(({ value }) => [value.facility, value]));
  const programIds = new Set(programs.map(({ value }) => value.program));
  refuseAny([
    ...facilities.flatMap(facilityProblems),
    ...repeats(facilities, 'intake', (row) => `${offerOf(row)}-${row.intake}`),
    ...disagreements(facilities, ofFacility, ({ facility }) => facility),
    ...disagreements(facilities, ofSiteOffer(), offerOf),
    ...programs.flatMap(coverProblems),
    ...repeats(programs, 'program', ({ program }) => program),
    ...requests.flatMap(requestProblems),
    ...repeats(requests, 'request', ({ request }) => request),
    ...requests.flatMap(({ value: { program, employer, employerName }, problem }) => [
      ...(program == null || programIds.has(program)
        ? []
        : [problem('program', `${program} is not among the programs: name their file with --programs`)]),
      ...(employer == null || byId.has(employer) || employerName != null
        ? []
        : [problem('employer', `${employer} is not among the facilities: say employerName`)]),
    ]),
  ]);

  const common = {
    today,
    programs: new Map(programs.map((row) => [row.value.program, programOf(row)])),
    employer: null,
    settings: settingsOf('laptop').matching,
    requirements: publishedRequirements,
  };
  const contextOf = (employer: FacilityId | null): MatchingContext => {
    const row = employer === null ? undefined : byId.get(employer);
    if (row === undefined) return common;
    const { facility, legalEmployer, healthSystem } = row;
    return {
      ...common,
      employer: { facilityId: facility, legalEmployer: legalEmployer ?? null, healthSystemId: healthSystem ?? null },
    };
  };
  return {
    sites: facilities.map((row) => ({ site: siteOf(row), resting: row.value.resting ?? [] })),
    requests: requests.map(({ value }) => ({
      request: requestOf(value, (id) => byId.get(id)?.name ?? null),
      context: contextOf(value.employer ?? null),
    })),
    briefsLeft: new Map(
      facilities.flatMap(({ value: { facility, briefsLeft } }) => (briefsLeft == null ? [] : [[facility, briefsLeft]])),
    ),
  };
};
