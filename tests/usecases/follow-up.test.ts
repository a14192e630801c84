import { beforeEach, describe, expect, test } from 'vitest';
import type { Offer } from '../../shared/domain/offer.ts';
import { answerBrief, undoAnswer } from '../../shared/usecases/answer-brief.ts';
import { approveRequest } from '../../shared/usecases/approve-shortlist.ts';
import { askAboutBrief, replyToQuestion } from '../../shared/usecases/brief-questions.ts';
import { runDeadlines } from '../../shared/usecases/deadlines.ts';
import { leaveFacility } from '../../shared/usecases/leave-facility.ts';
import { pauseFacility } from '../../shared/usecases/pause-facility.ts';
import { reportStartAsFacility, reportStartAsTechnologist } from '../../shared/usecases/report-start.ts';
import { anOffer, aRequest } from '../support/builders.ts';
import {
  aWorld,
  coordinator,
  facilityContact,
  mailsAbout,
  offerNow,
  seedOffer,
  seedRequest,
  seedSite,
  technologist,
  value,
  type World,
} from '../support/world.ts';

const requestId = 'req_alder1';
const offerId = 'req_alder1-1';
const facilityId = 'fac_birch';
const byFacility = facilityContact(facilityId);

let world: World;
beforeEach(async () => {
  world = await aWorld();
  await seedSite(world);
});

/** The clock's run at an instant, and the kinds of all mails about the offer by then. */
const mailsAt = async (time: string) => {
  world.clock.time = time;
  expect(await runDeadlines(world.ports)()).toMatchObject({ missed: [] });
  return mailsAbout(world, offerId);
};

const approve = async () => {
  await seedRequest(world);
  const approval = { requestId, version: 1, shortlist: ['fac_birch-CT-k3f9'], reason: null };
  value(await approveRequest(world.ports)(approval, coordinator));
};

describe('a brief without an answer', () => {
  beforeEach(approve);

  test('is brought to mind at half of its time and a day before its end, and then no more', async () => {
    expect(await mailsAt('2026-12-05T02:59:59.999Z')).not.toContain('brief-reminder');
    expect(await mailsAt('2026-12-05T03:00:00.000Z')).toEqual(['brief', 'brief-reminder', 'shortlist-ready']);
    expect(await mailsAt('2026-12-07T14:59:59.999Z')).toHaveLength(3);
    expect((await mailsAt('2026-12-07T15:00:00.000Z')).filter((kind) => kind === 'brief-reminder')).toHaveLength(2);
    expect(await offerNow(world)).toMatchObject({ nextMail: null, status: 'made' });
    expect((await mailsAt('2026-12-08T15:00:00.000Z')).filter((kind) => kind === 'brief-reminder')).toHaveLength(2);
    expect(await offerNow(world)).toMatchObject({ status: 'lapsed' });
  });

  test('is brought to mind with the link of the first mail, which goes on working', async () => {
    await mailsAt('2026-12-05T03:00:00.000Z');
    const { linkVersion } = await offerNow(world);
    const mails = await world.store.outbox.ofSubject(offerId);
    const links = mails
      .filter(({ kind }) => kind.startsWith('brief'))
      .map((mail) => [mail.linkVersion, mail.linkExpiresAt]);
    expect(links).toEqual([
      [linkVersion, '2026-12-08T15:00:00.000Z'],
      [linkVersion, '2026-12-08T15:00:00.000Z'],
    ]);
  });

  test.for<[string, () => Promise<unknown>]>([
    ['a yes', async () => answerBrief(world.ports)({ offerId, answer: 'yes' }, byFacility)],
    [
      'a no',
      async () => answerBrief(world.ports)({ offerId, answer: 'no', reason: 'dates', comment: null }, byFacility),
    ],
    [
      'a question that waits for our reply',
      async () => askAboutBrief(world.ports)({ offerId, question: 'When?' }, byFacility),
    ],
    ['a pause', async () => pauseFacility(world.ports)({ facilityId }, byFacility)],
    ['an opt-out', async () => leaveFacility(world.ports)({ facilityId }, byFacility)],
  ])('is not brought to mind after %s', async ([, act]) => {
    await act();
    await mailsAt('2026-12-05T03:00:00.000Z');
    expect(await mailsAt('2026-12-07T15:00:00.000Z')).not.toContain('brief-reminder');
  });

  test.for<[string, () => Promise<unknown>]>([
    [
      'a reply',
      async () => {
        value(await askAboutBrief(world.ports)({ offerId, question: 'When?' }, byFacility));
        const { version } = await offerNow(world);
        world.clock.time = '2026-12-07T15:00:00.000Z';
        value(await replyToQuestion(world.ports)({ offerId, version, reply: 'In May.' }, coordinator));
      },
    ],
    [
      'a yes that was taken back',
      async () => {
        world.clock.time = '2026-12-07T14:45:00.000Z';
        value(await answerBrief(world.ports)({ offerId, answer: 'yes' }, byFacility));
        world.clock.time = '2026-12-07T15:00:00.000Z';
        value(await undoAnswer(world.ports)({ offerId }, byFacility));
      },
    ],
  ])('is brought to mind anew after %s', async ([, act]) => {
    await act();
    expect(await offerNow(world)).toMatchObject({ nextMail: { at: '2026-12-11T03:00:00.000Z', last: false } });
    expect(await mailsAt('2026-12-11T03:00:00.000Z')).toContain('brief-reminder');
  });

  test.for([
    [0, []],
    [1, ['brief-reminder']],
  ] as const)('is brought to mind as often as the stage says: %i times', async ([reminders, kinds]) => {
    world = await aWorld();
    world = { ...world, ports: { ...world.ports, periods: { ...world.ports.periods, reminders } } };
    await seedSite(world);
    await approve();
    await mailsAt('2026-12-05T03:00:00.000Z');
    const mails = await mailsAt('2026-12-07T15:00:00.000Z');
    expect(mails.filter((kind) => kind === 'brief-reminder')).toEqual(kinds);
  });

  test('is brought to mind once where its time is short', async () => {
    world = await aWorld();
    world = { ...world, ports: { ...world.ports, periods: { ...world.ports.periods, answerDays: 2 } } };
    await seedSite(world);
    await approve();
    expect(await mailsAt('2026-12-02T15:00:00.000Z')).toContain('brief-reminder');
    expect(await offerNow(world)).toMatchObject({ nextMail: null });
  });
});

