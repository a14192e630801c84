import { beforeEach, describe, expect, test } from 'vitest';
import { answerBrief, undoAnswer } from '../../shared/usecases/answer-brief.ts';
import { askAboutBrief, replyToQuestion } from '../../shared/usecases/brief-questions.ts';
import { consentToIntroduction } from '../../shared/usecases/consent.ts';
import { runDeadlines } from '../../shared/usecases/deadlines.ts';
import { pauseFacility } from '../../shared/usecases/pause-facility.ts';
import { readBrief } from '../../shared/usecases/read-brief.ts';
import { readFacility } from '../../shared/usecases/read-facility.ts';
import { readRequest } from '../../shared/usecases/read-request.ts';
import type { Wishes } from '../../shared/domain/placement-request.ts';
import { anEmployment, anOffer, aRequest, someWishes } from '../support/builders.ts';
import {
  anyone,
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
  technologist,
  value,
  type World,
} from '../support/world.ts';

const offerId = 'req_alder1-1';
const byFacility = facilityContact('fac_birch');
const byTechnologist = technologist('req_alder1');

let world: World;
const begin = async (wishes: Partial<Wishes> = {}, offer = anOffer()) => {
  world = await aWorld();
  await seedSite(world);
  await seedRequest(world, aRequest({ status: 'approved', offersMade: 1, wishes: someWishes(wishes) }));
  await seedOffer(world, offer);
};
beforeEach(async () => begin());

const yes = async (ports = world.ports) => answerBrief(ports)({ offerId, answer: 'yes' }, byFacility);
const no = async () =>
  answerBrief(world.ports)({ offerId, answer: 'no', reason: 'dates', comment: 'Not before May.' }, byFacility);
const undo = async () => undoAnswer(world.ports)({ offerId }, byFacility);

const pause = async () => pauseFacility(world.ports)({ facilityId: 'fac_birch' }, byFacility);

