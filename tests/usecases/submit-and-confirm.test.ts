import { beforeEach, describe, expect, test } from 'vitest';
import { confirmRequest } from '../../shared/usecases/confirm-request.ts';
import { claimFacility } from '../../shared/usecases/claim-facility.ts';
import { submitRequest } from '../../shared/usecases/submit-request.ts';
import { withdrawRequest } from '../../shared/usecases/withdraw-request.ts';
import { firstBreak } from '../../shared/domain/audit.ts';
import type { Wishes } from '../../shared/domain/placement-request.ts';
import { aFacility, anEmployment, aProgram, someWishes, weekly } from '../support/builders.ts';
import {
  anyone,
  auditOf,
  aWorld,
  mailsAbout,
  refusal,
  refusedWithoutTrace,
  requestNow,
  seedSite,
  technologist,
  value,
  type World,
} from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const contact = { name: 'Alder Example', email: 'alder@example.org', phone: null };
const submit = async (email = contact.email, wishes: Partial<Wishes> = {}, zip = '02115') =>
  submitRequest(world.ports)({ contact: { ...contact, email }, zip, wishes: someWishes(wishes) }, anyone);
const submitted = async (email?: string) => value(await submit(email)).requestId;
const confirm = async (requestId: string) => confirmRequest(world.ports)({ requestId }, technologist(requestId));
const wasAsked = async (requestId: string) => (await mailsAbout(world, requestId)).includes('confirm-request');

type Refused = [what: string, wishes: Partial<Wishes>, zip: string, code: string, field: string];

/** The third window begins before the night from Sunday to Monday is over. */
const overlapping = [
  ...weekly('wed', '08:00', '16:00'),
  ...weekly('sun', '22:00', '06:00'),
  ...weekly('mon', '05:59', '12:00'),
];
const block = (from: string, to: string) => ({ from: `2027-01-${from}`, to: `2027-01-${to}` });

describe('a submitted request', () => {
  test('is kept where its ZIP code is, and its address is asked to confirm', async () => {
    const id = await submitted();
    expect(await requestNow(world, id)).toMatchObject({
      status: 'submitted',
      version: 1,
      home: { zip: '02115', state: 'MA', zone: 'America/New_York' },
      confirmBy: '2026-12-03T15:00:00.000Z',
    });
    expect(await mailsAbout(world, id)).toEqual(['confirm-request']);
    expect(await auditOf(world, id)).toEqual(['submit']);
  });

  test('is kept in the zone that it says, where the windows are meant so', async () => {
    const zone = 'America/Chicago';
    const said = { contact, zip: '02115', zone, wishes: someWishes() };
    const { requestId } = value(await submitRequest(world.ports)(said, anyone));
    expect((await requestNow(world, requestId)).home).toMatchObject({ zip: '02115', zone });
  });

  test('may have windows that touch, free hours during shifts, and a credential that is not listed', async () => {
    const wishes = {
      availability: [...weekly('mon', '00:00', '00:00'), ...weekly('tue', '00:00', '12:00')],
      otherShifts: weekly('mon', '08:00', '16:00'),
      credentials: [{ credential: 'other' as const, expiresOn: null }],
    };
    expect(value(await submit(contact.email, wishes)).status).toBe('submitted');
  });

  test('may name a program and an employer of the service', async () => {
    await seedSite(world, { facilityId: 'fac_employer' });
    value(await world.store.commit([world.store.programs.create(aProgram())]));
    const wishes = { programId: 'prg_cedar', employment: anEmployment() };
    expect(value(await submit(contact.email, wishes)).status).toBe('submitted');
  });

  test.for<Refused>([
    ['an unknown ZIP code', {}, '00000', 'unknown-place', 'zip'],
    [
      'dates that contradict each other',
      { earliestStart: '2027-02-01', latestEnd: '2027-01-31' },
      '02115',
      'invalid-input',
      'wishes.latestEnd',
    ],
    ['an unknown program', { programId: 'prg_unknown' }, '02115', 'invalid-input', 'wishes.programId'],
    [
      'an unknown employer',
      { employment: anEmployment({ facilityId: 'fac_unknown' }) },
      '02115',
      'invalid-input',
      'wishes.employment.facilityId',
    ],
    ...(
      [
        ['free windows that overlap', { availability: overlapping }, 'wishes.availability[2]'],
        ['no free windows and no blocks', { availability: [] }, 'wishes.availability'],
        ['nothing said of free windows, and no blocks', { availability: null }, 'wishes.availability'],
        ['blocks that overlap', { blocks: [block('11', '24'), block('24', '30')] }, 'wishes.blocks[1]'],
        [
          'regular shifts that overlap',
          { employment: anEmployment({ facilityId: null, regularHours: { kind: 'weekly', windows: overlapping } }) },
          'wishes.employment.regularHours.windows[2]',
        ],
        [
          'adjusted shifts that overlap',
          {
            employment: anEmployment({
              facilityId: null,
              adjustment: { status: 'unanswered', hours: overlapping },
            }),
          },
          'wishes.employment.adjustment.hours[2]',
        ],
        ['shifts elsewhere that overlap', { otherShifts: overlapping }, 'wishes.otherShifts[2]'],
        [
          'shifts at two employers at once',
          {
            employment: anEmployment({ facilityId: null }),
            otherShifts: [...weekly('mon', '16:00', '20:00'), ...weekly('tue', '15:00', '19:00')],
          },
          'wishes.otherShifts[1]',
        ],
        [
          'a discipline to which no credential admits',
          { discipline: 'BS', credentials: [{ credential: 'nuclear-medicine', expiresOn: null }] },
          'wishes.discipline',
        ],
      ] satisfies [string, Partial<Wishes>, string][]
    ).map(([what, wishes, field]): Refused => [what, wishes, '02115', 'invalid-input', field]),
  ])('is refused with %s, naming the field', async ([, wishes, zip, code, field]) => {
    const refused = await refusedWithoutTrace(world, async () => submit(contact.email, wishes, zip));
    expect(refused).toMatchObject({ code, field });
  });
});

