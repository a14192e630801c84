import { beforeEach, describe, expect, test } from 'vitest';
import { routes } from '../../shared/contracts/routes.ts';
import { disciplines } from '../../shared/domain/discipline.ts';
import type { Facility } from '../../shared/domain/facility.ts';
import { TechnologistContact, Wishes } from '../../shared/domain/placement-request.ts';
import { whyNotDue } from '../../shared/email/still-due.ts';
import { composeLetter } from '../../shared/email/compose.ts';
import { loadSubject } from '../../shared/email/subject.ts';
import { approveRequest } from '../../shared/usecases/approve-shortlist.ts';
import { cancelOfferAsFacility } from '../../shared/usecases/cancel-offer.ts';
import { confirmRequest } from '../../shared/usecases/confirm-request.ts';
import { consentToIntroduction } from '../../shared/usecases/consent.ts';
import { matchRequest } from '../../shared/usecases/match-request.ts';
import { pauseFacility } from '../../shared/usecases/pause-facility.ts';
import { readBrief } from '../../shared/usecases/read-brief.ts';
import { reportStartAsTechnologist } from '../../shared/usecases/report-start.ts';
import { readCase } from '../../shared/usecases/review.ts';
import { submitRequest } from '../../shared/usecases/submit-request.ts';
import { withdrawRequest } from '../../shared/usecases/withdraw-request.ts';
import { anEmployment, anOffer, aPlace, aRequest, someWishes } from '../support/builders.ts';
import { aDesk } from '../support/mail-samples.ts';
import {
  anyone,
  aWorld,
  coordinator,
  facilityContact,
  offerNow,
  refusedWithoutTrace,
  requestNow,
  seatsTaken,
  seedOffer,
  seedRequest,
  seedSite,
  technologist,
  value,
  type World,
} from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const candidatesOf = async (requestId = 'req_alder1') =>
  value(await readCase(world.ports)({ requestId }, coordinator)).candidates;

const approve = async (intakeId: string, requestId = 'req_alder1') =>
  approveRequest(world.ports)({ requestId, version: 1, shortlist: [intakeId], reason: 'A named test.' }, coordinator);

test.each(disciplines)(
  'R1: %s is served: a request is accepted, confirmed, and matched with a site',
  async (discipline) => {
    await seedSite(world, { discipline });
    const held = ['radiography', 'mammography', 'sonography'] as const;
    const { requestId } = value(
      await submitRequest(world.ports)(
        {
          contact: { name: 'Alder Example', email: 'alder@example.org', phone: null },
          zip: '02115',
          wishes: someWishes({ discipline, credentials: held.map((credential) => ({ credential, expiresOn: null })) }),
        },
        anyone,
      ),
    );
    value(await confirmRequest(world.ports)({ requestId }, technologist(requestId)));
    value(await matchRequest(world.ports)(requestId));
    expect(await requestNow(world, requestId)).toMatchObject({ status: 'in-review', match: { candidates: 1 } });
  },
);

const employed = async (contactConsent: 'yes' | 'no' | 'unknown') => {
  await seedSite(world);
  await seedSite(world, { facilityId: 'fac_employer' });
  await seedRequest(world, aRequest({ wishes: someWishes({ employment: anEmployment({ contactConsent }) }) }));
};

describe('R3: the employer comes first, and hears of its employee only with the employee’s consent', () => {
  test('with consent it stands at the top', async () => {
    await employed('yes');
    expect((await candidatesOf()).map(({ track }) => track)).toEqual(['employer', 'other-provider']);
  });

  test.each(['no', 'unknown'] as const)(
    'with consent "%s" it is not contacted, by no other track either',
    async (consent) => {
      await employed(consent);
      expect(
        (await candidatesOf()).filter(({ facilityId, track }) => facilityId === 'fac_employer' && track !== 'employer'),
      ).toEqual([]);
      expect(await refusedWithoutTrace(world, async () => approve('fac_employer-CT-k3f9'))).toMatchObject({
        code: 'consent-missing',
      });
    },
  );
});

describe('R21: only vetted facilities that opted in are matched or contacted', () => {
  const closed: readonly Facility['status'][] = ['claimed', 'awaiting-vetting', 'paused', 'refused', 'expired', 'left'];

  test.each(closed)('not while it is %s', async (status) => {
    await seedSite(world, { status });
    await seedRequest(world);
    expect(await candidatesOf()).toEqual([]);
    expect((await refusedWithoutTrace(world, async () => approve('fac_birch-CT-k3f9'))).code).toBe('facility-not-open');
  });

  test('not in a discipline in which it did not opt in', async () => {
    await seedSite(world, { terms: { optedIn: false } });
    await seedRequest(world);
    expect(await candidatesOf()).toEqual([]);
    expect((await refusedWithoutTrace(world, async () => approve('fac_birch-CT-k3f9'))).code).toBe('site-not-matching');
  });

  test('a pause acts at once, on mail that is queued already', async () => {
    await seedSite(world);
    await seedRequest(world);
    value(await approve('fac_birch-CT-k3f9'));
    value(await pauseFacility(world.ports)({ facilityId: 'fac_birch' }, facilityContact('fac_birch')));
    const [brief] = await world.store.outbox.ofSubject('req_alder1-1');
    const subject = brief && (await loadSubject(world.store, brief));
    expect(brief && subject && whyNotDue(brief, subject, world.clock.time)).toBe('facility-paused');
  });
});

