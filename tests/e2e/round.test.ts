import { afterAll, beforeAll, expect, test } from 'vitest';
import { hosts, regularShift, wishes, type Host } from '../../local/demo/cast.ts';
import { found } from '../../local/demo/expect.ts';
import { caseOf, optIn } from '../../local/demo/steps.ts';
import { approveRequest, ruleOnSite } from '../../shared/contracts/coordinator.ts';
import { answerBrief } from '../../shared/contracts/brief.ts';
import { approveRound, readRound, readRoundLines, startRound } from '../../shared/contracts/rounds.ts';
import { firstBreak } from '../../shared/domain/audit.ts';
import type { Wishes } from '../../shared/domain/placement-request.ts';
import type { Place } from '../../shared/domain/primitives.ts';
import type { RoundLine } from '../../shared/domain/round.ts';
import type { Ruling } from '../../shared/domain/rulings.ts';
import { aRequest } from '../support/builders.ts';
import { expectEachMailOnce, kindOf, putAll, refusalOf, startService, type Service } from '../support/service.ts';

let service: Service;
const hospital = (): Host => hosts(service.today).hospital;
const clinic = (): Host => hosts(service.today).smallClinic;

/** A host with one seat in CT that answers briefs. */
const withOneSeat = ({ profile, siteOffers, ...host }: Host): Host => ({
  ...host,
  profile: { ...profile, directIntroductions: false },
  siteOffers: siteOffers
    .filter(({ discipline }) => discipline === 'CT')
    .map(({ discipline, terms, intakes }) => ({
      discipline,
      terms,
      intakes: intakes.map(({ startsOn, endsOn }) => ({ startsOn, endsOn, seats: 1 })),
    })),
});

let facilities: { hospital: string; clinic: string };
let roundId: string;

const requestOf = (name: string) => `req_${name}`;

/** Someone in review, as if the request had been submitted, confirmed and matched; the first has waited longest. */
const waiting = (name: string, place: Place, differing: Partial<Wishes> = {}) =>
  aRequest({
    id: requestOf(name),
    personKey: name,
    home: place,
    submittedAt: new Date(service.today.getTime() - (name === 'Samson' ? 2 : 1) * 86_400_000).toISOString(),
    contact: { name: `${name} Imaginary`, email: `${name.toLowerCase()}@example.org`, phone: null },
    employmentConfirmed: differing.employment !== undefined,
    wishes: wishes(service.today, differing),
  });
const rule = async (name: string, ruling: Ruling) => {
  const requestId = requestOf(name);
  const { request } = await caseOf(service, requestId);
  const body = { version: request.version, ruling };
  return service.client.call(ruleOnSite, { token: service.coordinator, params: { requestId }, body });
};
const roundNow = () => service.client.call(readRound, { token: service.coordinator, params: { roundId } });
const linesOf = async (part: 'locks' | 'CT', outcome: RoundLine['outcome']) => {
  const query = { part, outcome, limit: 100 };
  return (await service.client.call(readRoundLines, { token: service.coordinator, params: { roundId }, query })).items;
};
const approve = async (body: { readonly lines: string[] | null; readonly after: string | null }) => {
  const answer = await service.client.call(approveRound, { token: service.coordinator, params: { roundId }, body });
  await service.settle();
  return answer;
};
const briefsTo = ({ contact }: Host) =>
  service.mailsTo(contact.email).filter((mail) => kindOf(mail) === 'brief').length;
const intakeAt = async (facilityId: string) =>
  found((await service.behind.store.intakes.ofFacility(facilityId))[0], 'an intake');

beforeAll(async () => {
  service = await startService();
  facilities = {
    hospital: await optIn(service, withOneSeat(hospital()), 'Called back.'),
    clinic: await optIn(service, withOneSeat(clinic()), 'Called back.'),
  };
  const { requests, facilities: kept } = service.behind.store;
  const { place } = found(await kept.get(facilities.hospital), 'the hospital');
  const employment: Wishes['employment'] = {
    facilityId: facilities.hospital,
    name: hospital().profile.name,
    regularHours: { kind: 'weekly', windows: regularShift },
    adjustment: { status: 'not-asked' },
    contactConsent: 'yes',
    nameInBrief: false,
    hipaaTrained: true,
  };
  const people = [
    waiting('Samson', place, { siteOrder: [facilities.hospital] }),
    waiting('Emery', place, { employment }),
    waiting('Leeward', place),
    waiting('Fayette', place),
  ];
  await putAll(service, people.map(requests.create));
  await service.settle();
});
afterAll(async () => service.stop());

