import { contactsLeft, noContacts, restingTracks } from '../domain/contact-budget.ts';
import type { Discipline } from '../domain/discipline.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { FacilityId, Instant } from '../domain/primitives.ts';
import type { RoundPart } from '../domain/round.ts';
import type { Site } from '../domain/site-offer.ts';
import { requirementsOn } from '../matching/requirements.ts';
import { usualListLength, type RoundInput, type RoundRequest } from '../matching/round-types.ts';
import type { MatchingContext } from '../matching/types.ts';
import { employerFactsOf } from './matching-context.ts';
import { countingDay, dateAt } from './moments.ts';
import type { Ports } from './ports.ts';

export type RoundPorts = Pick<Ports, 'store' | 'clock' | 'matching' | 'budget'>;

const isLocked = ({ rulings }: PlacementRequest): boolean => rulings.lockedTo !== null;

/** Who waits in review: of the locked ones everybody, of a discipline those who are not. */
const waitingIn = async (
  { store }: RoundPorts,
  part: RoundPart,
  disciplines: readonly Discipline[],
): Promise<readonly PlacementRequest[]> => {
  if (part !== 'locks') return (await store.requests.waitingFor(part)).filter((request) => !isLocked(request));
  // One discipline after another: of those who wait, few are locked, and only they are kept in memory.
  const locked: (readonly PlacementRequest[])[] = [];
  for (const discipline of disciplines) locked.push((await store.requests.waitingFor(discipline)).filter(isLocked));
  return locked.flat();
};

const openSitesFor = async ({ store }: RoundPorts, requests: readonly PlacementRequest[]): Promise<readonly Site[]> => {
  const wanted = [...new Set(requests.map(({ wishes }) => wishes.discipline))];
  const open = await Promise.all(
    wanted.map(async (discipline) => (await store.directory.openSites(discipline, { latest: true })).all()),
  );
  return open.flat();
};

/** What matching must know of each request beside the sites. Those of one employer and one day share it. */
const withContexts = async (
  { store, matching }: RoundPorts,
  requests: readonly PlacementRequest[],
  at: Instant,
): Promise<readonly RoundRequest[]> => {
  const employerIds = new Set(requests.flatMap(({ wishes }) => wishes.employment?.facilityId ?? []));
  const [programs, employers, corrections] = await Promise.all([
    store.programs.all(),
    store.facilities.ofAll([...employerIds]),
    store.requirements.corrections(),
  ]);
  const known = new Map(employers.map((facility) => [facility.id, employerFactsOf(facility)]));
  const shared = {
    programs: new Map(programs.map((program) => [program.id, program])),
    settings: matching,
    requirements: requirementsOn(countingDay(at), corrections),
  };
  const contexts = new Map<string, MatchingContext>();
  return requests.map((request) => {
    const employer = known.get(request.wishes.employment?.facilityId ?? '') ?? null;
    const today = dateAt(at, request.home.zone);
    const key = `${today} ${employer?.facilityId ?? ''}`;
    const context = contexts.get(key) ?? { ...shared, today, employer };
    contexts.set(key, context);
    return { request, context, waitingSince: request.submittedAt };
  });
};

/**
 * All that a part of a round is worked out from, as the store has it, seen from the instant at which the round was
 * asked for: a try that is repeated the next day looks from the same day.
 */
export const roundInputOf = async (
  ports: RoundPorts,
  part: RoundPart,
  { disciplines, requestedAt }: { readonly disciplines: readonly Discipline[]; readonly requestedAt: Instant },
): Promise<RoundInput> => {
  const { store, budget } = ports;
  const waiting = await waitingIn(ports, part, disciplines);
  const [requests, sites] = await Promise.all([
    withContexts(ports, waiting, requestedAt),
    openSitesFor(ports, waiting),
  ]);
  const facilities = new Map<FacilityId, { readonly direct: boolean }>(
    sites.map(({ offer }) => [offer.facilityId, { direct: offer.facility.directIntroductions }]),
  );
  const contacted = await store.contacts.ofAll([...facilities.keys()]);
  const contactsOf = (id: FacilityId) => contacted.get(id) ?? noContacts(id);
  return {
    requests,
    sites: sites.map((site) => {
      const { facilityId, discipline } = site.offer;
      return { site, resting: restingTracks(contactsOf(facilityId), discipline, budget, requestedAt) };
    }),
    briefsLeft: new Map(
      [...facilities].map(([id, kind]) => [id, contactsLeft(contactsOf(id), kind, budget, requestedAt)]),
    ),
    settings: { listLength: usualListLength },
  };
};
