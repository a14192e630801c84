import { beforeEach, describe, expect, test } from 'vitest';
import { firstBreak } from '../../shared/domain/audit.ts';
import { type MailKind, mailKinds } from '../../shared/domain/mail.ts';
import type { RequestIn } from '../../shared/domain/placement-request.ts';
import { advanceShortlist } from '../../shared/usecases/advance-shortlist.ts';
import { approveRequest } from '../../shared/usecases/approve-shortlist.ts';
import { answerBrief } from '../../shared/usecases/answer-brief.ts';
import { cancelOffer } from '../../shared/usecases/cancel-offer.ts';
import { runDeadlines } from '../../shared/usecases/deadlines.ts';
import { pauseFacility } from '../../shared/usecases/pause-facility.ts';
import { withdrawRequest } from '../../shared/usecases/withdraw-request.ts';
import { aRequest, someWishes } from '../support/builders.ts';
import {
  auditOf,
  aWorld,
  coordinator,
  facilityContact,
  interrupted,
  mailsAbout,
  offerNow,
  requestNow,
  seatsTaken,
  seedRequest,
  seedSite,
  technologist,
  value,
  type World,
} from '../support/world.ts';

const sites = ['fac_birch', 'fac_cedar', 'fac_dogwood'];
const intakeOf = (facilityId: string) => `${facilityId}-CT-k3f9`;
const shortlist = sites.map(intakeOf);

let world: World;
beforeEach(async () => {
  world = await aWorld();
  for (const facilityId of sites) await seedSite(world, { facilityId });
});

const approve = async (request: RequestIn<'in-review'> = aRequest(), named = shortlist) => {
  await seedRequest(world, request);
  const { id: requestId, version } = request;
  const approval = { requestId, version, shortlist: named, reason: 'In this order.' };
  value(await approveRequest(world.ports)(approval, coordinator));
};
const decline = async (offerId: string, facilityId: string) =>
  value(
    await answerBrief(world.ports)(
      { offerId, answer: 'no', reason: 'staff', comment: null },
      facilityContact(facilityId),
    ),
  );
const cancel = async (offerId: string) =>
  value(await cancelOffer(world.ports)({ offerId, version: 1, comment: null }, coordinator));
const advance = async (offerId = 'req_alder1-1') => value(await advanceShortlist(world.ports)(offerId));
const pause = async (facilityId: string) =>
  value(await pauseFacility(world.ports)({ facilityId }, facilityContact(facilityId)));

describe('after a no', () => {
  beforeEach(async () => {
    await approve();
    await decline('req_alder1-1', 'fac_birch');
  });

  test('the next site of the shortlist is made an offer, with a seat and a brief of its own', async () => {
    expect(await advance()).toBe('offered');
    expect(await offerNow(world, 'req_alder1-2')).toMatchObject({ status: 'made', intakeId: intakeOf('fac_cedar') });
    expect([await seatsTaken(world, intakeOf('fac_birch')), await seatsTaken(world, intakeOf('fac_cedar'))]).toEqual([
      0, 1,
    ]);
    expect(await mailsAbout(world, 'req_alder1-2')).toEqual(['brief', 'next-candidate']);
    expect(await requestNow(world)).toMatchObject({ status: 'approved', offersMade: 2 });
  });

  test('told twice, or late, it is made one offer', async () => {
    await advance();
    expect(await advance()).toBe('unchanged');
    expect(await world.store.requests.withOffers('req_alder1')).toMatchObject({ offers: { length: 2 } });
  });

  test('told five times at the same moment, it is made one offer', async () => {
    const advances = await Promise.all([1, 2, 3, 4, 5].map(async () => advance()));
    expect(advances.toSorted()).toEqual(['offered', 'unchanged', 'unchanged', 'unchanged', 'unchanged']);
    expect(await seatsTaken(world, intakeOf('fac_cedar'))).toBe(1);
    expect(await seatsTaken(world, intakeOf('fac_dogwood'))).toBe(0);
  });

  test('a site that does not fit any more is skipped, and the audit says why', async () => {
    await pause('fac_cedar');
    expect(await advance()).toBe('offered');
    expect(await offerNow(world, 'req_alder1-2')).toMatchObject({ intakeId: intakeOf('fac_dogwood') });
    expect(await auditOf(world, 'req_alder1')).toEqual([
      'approve',
      'note-offer',
      'skip-site facility-not-open',
      'note-offer',
    ]);
    expect(await requestNow(world)).toMatchObject({ triedIntakes: shortlist });
  });

  test('a site that fails a rule by now is skipped with the name of the rule', async () => {
    const offer = await world.store.siteOffers.get('fac_cedar-CT');
    if (offer === null) throw new Error('no site offer');
    const poorer = { ...offer, terms: { ...offer.terms, monthlyVolume: 0 }, version: 2 };
    value(await world.store.commit([world.store.siteOffers.update(offer, poorer)]));
    await advance();
    expect(await auditOf(world, 'req_alder1')).toContain('skip-site R19');
  });

  test('a full site is skipped, even when it fills between the look and the offer', async () => {
    const ports = interrupted(world.ports, async () => {
      const intake = await world.store.intakes.get(intakeOf('fac_cedar'));
      if (intake) for (const _ of [1, 2]) await world.store.commit([world.store.intakes.takeSeat(intake)]);
    });
    expect(value(await advanceShortlist(ports)('req_alder1-1'))).toBe('offered');
    expect(await offerNow(world, 'req_alder1-2')).toMatchObject({ intakeId: intakeOf('fac_dogwood') });
    expect(await auditOf(world, 'req_alder1')).toContain('skip-site seat-taken');
    expect(await seatsTaken(world, intakeOf('fac_cedar'))).toBe(2);
  });

  test('a shortlist that is used up returns the request to the review, and one mail tells both', async () => {
    await pause('fac_cedar');
    await pause('fac_dogwood');
    expect(await advance()).toBe('used-up');
    expect(await requestNow(world)).toMatchObject({ status: 'confirmed', triedIntakes: shortlist });
    expect(await mailsAbout(world, 'req_alder1')).toEqual([]);
    expect(await mailsAbout(world, 'req_alder1-1')).toEqual(['brief', 'offer-declined', 'shortlist-ready']);
    expect(await advance()).toBe('unchanged');
  });

  test('nothing is tried for a request that was withdrawn', async () => {
    const requestId = 'req_alder1';
    value(await withdrawRequest(world.ports)({ requestId }, technologist(requestId)));
    expect(await advance()).toBe('unchanged');
  });

  test('a consent that ended meanwhile is asked for again', async () => {
    world.pass(1, 'day');
    await approve(
      aRequest({
        id: 'req_birch2',
        personKey: 'person-birch',
        wishes: someWishes({ introductionConsent: { scope: 'shortlisted-facilities', until: '2026-12-03' } }),
      }),
      // The first one rests after its no.
      shortlist.slice(1),
    );
    expect(await offerNow(world, 'req_birch2-1')).toMatchObject({ technologistConsent: 'given' });
    world.pass(3, 'day');
    await decline('req_birch2-1', 'fac_cedar');
    await advance('req_birch2-1');
    expect(await offerNow(world, 'req_birch2-2')).toMatchObject({ technologistConsent: 'awaited' });
  });
});

