import { beforeEach, describe, expect, test } from 'vitest';
import { mailAccessLink } from '../../shared/usecases/access-links.ts';
import { confirmRequest } from '../../shared/usecases/confirm-request.ts';
import { editRequest } from '../../shared/usecases/edit-request.ts';
import { matchRequest } from '../../shared/usecases/match-request.ts';
import { createProgram, editProgram, listPrograms } from '../../shared/usecases/programs.ts';
import { holdRequest, noteEmployment, rejectRequest, resumeRequest } from '../../shared/usecases/review.ts';
import { submitRequest } from '../../shared/usecases/submit-request.ts';
import type { RequestStatus, Wishes } from '../../shared/domain/placement-request.ts';
import { ProgramTerms } from '../../shared/domain/program.ts';
import { aProgram, aRequest, someWishes, weekly } from '../support/builders.ts';
import {
  anyone,
  auditOf,
  aWorld,
  coordinator,
  mailsAbout,
  refusedWithoutTrace,
  requestNow,
  seedRequest,
  technologist,
  value,
  type World,
} from '../support/world.ts';

const requestId = 'req_alder1';
const by = technologist(requestId);

let world: World;
const begin = async (status: RequestStatus) => {
  world = await aWorld();
  await seedRequest(world, aRequest({ status }));
};
beforeEach(async () => begin('in-review'));

const edit = async (version: number, wishes: Partial<Wishes>, zip = '02115') =>
  editRequest(world.ports)({ requestId, version, zip, wishes: someWishes(wishes) }, by);

/** The zone that a request has after its home was said so. */
const zoneAfter = async (version: number, home: { zip: string; zone?: string }) => {
  value(await editRequest(world.ports)({ requestId, version, ...home, wishes: someWishes() }, by));
  return (await requestNow(world)).home.zone;
};

describe('an edited request', () => {
  test('takes over wishes and home, and is matched again', async () => {
    expect(value(await edit(1, { travelMiles: 90 }, '60601'))).toEqual({ requestId, status: 'confirmed' });
    expect(await requestNow(world)).toMatchObject({ wishes: { travelMiles: 90 }, home: { state: 'IL' }, version: 2 });
  });

  test('takes over the zone that is said, and keeps it until another one or another ZIP code is', async () => {
    expect(await zoneAfter(1, { zip: '02115', zone: 'America/Chicago' })).toBe('America/Chicago');
    expect(await zoneAfter(2, { zip: '02115' })).toBe('America/Chicago');
    expect(await zoneAfter(3, { zip: '02115', zone: 'America/New_York' })).toBe('America/New_York');
    expect(await zoneAfter(4, { zip: '85001' })).toBe('America/Phoenix');
  });

  test('stays on hold', async () => {
    await begin('on-hold');
    expect(value(await edit(1, { travelMiles: 90 })).status).toBe('on-hold');
  });

  test.for(['submitted', 'approved', 'placed', 'completed', 'expired', 'rejected', 'withdrawn'] as const)(
    'is refused while it is %s',
    async (status) => {
      await begin(status);
      expect(await refusedWithoutTrace(world, async () => edit(1, {}))).toMatchObject({ code: 'action-not-possible' });
    },
  );

  test('that was edited elsewhere meanwhile is refused, and told in what the two differ', async () => {
    value(await edit(1, { travelMiles: 90, commuteMiles: 50 }));
    const stale = async () => edit(1, { travelMiles: 20, paidOnly: true });
    expect(await refusedWithoutTrace(world, stale)).toMatchObject({
      code: 'stale-version',
      detail: expect.stringMatching(/differs from it in: travelMiles, commuteMiles, paidOnly\./) as string,
    });
  });

  test('is in no matching’s way: that changes no wish', async () => {
    await begin('confirmed');
    value(await matchRequest(world.ports)(requestId));
    expect(value(await edit(1, { travelMiles: 90 })).status).toBe('confirmed');
  });

  test('is refused of a version that never was', async () => {
    expect(await refusedWithoutTrace(world, async () => edit(7, {}))).toMatchObject({ code: 'stale-version' });
  });

  test.for<[Partial<Wishes>, string, object]>([
    [{}, '00000', { code: 'unknown-place', field: 'zip' }],
    [{ programId: 'prg_unknown' }, '02115', { field: 'wishes.programId' }],
    [
      { otherShifts: [...weekly('sat', '20:00', '08:00'), ...weekly('sun', '07:00', '09:00')] },
      '02115',
      { field: 'wishes.otherShifts[1]' },
    ],
    [
      { discipline: 'CT', credentials: [{ credential: 'sonography', expiresOn: null }] },
      '02115',
      { field: 'wishes.discipline' },
    ],
    [{ minWeeklyMinutes: 960, wantedWeeklyMinutes: 480 }, '02115', { field: 'wishes.wantedWeeklyMinutes' }],
  ])('with %o at %s is refused, naming the field', async ([wishes, zip, expected]) => {
    expect(await refusedWithoutTrace(world, async () => edit(1, wishes, zip))).toMatchObject(expected);
  });
});

