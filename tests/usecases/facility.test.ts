import { beforeEach, describe, expect, test } from 'vitest';
import { firstBreak } from '../../shared/domain/audit.ts';
import { digestOf } from '../../shared/domain/facility.ts';
import { disciplines } from '../../shared/domain/discipline.ts';
import { claimFacility } from '../../shared/usecases/claim-facility.ts';
import { confirmFacility } from '../../shared/usecases/confirm-facility.ts';
import { changeFacilityContact, editFacility } from '../../shared/usecases/edit-facility.ts';
import { addIntake, editIntake } from '../../shared/usecases/intakes.ts';
import { leaveFacility } from '../../shared/usecases/leave-facility.ts';
import { pauseFacility, resumeFacility } from '../../shared/usecases/pause-facility.ts';
import { readFacility, readFacilityCase } from '../../shared/usecases/read-facility.ts';
import { putSiteOffer } from '../../shared/usecases/site-offers.ts';
import { vetFacility } from '../../shared/usecases/vet-facility.ts';
import type { InputOf } from '../../shared/usecases/use-case.ts';
import type * as contract from '../../shared/contracts/facility.ts';
import { aFacility, anOffer, aRequest, someTerms, weekly } from '../support/builders.ts';
import {
  anyone,
  auditOf,
  aWorld,
  coordinator,
  facilityContact,
  interrupted,
  mailsAbout,
  offerNow,
  refusal,
  refusedWithoutTrace,
  seatsTaken,
  seedOffer,
  seedRequest,
  seedSite,
  value,
  type World,
} from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

type Claim = InputOf<typeof contract.claimFacility>;

const { profile, contact } = aFacility();
const dates = { startsOn: '2027-01-04', endsOn: '2027-03-26', seats: 2 };
const aClaim = (change: Partial<Claim> = {}): Claim => ({
  profile,
  contact,
  zip: '02139',
  siteOffers: [{ discipline: 'CT', terms: someTerms(), intakes: [dates, { ...dates, seats: 1 }] }],
  ...change,
});
const claim = async (change?: Partial<Claim>) => claimFacility(world.ports)(aClaim(change), anyone);
const claimed = async (change?: Partial<Claim>) => value(await claim(change)).facilityId;
const confirm = async (facilityId: string) => confirmFacility(world.ports)({ facilityId }, facilityContact(facilityId));
const vet = async (facilityId: string, version = 2) =>
  vetFacility(world.ports)({ facilityId, decision: 'open', version, evidence: 'Called.' }, coordinator);
const opened = async (change?: Partial<Claim>) => {
  const facilityId = await claimed(change);
  value(await confirm(facilityId));
  value(await vet(facilityId));
  return facilityId;
};
const facilityNow = async (id: string) => {
  const facility = await world.store.facilities.get(id);
  if (facility === null) throw new Error(`no facility ${id}`);
  return facility;
};
/** What the site offers say of their facility is what the facility says of itself. */
const saysTheSame = async (id: string) => {
  const digest = digestOf(await facilityNow(id));
  for (const offer of await world.store.siteOffers.ofFacility(id)) expect(offer.facility).toEqual(digest);
};
const openSites = async () => (await world.store.directory.openSites('CT')).all();
const found = async () => (await openSites()).length;

const overlapping = [...weekly('mon', '19:00', '07:00'), ...weekly('tue', '06:30', '15:00')];