describe('a yes', () => {
  test('leads to the introduction after the time to undo it', async () => {
    expect(value(await yes())).toEqual({ offerId, status: 'accepted' });
    expect(await offerNow(world)).toMatchObject({
      status: 'accepted',
      acceptedBy: 'facility',
      introduceAt: '2026-12-01T15:30:00.000Z',
      technologistConsent: 'given',
    });
    expect(await mailsAbout(world, offerId)).toEqual([]);
    expect(await seatsTaken(world)).toBe(1);
  });

  test('counts once', async () => {
    await yes();
    expect(await refusedWithoutTrace(world, yes)).toMatchObject({ code: 'action-not-possible' });
    expect(await refusedWithoutTrace(world, no)).toMatchObject({ code: 'action-not-possible' });
  });

  test('and a no at the same moment: one of them counts', async () => {
    const results = await Promise.all([yes(), no()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const { status } = await offerNow(world);
    expect(await seatsTaken(world)).toBe(status === 'accepted' ? 1 : 0);
  });

  test('can be taken back: the brief comes anew, with a new time to answer', async () => {
    await yes();
    world.pass(29, 'minute');
    expect(value(await undo())).toEqual({ offerId, status: 'made' });
    expect(await offerNow(world)).toMatchObject({ answerBy: '2026-12-08T15:29:00.000Z', linkVersion: 3 });
    expect(await mailsAbout(world, offerId)).toEqual(['brief']);
  });

  test('cannot be taken back when the introduction is on its way', async () => {
    await yes();
    world.pass(30, 'minute');
    expect(await refusedWithoutTrace(world, undo)).toMatchObject({ code: 'action-not-possible' });
  });

  test('is refused from a facility that paused', async () => {
    await pause();
    expect(refusal(await yes())).toMatchObject({ code: 'facility-not-open' });
    expect(await offerNow(world)).toMatchObject({ status: 'made' });
  });

  test('of a facility that pauses at the same moment leads to no introduction', async () => {
    value(await yes(interrupted(world.ports, pause)));
    world.pass(30, 'minute');
    await runDeadlines(world.ports)();
    expect(await offerNow(world)).toMatchObject({ status: 'cancelled' });
  });

  test('is refused when the time to answer is over', async () => {
    world.pass(7, 'day');
    expect(await refusedWithoutTrace(world, yes)).toMatchObject({ code: 'action-not-possible' });
  });

  test('asks the technologist whose standing consent ended since the brief was sent', async () => {
    await begin({ introductionConsent: { scope: 'shortlisted-facilities', until: '2026-12-03' } });
    world.pass(3, 'day');
    await yes();
    expect(await offerNow(world)).toMatchObject({ technologistConsent: 'awaited' });
    expect(await mailsAbout(world, offerId)).toEqual(['consent-question']);
  });

  test('asks nobody twice: a consent to this very offer does not end', async () => {
    const introductionConsent = { scope: 'ask-each-time' } as const;
    await begin({ introductionConsent }, anOffer({ technologistConsent: 'awaited' }));
    value(await consentToIntroduction(world.ports)({ requestId: 'req_alder1', offerId }, byTechnologist));
    world.pass(3, 'day');
    await yes();
    expect(await offerNow(world)).toMatchObject({ technologistConsent: 'given' });
    expect(await mailsAbout(world, offerId)).toEqual([]);
  });
});

describe('a no', () => {
  test('frees the seat and keeps the reason; the technologist is told of it with what follows', async () => {
    expect(value(await no())).toEqual({ offerId, status: 'declined' });
    expect(await offerNow(world)).toMatchObject({ reason: 'dates', comment: 'Not before May.' });
    expect(await seatsTaken(world)).toBe(0);
    expect(await mailsAbout(world, offerId)).toEqual([]);
  });

  test('is taken from a facility that paused', async () => {
    value(await pauseFacility(world.ports)({ facilityId: 'fac_birch' }, byFacility));
    expect(value(await no()).status).toBe('declined');
  });
});

describe('a question', () => {
  test('goes to the coordinators, and their reply to the facility with a new link and a new time to answer', async () => {
    value(await askAboutBrief(world.ports)({ offerId, question: 'Which shifts?' }, byFacility));
    expect(await mailsAbout(world, offerId)).toEqual(['question-raised']);
    world.pass(2, 'day');
    value(await replyToQuestion(world.ports)({ offerId, version: 2, reply: 'Mornings.' }, coordinator));
    expect(await offerNow(world)).toMatchObject({ linkVersion: 2, answerBy: '2026-12-10T15:00:00.000Z' });
    expect(await mailsAbout(world, offerId)).toEqual(['brief-reply', 'question-raised']);
    expect(value(await readBrief(world.ports)({ offerId }, anyone)).questions).toEqual([
      { question: 'Which shifts?', reply: 'Mornings.' },
    ]);
  });

  test('cannot be replied to by who did not see the last one', async () => {
    value(await askAboutBrief(world.ports)({ offerId, question: 'Which shifts?' }, byFacility));
    const reply = async () => replyToQuestion(world.ports)({ offerId, version: 1, reply: 'Mornings.' }, coordinator);
    expect(await refusedWithoutTrace(world, reply)).toMatchObject({
      code: 'stale-version',
      detail: expect.stringContaining('ask (facility)') as string,
    });
  });
});

describe('consent to an introduction', () => {
  test('is given by the technologist of the offer, and by nobody else', async () => {
    const foreign = async () =>
      consentToIntroduction(world.ports)({ requestId: 'req_other9', offerId }, technologist('req_other9'));
    expect(await refusedWithoutTrace(world, foreign)).toMatchObject({ code: 'not-found' });
  });
});

describe('before the introduction', () => {
  const identifying = ['Alder', 'alder@example.org', '617-555-0101', '02115'];

  test('the facility reads nothing in the brief or on its page that says who asks', async () => {
    await yes();
    const brief = JSON.stringify(value(await readBrief(world.ports)({ offerId }, anyone)));
    const page = JSON.stringify(value(await readFacility(world.ports)({ facilityId: 'fac_birch' }, byFacility)));
    for (const text of [brief, page]) for (const word of identifying) expect(text).not.toContain(word);
  });

  test('the technologist reads no name and no contact of the facility', async () => {
    await yes();
    const page = JSON.stringify(value(await readRequest(world.ports)({ requestId: 'req_alder1' }, byTechnologist)));
    for (const word of ['Birch', 'Robin', 'birch.example.org']) expect(page).not.toContain(word);
  });

  test('only the own employer may read the name of an employee who agreed to that', async () => {
    await begin({ employment: anEmployment({ facilityId: 'fac_birch' }) }, anOffer({ track: 'employer' }));
    expect(value(await readBrief(world.ports)({ offerId }, anyone)).employeeName).toBe('Alder Example');
    await begin(
      { employment: anEmployment({ facilityId: 'fac_birch', nameInBrief: false }) },
      anOffer({ track: 'employer' }),
    );
    expect(value(await readBrief(world.ports)({ offerId }, anyone)).employeeName).toBeNull();
  });
});