describe('a coordinator', () => {
  const reason = 'Please send the date of your course.';

  test('puts a request on hold, with a reason that its technologist reads, and resumes it', async () => {
    expect(value(await holdRequest(world.ports)({ requestId, version: 1, reason }, coordinator))).toEqual({
      requestId,
      status: 'on-hold',
      version: 2,
    });
    expect(await requestNow(world)).toMatchObject({ reason, heldBy: 'coordinator-1' });
    expect(value(await resumeRequest(world.ports)({ requestId, version: 2 }, coordinator)).status).toBe('confirmed');
    expect(await mailsAbout(world, requestId)).toEqual(['request-status', 'request-status']);
    expect(await auditOf(world, requestId)).toEqual(['hold', 'resume']);
  });

  test('rejects a request: its person may open another one', async () => {
    value(await rejectRequest(world.ports)({ requestId, version: 1, reason }, coordinator));
    expect(await requestNow(world)).toMatchObject({ status: 'rejected', reason, rejectedBy: 'coordinator-1' });
    expect((await world.store.people.linkedTo('person-alder')).requests).toEqual([]);
  });

  test('notes that the employer confirmed the employment; the request is matched again', async () => {
    const noted = value(await noteEmployment(world.ports)({ requestId, version: 1, confirmed: true }, coordinator));
    expect(noted.status).toBe('confirmed');
    expect(await requestNow(world)).toMatchObject({ employmentConfirmed: true });
  });

  test('decides nothing on an older version, and is told what happened since', async () => {
    value(await edit(1, { travelMiles: 90 }));
    const reject = async () => rejectRequest(world.ports)({ requestId, version: 1, reason }, coordinator);
    expect(await refusedWithoutTrace(world, reject)).toMatchObject({
      code: 'stale-version',
      field: 'version',
      detail: 'It is at version 2 now. Since version 1: edit (technologist).',
    });
  });

  test('of two who decide at the same moment one is told so', async () => {
    const results = await Promise.all([
      holdRequest(world.ports)({ requestId, version: 1, reason }, coordinator),
      rejectRequest(world.ports)({ requestId, version: 1, reason }, coordinator),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await requestNow(world)).toMatchObject({ version: 2 });
  });

  test('keeps programs', async () => {
    const terms = ProgramTerms.parse(aProgram());
    const { programId } = value(await createProgram(world.ports)(terms, coordinator));
    const change = { programId, version: 1, terms: { ...terms, allowsContact: 'no' } } as const;
    expect(value(await editProgram(world.ports)(change, coordinator))).toEqual({ programId, version: 2 });
    expect(await refusedWithoutTrace(world, async () => editProgram(world.ports)(change, coordinator))).toMatchObject({
      code: 'stale-version',
    });
    expect(value(await listPrograms(world.ports)({}, coordinator)).items).toMatchObject([{ allowsContact: 'no' }]);
    expect(await auditOf(world, programId)).toEqual(['create', 'edit']);
  });
});

const statusMails = async (id: string) =>
  (await mailsAbout(world, id)).filter((kind) => kind === 'request-status').length;

describe('the status links of an address', () => {
  const email = 'alder@example.org';
  const ask = async (address = email) => value(await mailAccessLink(world.ports)({ email: address }, anyone));
  const submitted = async () => {
    const contact = { name: 'Alder Example', email, phone: null };
    const submission = { contact, zip: '02115', wishes: someWishes() };
    return value(await submitRequest(world.ports)(submission, anyone)).requestId;
  };
  const confirmed = async () => {
    const id = await submitted();
    value(await confirmRequest(world.ports)({ requestId: id }, technologist(id)));
    return id;
  };

  test('are mailed for its confirmed requests', async () => {
    const ids = [await confirmed(), await confirmed()];
    await ask();
    for (const id of ids) expect(await statusMails(id)).toBe(1);
  });

  test('are mailed twice a day at most, and again on the next', async () => {
    const id = await confirmed();
    for (let times = 0; times < 5; times += 1) await ask();
    expect(await statusMails(id)).toBe(2);
    world.pass(1, 'day');
    await ask();
    expect(await statusMails(id)).toBe(3);
  });

  test('are mailed twice a day at most also to five who ask at the same moment', async () => {
    const id = await confirmed();
    await Promise.all([1, 2, 3, 4, 5].map(async () => mailAccessLink(world.ports)({ email }, anyone)));
    expect(await statusMails(id)).toBeLessThanOrEqual(2);
  });

  test('are not mailed to an address that has not answered', async () => {
    const id = await submitted();
    await ask();
    expect(await mailsAbout(world, id)).toEqual(['confirm-request']);
  });

  test('are answered alike for every address', async () => {
    const known = [await confirmed()].length && (await ask());
    expect(await ask('nobody@example.org')).toEqual(known);
    for (let times = 0; times < 3; times += 1) expect(await ask()).toEqual(known);
  });
});