describe('a claim', () => {
  test('is kept with its site offers and intakes, and its contact is asked to confirm', async () => {
    const id = await claimed();
    expect(await facilityNow(id)).toMatchObject({ status: 'claimed', version: 1, simulated: false });
    expect(await world.store.siteOffers.ofFacility(id)).toMatchObject([{ id: `${id}-CT`, discipline: 'CT' }]);
    expect(await world.store.intakes.ofFacility(id)).toHaveLength(2);
    expect(await mailsAbout(world, id)).toEqual(['confirm-facility']);
    for (const kept of [id, `${id}-CT`]) expect(await auditOf(world, kept)).toEqual(['claim']);
    await saysTheSame(id);
  });

  test('as large as the form takes fits into one transaction', async () => {
    const siteOffers = disciplines.map((discipline, index) => ({
      discipline,
      terms: someTerms(),
      intakes: Array.from({ length: index < 4 ? 5 : 4 }, () => dates),
    }));
    const id = await claimed({ siteOffers });
    expect(await world.store.siteOffers.ofFacility(id)).toHaveLength(8);
    expect(await world.store.intakes.ofFacility(id)).toHaveLength(36);
  });

  test('may say by which zone its windows are meant, and an edit may set it right', async () => {
    const facilityId = await opened({ zone: 'America/Chicago' });
    expect((await facilityNow(facilityId)).place).toMatchObject({ zip: '02139', zone: 'America/Chicago' });
    const by = facilityContact(facilityId);
    value(await editFacility(world.ports)({ facilityId, version: 3, zip: '02139', profile }, by));
    expect((await facilityNow(facilityId)).place.zone).toBe('America/Chicago');
    value(
      await editFacility(world.ports)({ facilityId, version: 4, zip: '02139', zone: 'America/New_York', profile }, by),
    );
    await saysTheSame(facilityId);
    expect((await openSites())[0]?.offer.facility.place.zone).toBe('America/New_York');
  });

  test.for<[string, Partial<Claim>, object]>([
    ['an unknown ZIP code', { zip: '00000' }, { code: 'unknown-place', field: 'zip' }],
    [
      'a discipline named twice',
      {
        siteOffers: [
          { discipline: 'CT', terms: someTerms(), intakes: [] },
          { discipline: 'CT', terms: someTerms(), intakes: [] },
        ],
      },
      { code: 'invalid-input', field: 'siteOffers[1].discipline' },
    ],
    [
      'training windows that overlap',
      { siteOffers: [{ discipline: 'CT', terms: someTerms({ windows: overlapping }), intakes: [] }] },
      { code: 'invalid-input', field: 'siteOffers[0].terms.windows[1]' },
    ],
  ])('with %s is refused', async ([, change, expected]) => {
    expect(await refusedWithoutTrace(world, async () => claim(change))).toMatchObject(expected);
  });

  test('is matched with nobody before a coordinator vetted it', async () => {
    const id = await claimed();
    expect(await found()).toBe(0);
    value(await confirm(id));
    expect(await found()).toBe(0);
    value(await vet(id));
    expect(await found()).toBe(2);
    await saysTheSame(id);
    expect(await mailsAbout(world, id)).toEqual(['confirm-facility', 'facility-open']);
  });

  test('that a coordinator refuses is never matched', async () => {
    const facilityId = await claimed();
    value(await confirm(facilityId));
    const refusing = { facilityId, decision: 'refuse', version: 2, reason: 'Nobody there knows of it.' } as const;
    value(await vetFacility(world.ports)(refusing, coordinator));
    expect(await facilityNow(facilityId)).toMatchObject({ status: 'refused', refusedBy: 'coordinator-1' });
    expect(await found()).toBe(0);
  });

  test('is vetted by who saw it as it is', async () => {
    const id = await claimed();
    value(await confirm(id));
    expect(await refusedWithoutTrace(world, async () => vet(id, 1))).toMatchObject({
      code: 'stale-version',
      detail: expect.stringContaining('confirm (facility)') as string,
    });
  });

  test('of an address with another claim that day is asked about when that one is confirmed', async () => {
    const first = await claimed();
    const second = await claimed();
    expect(await mailsAbout(world, second)).toEqual([]);
    value(await confirm(first));
    expect(await mailsAbout(world, second)).toEqual(['confirm-facility']);
  });
});

describe('an open facility', () => {
  test('that edits its profile says the same everywhere, and moves with its ZIP code', async () => {
    const facilityId = await opened();
    const edit = { facilityId, version: 3, zip: '60601', profile: { ...profile, name: 'Birch Loop (invented)' } };
    value(await editFacility(world.ports)(edit, facilityContact(facilityId)));
    await saysTheSame(facilityId);
    expect(await openSites()).toMatchObject([
      { offer: { facility: { name: 'Birch Loop (invented)', place: { state: 'IL' } } } },
      { offer: { facility: { name: 'Birch Loop (invented)' } } },
    ]);
  });

  test('that pauses is gone at once, and back when it resumes', async () => {
    const facilityId = await opened();
    const by = facilityContact(facilityId);
    value(await pauseFacility(world.ports)({ facilityId }, by));
    expect(await found()).toBe(0);
    await saysTheSame(facilityId);
    value(await resumeFacility(world.ports)({ facilityId }, by));
    expect(await found()).toBe(2);
  });

  test('whose contact changes is confirmed and vetted anew before it is matched', async () => {
    const facilityId = await opened();
    const change = { facilityId, version: 3, contact: { ...contact, email: 'rowan@birch.example.org' } };
    expect(value(await changeFacilityContact(world.ports)(change, facilityContact(facilityId)))).toEqual({
      facilityId,
      status: 'claimed',
      version: 4,
    });
    expect(await found()).toBe(0);
    value(await confirm(facilityId));
    value(await vet(facilityId, 5));
    expect(await found()).toBe(2);
    expect(firstBreak(await world.store.audit.of(facilityId))).toBeNull();
    expect(firstBreak(await world.store.audit.of(`${facilityId}-CT`))).toBeNull();
  });

  test('that edits what it was shown in an older version is told what happened since', async () => {
    const facilityId = await opened();
    const edit = async () =>
      editFacility(world.ports)({ facilityId, version: 2, zip: '02139', profile }, facilityContact(facilityId));
    expect(await refusedWithoutTrace(world, edit)).toMatchObject({
      code: 'stale-version',
      detail: expect.stringContaining('vet (coordinator)') as string,
    });
  });
});