test('coordinators lock one technologist to a site and forbid another one all sites, with reasons that the case shows', async () => {
  const { id: intakeId } = await intakeAt(facilities.clinic);
  await rule('Leeward', { decision: 'lock', intakeId, reason: 'Promised by the practice manager.' });
  for (const facilityId of Object.values(facilities))
    await rule('Fayette', { decision: 'forbid', facilityId, reason: 'Was a patient there.' });
  const { request } = await caseOf(service, requestOf('Leeward'));
  expect(request.rulings.lockedTo).toMatchObject({ intakeId, reason: 'Promised by the practice manager.' });
  const wrong = rule('Fayette', { decision: 'forbid', facilityId: facilities.clinic, reason: 'Once more.' });
  expect(await refusalOf(wrong)).toMatchObject({ status: 422, errors: [{ field: 'ruling.facilityId' }] });
  // A site that was ruled out is not offered by hand either.
  const fay = requestOf('Fayette');
  const { version } = (await caseOf(service, fay)).request;
  const shortlist = [(await intakeAt(facilities.hospital)).id];
  const byHand = service.client.call(approveRequest, {
    token: service.coordinator,
    params: { requestId: fay },
    body: { version, shortlist, reason: 'By hand.' },
  });
  expect(await refusalOf(byHand)).toMatchObject({ status: 409, errors: [{ field: 'shortlist[0]' }] });
});

test('a round is worked out by itself, and sends nothing and holds no seat', async () => {
  const mails = service.cloud.mails().length;
  const started = await service.client.call(startRound, {
    token: service.coordinator,
    body: { disciplines: ['MRI', 'CT'] },
  });
  ({ roundId } = started);
  expect(started.status).toBe('requested');
  await service.settle();
  expect(await roundNow()).toMatchObject({ status: 'proposed', placed: 2, unplaced: 2, approvedPairs: 0 });
  expect(service.cloud.mails()).toHaveLength(mails);
  for (const facilityId of Object.values(facilities)) expect((await intakeAt(facilityId)).seatsTaken).toBe(0);
});

test('the diff shows who goes where, and who lost the seat to an own employee reads it', async () => {
  const placed = [...(await linesOf('locks', 'placed')), ...(await linesOf('CT', 'placed'))];
  expect(placed.map(({ line }) => line)).toMatchObject([
    { requestId: requestOf('Leeward'), facilityId: facilities.clinic, choice: null },
    { requestId: requestOf('Emery'), facilityId: facilities.hospital, choice: 1, tier: 'own-employee' },
  ]);
  const unplaced = new Map((await linesOf('CT', 'unplaced')).map((entry) => [entry.line.requestId, entry]));
  expect(unplaced.get(requestOf('Samson'))?.words).toContain("the seat went to one of the site's own employees");
  expect(unplaced.get(requestOf('Fayette'))?.words).toContain('ruled out by a coordinator');
});

test('approved in part, one offer leaves, and the other site hears nothing', async () => {
  const lineId = `locks-${requestOf('Leeward')}`;
  const answer = await approve({ lines: [lineId], after: null });
  expect(answer).toMatchObject({ status: 'partly-approved', approvedPairs: 1, outcomes: [{ result: 'approved' }] });
  expect([briefsTo(clinic()), briefsTo(hospital())]).toEqual([1, 0]);
  expect((await intakeAt(facilities.clinic)).seatsTaken).toBe(1);
  expect((await caseOf(service, requestOf('Emery'))).request.status).toBe('in-review');
  // Told again, as after a lost answer: the same outcome and no second brief.
  expect(await approve({ lines: [lineId], after: null })).toEqual(answer);
  expect(briefsTo(clinic())).toBe(1);
});

test('the rest approved, the round is approved whole; nobody else is asked', async () => {
  const answer = await approve({ lines: null, after: `locks-${requestOf('Leeward')}` });
  expect(answer).toMatchObject({ status: 'approved', approvedPairs: 2, refusedPairs: 0, next: null });
  expect([briefsTo(clinic()), briefsTo(hospital())]).toEqual([1, 1]);
  for (const name of ['Samson', 'Fayette'])
    expect((await caseOf(service, requestOf(name))).request.status).toBe('in-review');
});

test('after a no the technologist waits again, and the site rests from the same kind of request (R27)', async () => {
  const body = { answer: 'no', reason: 'staff', comment: null } as const;
  await service.client.call(answerBrief, { token: await service.linkIn(clinic().contact.email, 'answer'), body });
  await service.settle();
  const lee = (await caseOf(service, requestOf('Leeward'))).request;
  expect(lee.status).toBe('in-review');
  const sam = (await caseOf(service, requestOf('Samson'))).request;
  const approval = service.client.call(approveRequest, {
    token: service.coordinator,
    params: { requestId: sam.id },
    body: { version: sam.version, shortlist: [(await intakeAt(facilities.clinic)).id], reason: 'By hand.' },
  });
  expect(await refusalOf(approval)).toMatchObject({ code: 'contact-budget', errors: [{ field: 'shortlist[0]' }] });
  await expectEachMailOnce(service);
  expect(firstBreak((await roundNow()).audit)).toBeNull();
  expect(service.complaints).toEqual([]);
});