/** Mails to the technologist about the request and all of its offers. */
const told = async () => {
  const subjects = ['req_alder1', 'req_alder1-1', 'req_alder1-2'];
  const kinds = await Promise.all(subjects.map(async (subject) => mailsAbout(world, subject)));
  return kinds.flat().filter((kind) => mailKinds[kind as MailKind].recipient === 'technologist');
};

const lapse = async () => {
  world.pass(7, 'day');
  expect(await runDeadlines(world.ports)()).toEqual({ settled: 1, missed: [] });
};

describe('one event is one mail to the technologist', () => {
  test.for([
    ['a no', async () => decline('req_alder1-1', 'fac_birch')],
    ['a silence', lapse],
    ['a cancellation', async () => cancel('req_alder1-1')],
  ] as const)('%s and the next site', async ([, end]) => {
    await approve();
    await end();
    await advance();
    expect(await told()).toEqual(['shortlist-ready', 'next-candidate']);
  });

  test.for([
    ['a no', 'offer-declined', async () => decline('req_alder1-1', 'fac_birch')],
    ['a silence', 'offer-lapsed', lapse],
    ['a cancellation', 'request-status', async () => cancel('req_alder1-1')],
  ] as const)('%s after which no site is left: %s', async ([, kind, end]) => {
    await approve(aRequest(), [intakeOf('fac_birch')]);
    await end();
    expect(await advance()).toBe('used-up');
    expect((await told()).toSorted()).toEqual([kind, 'shortlist-ready'].toSorted());
  });

  test.for([
    ['is asked for the consent', 'ask-each-time', ['shortlist-ready', 'consent-question']],
    ['gets the introduction', 'shortlisted-facilities', ['shortlist-ready']],
  ] as const)('a no and a next site of direct introductions: the technologist %s', async ([, scope, kinds]) => {
    await seedSite(world, { facilityId: 'fac_elmwood', profile: { directIntroductions: true } });
    const introductionConsent = scope === 'ask-each-time' ? { scope } : { scope, until: '2027-12-31' };
    await approve(
      aRequest({ wishes: someWishes({ introductionConsent }) }),
      [sites[0] ?? '', 'fac_elmwood'].map(intakeOf),
    );
    await decline('req_alder1-1', 'fac_birch');
    await advance();
    expect(await told()).toEqual(kinds);
  });
});

test('while an offer is under way nothing is tried', async () => {
  await approve();
  expect(await advance()).toBe('unchanged');
});

test('a coordinator who cancels an offer before the introduction lets the next site be tried', async () => {
  await approve();
  await cancel('req_alder1-1');
  expect(await advance()).toBe('offered');
});

test('a second shortlist starts at its beginning, with sites that were tried before', async () => {
  await approve();
  for (const index of sites.keys()) {
    await cancel(`req_alder1-${index + 1}`);
    await advance(`req_alder1-${index + 1}`);
  }
  const used = await requestNow(world);
  expect(used).toMatchObject({ status: 'confirmed', triedIntakes: shortlist });

  const { match: _, ...reviewed } = { ...used, status: 'in-review' as const, version: used.version + 1 };
  value(await world.store.commit([world.store.requests.update(used, { ...reviewed, match: null } as never)]));
  const approval = { requestId: used.id, version: used.version + 1, shortlist, reason: 'Asked again by phone.' };
  value(await approveRequest(world.ports)(approval, coordinator));
  expect(await offerNow(world, 'req_alder1-4')).toMatchObject({ intakeId: intakeOf('fac_birch') });
  await decline('req_alder1-4', 'fac_birch');
  expect(await advance('req_alder1-4')).toBe('offered');
  expect(await offerNow(world, 'req_alder1-5')).toMatchObject({ intakeId: intakeOf('fac_cedar') });
});

test('offers and requests keep whole audit chains on the way', async () => {
  await approve();
  await decline('req_alder1-1', 'fac_birch');
  await advance();
  for (const id of ['req_alder1-1', 'req_alder1-2']) expect(firstBreak(await world.store.audit.of(id))).toBeNull();
});