describe('what a facility offers', () => {
  test('is written by discipline: new with no version, then by who saw the current one', async () => {
    const facilityId = await opened({ siteOffers: [] });
    const put = async (version: number | null, change = {}) =>
      putSiteOffer(world.ports)(
        { facilityId, discipline: 'MRI', version, terms: someTerms(change) },
        facilityContact(facilityId),
      );
    expect(await refusedWithoutTrace(world, async () => put(1))).toMatchObject({ code: 'not-found' });
    expect(value(await put(null))).toEqual({ siteOfferId: `${facilityId}-MRI`, version: 1 });
    expect(await refusedWithoutTrace(world, async () => put(null))).toMatchObject({ code: 'stale-version' });
    expect(value(await put(1, { feeCents: 5000 }))).toMatchObject({ version: 2 });
    await saysTheSame(facilityId);
    expect(firstBreak(await world.store.audit.of(`${facilityId}-MRI`))).toBeNull();
  });

  test('says of its facility what is true, even when a vetting comes in between', async () => {
    const facilityId = await claimed({ siteOffers: [] });
    value(await confirm(facilityId));
    const ports = interrupted(world.ports, async () => vet(facilityId));
    const put = { facilityId, discipline: 'CT', version: null, terms: someTerms() } as const;
    value(await putSiteOffer(ports)(put, facilityContact(facilityId)));
    const written = await world.store.siteOffers.get(`${facilityId}-CT`);
    expect(written).toMatchObject({ facility: { open: true } });
    await saysTheSame(facilityId);
  });

  test('is refused with training windows that overlap', async () => {
    await seedSite(world);
    const terms = someTerms({ windows: overlapping });
    const put = { facilityId: 'fac_birch', discipline: 'CT', version: 1, terms } as const;
    const act = async () => putSiteOffer(world.ports)(put, facilityContact('fac_birch'));
    expect(await refusedWithoutTrace(world, act)).toMatchObject({ code: 'invalid-input', field: 'terms.windows[1]' });
  });

  test('cannot be written for a facility that left', async () => {
    await seedSite(world, { status: 'left' });
    const put = { facilityId: 'fac_birch', discipline: 'CT', version: 1, terms: someTerms() } as const;
    const act = async () => putSiteOffer(world.ports)(put, facilityContact('fac_birch'));
    expect(await refusedWithoutTrace(world, act)).toMatchObject({ code: 'action-not-possible' });
  });
});