describe('R28: connections give no advantage: the first look holds nothing of the person', () => {
  const person = { name: 'Zephyrine Quillfeather', email: 'zephyrine@quill.example.org', phone: '555-0199-77' };
  const personal = [...Object.values(person), 'Zephyrine', 'Quillfeather', '03824', 'Northwood', 'Juniper General'];

  test('a request has no field for a photo, a referral or a connection', () => {
    expect(Object.keys(TechnologistContact.unwrap().shape).toSorted()).toEqual(['email', 'name', 'phone']);
    expect(
      Wishes.unwrap()
        .keyof()
        .options.filter((field) => /photo|picture|refer|connection|recommend|contact/i.test(field)),
    ).toEqual([]);
  });

  test('neither the brief nor its mail tells name, contact, town, ZIP or employer, or anything that was named for others', async () => {
    await seedSite(world);
    const employment = anEmployment({ contactConsent: 'no', nameInBrief: true });
    const namedSite = { name: 'Rowan Hospital of Quillfeather', town: 'Northwood', email: person.email };
    await seedRequest(
      world,
      aRequest({
        contact: person,
        home: aPlace({ zip: '03824', town: 'Northwood' }),
        wishes: someWishes({ employment, namedSite }),
      }),
    );
    value(await approve('fac_birch-CT-k3f9'));
    const offerId = 'req_alder1-1';
    const brief = JSON.stringify(value(await readBrief(world.ports)({ offerId }, facilityContact('fac_birch'))));
    const [mail] = await world.store.outbox.ofSubject(offerId);
    const subject = mail && (await loadSubject(world.store, mail));
    if (mail === undefined || subject === null || subject === undefined) throw new Error('no brief was queued');
    const letter = await composeLetter(aDesk, mail, subject);
    for (const told of [brief, letter.text, letter.html, letter.subject])
      for (const secret of personal) expect(told).not.toContain(secret);
  });
});

describe('R29: placements are not traded', () => {
  const others = ['req_birch2', 'req_birch2-1'] as const;

  beforeEach(async () => {
    await seedSite(world);
    for (const [id, personKey] of [
      ['req_alder1', 'person-alder'],
      ['req_birch2', 'person-birch'],
    ] as const)
      await seedRequest(world, aRequest({ id, personKey, status: 'approved', offersMade: 1 }));
    for (const requestId of ['req_alder1', 'req_birch2'])
      await seedOffer(world, anOffer({ id: `${requestId}-1`, requestId, status: 'introduced' }));
  });

  test('who holds one link takes no step with the other’s seat', async () => {
    const [, offerId] = others;
    const mine = technologist('req_alder1');
    for (const step of [
      async () => consentToIntroduction(world.ports)({ requestId: 'req_alder1', offerId }, mine),
      async () => reportStartAsTechnologist(world.ports)({ requestId: 'req_alder1', offerId }, mine),
      async () =>
        cancelOfferAsFacility(world.ports)(
          { facilityId: 'fac_other9', offerId, comment: null },
          facilityContact('fac_other9'),
        ),
    ])
      expect((await refusedWithoutTrace(world, step)).code).toBe('not-found');
  });

  test('who gives a place back gives it to nobody: the seat is free, and the others stand as before', async () => {
    const before = await offerNow(world, 'req_birch2-1');
    value(await withdrawRequest(world.ports)({ requestId: 'req_alder1' }, technologist('req_alder1')));
    expect(await seatsTaken(world)).toBe(1);
    expect(await offerNow(world, 'req_birch2-1')).toEqual(before);
    expect((await requestNow(world, 'req_birch2')).version).toBe(1);
  });

  test('no route of technologists or facilities names a second person or gives a seat to somebody', () => {
    const byPeople = routes.filter(({ access }) => access.by !== 'sign-in' && access.by !== 'session');
    const named = byPeople.flatMap(({ id, params, body }) => {
      const fields = [
        ...Object.keys(params?.shape ?? {}),
        ...Object.keys(body?.toJSONSchema({ io: 'input' })['properties'] ?? {}),
      ];
      return fields
        .filter((field) => /request|person|technologist|swap|transfer|shortlist/i.test(field))
        .map((field) => `${id}.${field}`);
    });
    expect(named).toEqual([]);
  });
});
