import type * as contract from '../contracts/coordinator.ts';
import { noContacts, objectionToContact } from '../domain/contact-budget.ts';
import type { Decider } from '../domain/machine.ts';
import type { Approval, PlacementRequest } from '../domain/placement-request.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { forbiddenAt } from '../domain/rulings.ts';
import type { IntakeId, Site } from '../domain/site-offer.ts';
import { consentIsClear, rankSites, type RankedSite } from '../matching/rank-sites.ts';
import { reachOf } from '../matching/reach.ts';
import type { MatchingContext } from '../matching/types.ts';
import { changeRequestAsSeen } from './as-seen.ts';
import { type Change, changeRequest } from './changes.ts';
import { checkSite, makeOffer, type OfferableSite, type OfferPorts } from './make-offer.ts';
import { contextOf, type MatchingPorts } from './matching-context.ts';
import { deciderOf, nowOf } from './moments.ts';
import type { Ports, Store } from './ports.ts';
import type { UseCase } from './use-case.ts';

type Shortlist = readonly IntakeId[];
type OfferableSites = readonly [OfferableSite, ...OfferableSite[]];

/** Every site of the shortlist as it is now; refused with the place of the first one that may not be offered. */
const checkSites = async (
  ports: OfferPorts,
  request: PlacementRequest,
  shortlist: Shortlist,
  context: MatchingContext,
): Promise<Result<OfferableSites>> => {
  const sites: OfferableSite[] = [];
  for (const [index, intakeId] of shortlist.entries()) {
    const field = `shortlist[${index}]`;
    if (shortlist.indexOf(intakeId) !== index)
      return refuse('invalid-input', { field, detail: 'This intake is on the shortlist twice.' });
    const checked = await checkSite(ports, request, intakeId, context);
    if (!checked.ok) return { ok: false, refusal: { ...checked.refusal, field } };
    sites.push(checked.value);
  }
  const [first, ...others] = sites;
  return first === undefined ? refuse('invalid-input', { field: 'shortlist' }) : ok([first, ...others]);
};

/** The sites within reach that the directory knows, with those of the shortlist as they were just read. */
const sitesNow = async (
  { directory }: Store,
  request: PlacementRequest,
  checked: OfferableSites,
  context: MatchingContext,
): Promise<Site[]> => {
  const read = new Map<IntakeId, Site>(checked.map(({ site }) => [site.intake.id, site]));
  const open = await directory.openSites(request.wishes.discipline);
  const { sites } = open.around(reachOf(request, context));
  return [...sites.filter(({ intake }) => !read.has(intake.id)), ...read.values()];
};

/** R27: who may be contacted now for this request, of the sites that are ranked first. */
const withinBudget = async (
  { store, clock, budget }: OfferPorts,
  ranked: readonly RankedSite[],
): Promise<readonly RankedSite[]> => {
  const now = nowOf(clock);
  const contacted = await store.contacts.ofAll([...new Set(ranked.map(({ pair }) => pair.site.offer.facilityId))]);
  return ranked.filter(({ pair: { track, site } }) => {
    const { facilityId, discipline, facility } = site.offer;
    const contacts = contacted.get(facilityId) ?? noContacts(facilityId);
    const planned = { discipline, track, direct: facility.directIntroductions };
    return objectionToContact(contacts, planned, budget, now) === null;
  });
};

/** Further down the ranking than a shortlist and what is left out before it ever reach. */
const rankedFirst = 50;

/**
 * Is the shortlist the beginning of the ranking? Sites that may not be contacted or were ruled out are no choice, and
 * who leaves out a site that was tried in vain need not explain it.
 */
const followsRanking = async (
  ports: OfferPorts,
  request: PlacementRequest,
  shortlist: Shortlist,
  sites: Site[],
  context: MatchingContext,
): Promise<boolean> => {
  const tried = new Set(request.triedIntakes.filter((intakeId) => !shortlist.includes(intakeId)));
  const begins = (ranking: readonly RankedSite[]): boolean =>
    shortlist.every((intakeId, index) => intakeId === ranking[index]?.pair.site.intake.id);
  const ranking = rankSites(request, sites, context)
    .candidates.filter(({ judgement }) => consentIsClear(judgement))
    .filter(({ pair: { site } }) => forbiddenAt(request.rulings, site.offer.facilityId) === undefined)
    .filter(({ pair: { site } }) => !tried.has(site.intake.id));
  return begins(ranking) || begins(await withinBudget(ports, ranking.slice(0, rankedFirst)));
};

export type ApprovalPorts = MatchingPorts & OfferPorts & Pick<Ports, 'periods'>;

interface ApprovalDecision {
  readonly shortlist: IntakeId[];
  /** Why the order is another than the ranking; null: it is the ranking, which is held against it. */
  readonly reason: string | null;
}

/**
 * The approval of named sites, in order. Every one is checked by the rules as they are now, and the first is made an
 * offer in the same transaction: whoever is told "approved" has a seat held.
 */
export const approveSites = async (
  ports: ApprovalPorts,
  request: PlacementRequest,
  { shortlist, reason }: ApprovalDecision,
  decider: Decider,
): Promise<Result<Change<PlacementRequest>>> => {
  const { store, periods, budget } = ports;
  const approval: Approval = { shortlist, approvedBy: decider.actor.id, approvedAt: decider.now, reason };
  const [intakeId = ''] = shortlist;
  const commands = [{ action: 'approve', approval } as const, { action: 'note-offer', intakeId } as const];
  const change = changeRequest(store, request, commands, decider);
  if (!change.ok) return change;
  const context = await contextOf(ports, request);
  const sites = await checkSites(ports, request, shortlist, context);
  if (!sites.ok) return sites;
  const known = reason === null ? await sitesNow(store, request, sites.value, context) : [];
  if (reason === null && !(await followsRanking(ports, request, shortlist, known, context)))
    return refuse('reason-missing', { field: 'reason' });
  const [first] = sites.value;
  const offer = makeOffer(store, { request, at: first, periods, budget, telling: 'shortlist-ready' }, decider);
  return ok({ next: change.value.next, writes: [...change.value.writes, ...offer] });
};

/** A coordinator approves a shortlist for a request as it was seen. */
export const approveRequest =
  (ports: ApprovalPorts): UseCase<typeof contract.approveRequest> =>
  async ({ shortlist, reason, ...seen }, call) =>
    changeRequestAsSeen(ports.store, call, seen, (request) =>
      approveSites(ports, request, { shortlist, reason }, deciderOf(ports.clock, call.actor)),
    );