describe('a confirmed request', () => {
  test('waits to be matched, and its technologist hears that it was received', async () => {
    const id = await submitted();
    expect(value(await confirm(id))).toEqual({ requestId: id, status: 'confirmed' });
    expect(await mailsAbout(world, id)).toEqual(['confirm-request', 'request-received']);
    expect(firstBreak(await world.store.audit.of(id))).toBeNull();
    expect(await auditOf(world, id)).toEqual(['submit', 'confirm']);
  });

  test('is confirmed once', async () => {
    const id = await submitted();
    await confirm(id);
    expect(await refusedWithoutTrace(world, async () => confirm(id))).toMatchObject({ code: 'action-not-possible' });
  });

  test('cannot be confirmed when the time to do so is over', async () => {
    const id = await submitted();
    world.pass(48, 'hour');
    expect(await refusedWithoutTrace(world, async () => confirm(id))).toMatchObject({ code: 'action-not-possible' });
  });
});

describe('an address that has not answered', () => {
  test('gets one confirmation mail a day, whatever is submitted or claimed under it', async () => {
    const first = await submitted();
    const second = await submitted();
    const other = await submitted('Alder+again@Example.org'.toLowerCase());
    const claim = value(
      await claimFacility(world.ports)(
        {
          profile: aFacility().profile,
          contact: { ...aFacility().contact, email: contact.email },
          zip: '02139',
          siteOffers: [],
        },
        anyone,
      ),
    );
    expect(await wasAsked(first)).toBe(true);
    expect(await wasAsked(second)).toBe(false);
    expect(await wasAsked(other)).toBe(false);
    expect(await mailsAbout(world, claim.facilityId)).toEqual([]);
  });

  test('gets one on the next day', async () => {
    await submitted();
    world.pass(1, 'day');
    expect(await wasAsked(await submitted())).toBe(true);
  });

  test('cannot be told apart from any other by the answer', async () => {
    const answers = [await submit(), await submit(), await submit('new@example.org')].map(value);
    expect(answers.map(({ status }) => status)).toEqual(['submitted', 'submitted', 'submitted']);
    expect(new Set(answers.map((answer) => Object.keys(answer).join())).size).toBe(1);
  });

  test('keeps nobody else from being asked', async () => {
    await submitted();
    expect(await wasAsked(await submitted('birch@example.org'))).toBe(true);
  });
});

describe('an address that answered', () => {
  test('is sent the mail that was held back the longest, one for each confirmation', async () => {
    const first = await submitted();
    world.pass(1, 'minute');
    const second = await submitted();
    world.pass(1, 'minute');
    const third = await submitted();

    value(await confirm(first));
    expect([await wasAsked(second), await wasAsked(third)]).toEqual([true, false]);
    value(await confirm(second));
    expect(await wasAsked(third)).toBe(true);
  });

  test('is not asked to confirm what has expired', async () => {
    const first = await submitted();
    const held = await submitted();
    world.pass(1, 'day');
    const fresh = await submitted();
    world.pass(1, 'day');
    value(await confirm(fresh));
    expect([await wasAsked(first), await wasAsked(held)]).toEqual([true, false]);
  });

  test('is asked at once about another request of the same day', async () => {
    value(await confirm(await submitted()));
    expect(await wasAsked(await submitted())).toBe(true);
  });
});

describe('one person', () => {
  test('has two open requests at most, and learns so when confirming a third', async () => {
    const ids = [await submitted(), await submitted(), await submitted()];
    value(await confirm(ids[0] ?? ''));
    value(await confirm(ids[1] ?? ''));
    const third = async () => confirm(ids[2] ?? '');
    expect(await refusedWithoutTrace(world, third)).toMatchObject({ code: 'too-many-open-requests' });

    const requestId = ids[0] ?? '';
    value(await withdrawRequest(world.ports)({ requestId }, technologist(requestId)));
    expect(value(await third()).status).toBe('confirmed');
  });

  test('has two at most when three are confirmed at the same moment', async () => {
    const ids = [await submitted(), await submitted(), await submitted()];
    const results = await Promise.all(ids.map(confirm));
    expect(results.filter(({ ok }) => ok)).toHaveLength(2);
    expect(results.filter(({ ok }) => !ok).map((result) => refusal(result).code)).toEqual(['too-many-open-requests']);
  });

  test('is the same one with another plus-part', async () => {
    for (const email of ['alder+a@example.org', 'alder+b@example.org']) value(await confirm(await submitted(email)));
    const third = await submitted('alder+c@example.org');
    expect(refusal(await confirm(third))).toMatchObject({ code: 'too-many-open-requests' });
  });
});