describe('an intake', () => {
  const by = facilityContact('fac_birch');
  const edit = async (change: object) =>
    editIntake(world.ports)(
      { facilityId: 'fac_birch', intakeId: 'fac_birch-CT-k3f9', version: 1, ...dates, closed: false, ...change },
      by,
    );

  test('is added to a site offer that is there', async () => {
    await seedSite(world);
    const added = value(await addIntake(world.ports)({ facilityId: 'fac_birch', discipline: 'CT', ...dates }, by));
    expect(await world.store.intakes.get(added.intakeId)).toMatchObject({ ...dates, seatsTaken: 0, closed: false });
    expect(await auditOf(world, added.intakeId)).toEqual(['add']);
    const without = async () => addIntake(world.ports)({ facilityId: 'fac_birch', discipline: 'VS', ...dates }, by);
    expect(await refusedWithoutTrace(world, without)).toMatchObject({ code: 'not-found', field: 'discipline' });
  });

  test('is edited by its own facility only', async () => {
    await seedSite(world);
    await seedSite(world, { facilityId: 'fac_cedar' });
    expect(await refusedWithoutTrace(world, async () => edit({ facilityId: 'fac_cedar' }))).toMatchObject({
      code: 'not-found',
    });
  });

  test('never has fewer seats than are taken, not even when one is taken in between', async () => {
    await seedSite(world, { intake: { seats: 3, seatsTaken: 1 } });
    value(await edit({ seats: 1 }));
    expect(await refusedWithoutTrace(world, async () => edit({ version: 1, seats: 2 }))).toMatchObject({
      code: 'stale-version',
    });

    world = await aWorld();
    await seedSite(world, { intake: { seats: 3, seatsTaken: 1 } });
    const intake = await world.store.intakes.get('fac_birch-CT-k3f9');
    if (intake === null) throw new Error('no intake');
    const ports = interrupted(world.ports, async () => world.store.commit([world.store.intakes.takeSeat(intake)]));
    const fewer = { facilityId: 'fac_birch', intakeId: intake.id, version: 1, ...dates, seats: 1, closed: false };
    expect(refusal(await editIntake(ports)(fewer, by))).toMatchObject({ code: 'invalid-input', field: 'seats' });
    expect(await world.store.intakes.get(intake.id)).toMatchObject({ seats: 3, seatsTaken: 2 });
  });

  test('does not end before it starts', async () => {
    await seedSite(world);
    expect(await refusedWithoutTrace(world, async () => edit({ endsOn: '2027-01-03' }))).toMatchObject({
      code: 'invalid-input',
      field: 'endsOn',
    });
  });

  test('that is closed is found no more, and keeps who is in it', async () => {
    await seedSite(world, { intake: { seatsTaken: 1 } });
    value(await edit({ closed: true }));
    expect(await found()).toBe(0);
    expect(await seatsTaken(world)).toBe(1);
  });
});

const leave = async (ports = world.ports) =>
  leaveFacility(ports)({ facilityId: 'fac_birch' }, facilityContact('fac_birch'));
const statuses = async () =>
  Promise.all([0, 1, 2].map(async (index) => (await offerNow(world, `req_alder${index}-1`)).status));

describe('a facility that leaves', () => {
  beforeEach(async () => {
    await seedSite(world, { intake: { seats: 9 } });
    for (const [index, status] of (['made', 'accepted', 'introduced'] as const).entries()) {
      const requestId = `req_alder${index}`;
      await seedRequest(world, aRequest({ id: requestId, personKey: `person-${index}`, status: 'approved' }));
      await seedOffer(world, anOffer({ id: `${requestId}-1`, requestId, status }));
    }
  });
  test('is gone at once, its open offers are cancelled, and who was introduced stays so', async () => {
    expect(value(await leave())).toMatchObject({ status: 'left' });
    expect(await found()).toBe(0);
    expect(await statuses()).toEqual(['cancelled', 'cancelled', 'introduced']);
    expect(await seatsTaken(world)).toBe(1);
    expect(await mailsAbout(world, 'req_alder0-1')).toEqual(['offer-cancelled-facility']);
  });

  test('and is interrupted on the way can leave again to finish', async () => {
    const { commit } = world.store;
    let commits = 0;
    const dying: typeof commit = async (writes, idempotency) => {
      commits += 1;
      if (commits === 2) throw new Error('the process was killed');
      return commit(writes, idempotency);
    };
    await expect(leave({ ...world.ports, store: { ...world.store, commit: dying } })).rejects.toThrow('killed');
    expect(await found()).toBe(0);
    expect(value(await leave())).toMatchObject({ status: 'left' });
    expect(await statuses()).toEqual(['cancelled', 'cancelled', 'introduced']);
  });
});

test('a facility and the coordinators see what it offers and was offered; the coordinators also what was done', async () => {
  await seedSite(world);
  const facilityId = 'fac_birch';
  value(await pauseFacility(world.ports)({ facilityId }, facilityContact(facilityId)));
  const page = value(await readFacility(world.ports)({ facilityId }, facilityContact(facilityId)));
  expect(page).toMatchObject({
    status: 'paused',
    zip: '02139',
    siteOffers: [{ discipline: 'CT', intakes: [{ seats: 2 }] }],
  });
  expect(value(await readFacilityCase(world.ports)({ facilityId }, coordinator)).audit).toMatchObject([
    { action: 'pause', actor: { kind: 'facility', id: facilityId } },
  ]);
});
