import type { Facility, FacilityStatus } from '../../domain/facility.ts';
import { facilityTransitions } from '../../domain/facility-lifecycle.ts';
import type { PlacementRequest, RequestStatus } from '../../domain/placement-request.ts';
import { requestTransitions } from '../../domain/request-lifecycle.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { partsOfIntakeId } from '../../domain/site-offer.ts';
import { type Cell, writeCsv } from '../../files/csv.ts';
import { ofFacility, ofIntake, ofSiteOffer } from '../../files/facility-rows.ts';
import { cellsOf } from '../../files/facility-cells.ts';
import { type RowValues, valuesOfFacility, valuesOfIntake, valuesOfTerms } from '../../files/facility-values.ts';
import { atATime } from '../at-a-time.ts';
import type { FacilityWithSites, Page, Ports } from '../ports.ts';
import { allActs, type AuditFilter, mostActs } from '../read-audit-log.ts';

/** Files of what the service holds. None says who a person is: no contact, no name, no address, no text of theirs. */

/** Of one file: what is read in some seconds, and a few million bytes at most. */
const most = { facilities: 5000, requests: 20_000 } as const;

/** All of some lists, one after the other; null where they are too many for one file. */
const allIn = async <Status extends string, T>(
  statuses: readonly Status[],
  page: (status: Status, cursor: string | null) => Promise<Result<Page<T>>>,
  mostItems: number,
): Promise<readonly T[] | null> => {
  const found: T[] = [];
  for (const status of statuses) {
    let cursor: string | null = null;
    do {
      const next: Result<Page<T>> = await page(status, cursor);
      if (!next.ok) throw new Error(`A list of our own cursors is never refused: ${next.refusal.code}`);
      found.push(...next.value.items);
      ({ cursor } = next.value);
      if (found.length > mostItems) return null;
    } while (cursor !== null);
  }
  return found;
};

const namesOf = <Status extends string>(transitions: Readonly<Record<Status, unknown>>): readonly Status[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record are what it is a record of
  Object.keys(transitions) as Status[];

const tooMany = (detail: string) => refuse('action-not-possible', { detail });

/** Which facilities; what is left out is not asked. */
export interface FacilityFilter {
  readonly status?: FacilityStatus | undefined;
  /** Of the United States: two letters. */
  readonly state?: string | undefined;
}

/** `sites`: a row says all, as `match` and `round` take it. */
export type FacilityFile = 'facilities' | 'site-offers' | 'intakes' | 'sites';

/** What is not written out: who speaks for a facility, and what only `round` is told. */
const unwritten: ReadonlySet<string> = new Set([
  'lat',
  'lon',
  'briefsLeft',
  'contactName',
  'contactRole',
  'contactEmail',
  'contactPhone',
  'resting',
]);

const columnsOf = (file: FacilityFile): readonly string[] => {
  const columns = {
    facilities: ['facility', ...ofFacility],
    'site-offers': ['facility', 'discipline', ...ofSiteOffer()],
    intakes: ['facility', 'discipline', 'intake', ...ofIntake],
    sites: ['facility', ...ofFacility, 'discipline', ...ofSiteOffer(), 'intake', ...ofIntake],
  };
  return columns[file].filter((column) => !unwritten.has(column));
};

const rowsOfSites = ({ facility, siteOffers, intakes }: FacilityWithSites, file: FacilityFile): readonly RowValues[] =>
  siteOffers.flatMap(({ discipline, terms }): readonly RowValues[] => {
    const offer = { facility: facility.id, discipline, ...(file !== 'intakes' && valuesOfTerms(terms)) };
    if (file === 'site-offers') return [offer];
    const common = { ...(file === 'sites' && valuesOfFacility(facility)), ...offer };
    return intakes
      .filter((intake) => intake.discipline === discipline)
      .map((intake) => Object.assign({ intake: partsOfIntakeId(intake.id).mark }, common, valuesOfIntake(intake)));
  });

/** Facilities, what they offer, or their seats, in the format that can be taken in again. */
export const exportFacilities =
  ({ store }: Pick<Ports, 'store'>) =>
  async (file: FacilityFile, { status, state }: FacilityFilter): Promise<Result<string>> => {
    const listed = await allIn<FacilityStatus, Facility>(
      status === undefined ? namesOf(facilityTransitions) : [status],
      async (each, cursor) => store.facilities.inStatus(each, cursor, 100),
      most.facilities,
    );
    if (listed === null)
      return tooMany(
        `There are more than ${most.facilities} facilities: choose a status, or take them from the table.`,
      );
    const chosen = listed
      .filter(({ place }) => state === undefined || place.state === state)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const rows =
      file === 'facilities'
        ? chosen.map((facility) => ({ facility: facility.id, ...valuesOfFacility(facility) }))
        : (
            await atATime(16, chosen, async ({ id }) => {
              const found = await store.facilities.withSites(id, { relaxed: true });
              return found === null ? [] : rowsOfSites(found, file);
            })
          ).flat();
    return ok(writeCsv(columnsOf(file), rows.map(cellsOf)));
  };

const requestColumns = [
  'request',
  'status',
  'discipline',
  'state',
  'submitted',
  'changed',
  'credentials',
  'travelMiles',
  'minWeeklyHours',
  'wantedWeeklyHours',
  'earliestStart',
  'latestEnd',
  'paidOnly',
  'candidates',
  'nearMisses',
  'offersMade',
] as const;

const requestCells = (request: PlacementRequest): Readonly<Record<(typeof requestColumns)[number], Cell>> => {
  const { id, status, wishes, home, submittedAt, updatedAt, match, offersMade } = request;
  return {
    request: id,
    status,
    discipline: wishes.discipline,
    state: home.state,
    submitted: submittedAt,
    changed: updatedAt,
    credentials: wishes.credentials.map(({ credential }) => credential).join('; '),
    travelMiles: wishes.travelMiles,
    minWeeklyHours: wishes.minWeeklyMinutes / 60,
    wantedWeeklyHours: wishes.wantedWeeklyMinutes / 60,
    earliestStart: wishes.earliestStart,
    latestEnd: wishes.latestEnd,
    paidOnly: wishes.paidOnly ? 'yes' : 'no',
    candidates: match?.candidates ?? null,
    nearMisses: match?.nearMisses ?? null,
    offersMade,
  };
};

/** Requests as figures: what is sought, since when, and what came of it. */
export const exportRequests =
  ({ store }: Pick<Ports, 'store'>) =>
  async (): Promise<Result<string>> => {
    const requests = await allIn<RequestStatus, PlacementRequest>(
      namesOf(requestTransitions),
      async (status, cursor) => store.requests.inStatus(status, cursor, 100),
      most.requests,
    );
    return requests === null
      ? tooMany(`There are more than ${most.requests} requests: take them from the table.`)
      : ok(writeCsv(requestColumns, requests.map(requestCells)));
  };

/** What people who sign in did. */
export const exportActs =
  ({ store }: Pick<Ports, 'store'>) =>
  async (filter: AuditFilter): Promise<Result<string>> => {
    const acts = await allActs({ store })(filter);
    return acts === null
      ? tooMany(`There are more than ${mostActs} acts: choose fewer days.`)
      : ok(
          writeCsv(
            ['at', 'role', 'by', 'action', 'about', 'version', 'from', 'to', 'hash'],
            acts.map(({ at, actor, action, of, version, from, to, hash }) => ({
              at,
              role: actor.kind,
              by: actor.id,
              action,
              about: of,
              version,
              from,
              to,
              hash,
            })),
          ),
        );
  };