const begin = async (offer: Offer) => {
  await seedRequest(world, aRequest({ status: offer.status === 'started' ? 'placed' : 'approved', offersMade: 1 }));
  await seedOffer(world, offer);
};
const moveIntake = async (dates: { readonly startsOn?: string; readonly endsOn?: string }) => {
  const intake = await world.store.intakes.get('fac_birch-CT-k3f9');
  if (intake === null) throw new Error('no intake');
  value(await world.store.commit([world.store.intakes.update(intake, { ...intake, ...dates, version: 2 })]));
};

const asked = async (time: string) => (await mailsAt(time)).filter((kind) => kind.startsWith('placement-start')).length;

describe('after an introduction', () => {
  beforeEach(async () => {
    await begin(anOffer({ status: 'accepted', introduceAt: '2026-12-01T15:30:00.000Z' }));
    await mailsAt('2026-12-01T15:30:00.000Z');
  });
  const byTechnologist = technologist(requestId);

  test('both are asked on the first day whether it begins, once more a week later, and then no more', async () => {
    expect(await asked('2027-01-04T14:59:59.999Z')).toBe(0);
    expect(await asked('2027-01-04T15:00:00.000Z')).toBe(2);
    expect(await asked('2027-01-11T14:59:59.999Z')).toBe(2);
    expect(await asked('2027-01-11T15:00:00.000Z')).toBe(4);
    expect(await offerNow(world)).toMatchObject({ status: 'introduced', nextMail: null });
  });

  test('whoever has said it is not asked', async () => {
    value(await reportStartAsFacility(world.ports)({ facilityId, offerId }, byFacility));
    expect(await mailsAt('2027-01-04T15:00:00.000Z')).toContain('placement-start-technologist');
    expect(await mailsAbout(world, offerId)).not.toContain('placement-start-facility');
  });

  test('nobody is asked once both have said it', async () => {
    value(await reportStartAsFacility(world.ports)({ facilityId, offerId }, byFacility));
    value(await reportStartAsTechnologist(world.ports)({ requestId, offerId }, byTechnologist));
    expect(await asked('2027-01-04T15:00:00.000Z')).toBe(0);
  });

  test('a first day that was moved is obeyed', async () => {
    await moveIntake({ startsOn: '2027-02-01' });
    expect(await asked('2027-01-04T15:00:00.000Z')).toBe(0);
    expect(await asked('2027-02-01T15:00:00.000Z')).toBe(2);
  });

  test('a facility that paused is still asked about what it is part of; one that left is not', async () => {
    value(await pauseFacility(world.ports)({ facilityId }, byFacility));
    expect(await asked('2027-01-04T15:00:00.000Z')).toBe(2);
    value(await leaveFacility(world.ports)({ facilityId }, byFacility));
    expect(await asked('2027-01-11T15:00:00.000Z')).toBe(3);
  });

  test('that comes after the first day, both have two days first', async () => {
    const late = anOffer({ id: 'req_alder1-2', status: 'accepted', introduceAt: '2027-01-20T15:30:00.000Z' });
    await seedOffer(world, late);
    world.clock.time = '2027-01-20T15:30:00.000Z';
    await runDeadlines(world.ports)();
    expect(await offerNow(world, 'req_alder1-2')).toMatchObject({
      nextMail: { at: '2027-01-22T15:30:00.000Z', last: false },
    });
  });
});

const ended = async (time: string) =>
  (await mailsAt(time)).filter((kind) => kind.startsWith('completion-question')).length;

describe('after the planned end', () => {
  beforeEach(async () =>
    begin(anOffer({ status: 'started', nextMail: { at: '2027-03-27T15:00:00.000Z', last: false } })),
  );

  test('both are asked whether it is over, once more two weeks later, and then no more', async () => {
    expect(await ended('2027-03-27T14:59:59.999Z')).toBe(0);
    expect(await ended('2027-03-27T15:00:00.000Z')).toBe(2);
    expect(await ended('2027-04-10T15:00:00.000Z')).toBe(4);
    expect(await offerNow(world)).toMatchObject({ status: 'started', nextMail: null });
    expect(await ended('2027-08-10T15:00:00.000Z')).toBe(4);
  });

  test('an end that was moved is obeyed', async () => {
    await moveIntake({ endsOn: '2027-04-30' });
    expect(await ended('2027-03-27T15:00:00.000Z')).toBe(0);
    expect(await ended('2027-05-01T15:00:00.000Z')).toBe(2);
  });
});
