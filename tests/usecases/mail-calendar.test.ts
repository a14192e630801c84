import { beforeEach, describe, expect, test } from 'vitest';
import { dueAt, holdsSeat, offerIdOf, type Offer } from '../../shared/domain/offer.ts';
import { deliverMail } from '../../shared/email/deliver.ts';
import { advanceShortlist } from '../../shared/usecases/advance-shortlist.ts';
import { answerBrief, undoAnswer } from '../../shared/usecases/answer-brief.ts';
import { approveRequest } from '../../shared/usecases/approve-shortlist.ts';
import { reportEndAsTechnologist } from '../../shared/usecases/complete-placement.ts';
import { runDeadlines } from '../../shared/usecases/deadlines.ts';
import { leaveFacility } from '../../shared/usecases/leave-facility.ts';
import { pauseFacility } from '../../shared/usecases/pause-facility.ts';
import { reportStartAsFacility, reportStartAsTechnologist } from '../../shared/usecases/report-start.ts';
import { aFacility, aRequest, someWishes } from '../support/builders.ts';
import { aDesk } from '../support/mail-samples.ts';
import {
  aWorld,
  coordinator,
  facilityContact,
  offerNow,
  seedRequest,
  seedSite,
  technologist,
  value,
  type SiteSeed,
  type World,
} from '../support/world.ts';

const requestId = 'req_alder1';
const first = offerIdOf(requestId, 1);
const second = offerIdOf(requestId, 2);

let world: World;
/** What left, in order: the day and the clock in New York, the mailbox and the kind. */
let calendar: string[];
beforeEach(async () => {
  world = await aWorld();
  calendar = [];
});

const inNewYork = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  weekday: 'short',
  month: 'short',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const mailsNow = async () =>
  (await Promise.all([requestId, first, second].map(async (subject) => world.store.outbox.ofSubject(subject)))).flat();

/** Every queued mail is given to its worker, and what left is written into the calendar. */
const letMailsLeave = async () => {
  for (const { id, kind, status, leaseUntil } of await mailsNow()) {
    if (status !== 'pending' || (leaseUntil !== null && leaseUntil > world.clock.time)) continue;
    await deliverMail({
      ...world.ports,
      desk: async () => aDesk,
      pause: async () => {},
      postbox: {
        send: async ({ to }) => {
          calendar.push(`${inNewYork.format(new Date(world.clock.time))}  ${to.split('@')[0]}: ${kind}`);
          return { is: 'accepted', sesMessageId: id };
        },
      },
    })(id);
  }
};

const offersNow = async (): Promise<readonly Offer[]> =>
  (await Promise.all([first, second].map(world.store.offers.get))).filter((offer) => offer !== null);

/** Lets the clock's runs, the shortlist and the mails happen, whenever something is due, until an instant. */
const goOnUntil = async (until: string) => {
  for (;;) {
    expect(await runDeadlines(world.ports)()).toMatchObject({ missed: [] });
    const last = (await offersNow()).at(-1);
    if (last !== undefined && !holdsSeat(last.status)) value(await advanceShortlist(world.ports)(last.id));
    await letMailsLeave();
    const times = [
      ...(await offersNow()).map(dueAt),
      ...(await mailsNow()).filter(({ status }) => status === 'pending').map(({ leaseUntil }) => leaseUntil),
    ].filter((at): at is string => at !== null && at > world.clock.time);
    const next = times.toSorted()[0];
    world.clock.time = next === undefined || next > until ? until : next;
    if (world.clock.time === until) return;
  }
};

/** A site whose mails go to a mailbox of its name. */
const site = async (name: string, change: SiteSeed = {}) => {
  const facilityId = `fac_${name}`;
  await seedSite(world, { facilityId, ...change });
  const facility = await world.store.facilities.get(facilityId);
  if (facility === null) throw new Error('no facility');
  const contact = { ...aFacility().contact, email: `${name}@example.org` };
  value(await world.store.commit([world.store.facilities.update(facility, { ...facility, contact, version: 2 })]));
};
const approve = async (...names: string[]) => {
  const shortlist = names.map((name) => `fac_${name}-CT-k3f9`);
  value(await approveRequest(world.ports)({ requestId, version: 1, shortlist, reason: 'So.' }, coordinator));
};
const well = { ending: 'finished', records: 'all', again: 'yes', comment: null } as const;
const saturdayEvening = '2026-12-06T01:00:00.000Z';

describe('the mails of a placement', () => {
  test('over its months: approved on a Saturday, one site silent, the next one willing, and a facility that forgets to answer', async () => {
    await site('birch');
    await site('cedar');
    await seedRequest(world);
    world.clock.time = saturdayEvening;
    await approve('birch', 'cedar');
    await goOnUntil('2026-12-15T15:00:00.000Z');
    value(await answerBrief(world.ports)({ offerId: second, answer: 'yes' }, facilityContact('fac_cedar')));
    await goOnUntil('2027-01-05T15:00:00.000Z');
    value(await reportStartAsTechnologist(world.ports)({ requestId, offerId: second }, technologist(requestId)));
    value(
      await reportStartAsFacility(world.ports)(
        { facilityId: 'fac_cedar', offerId: second },
        facilityContact('fac_cedar'),
      ),
    );
    await goOnUntil('2027-03-29T14:00:00.000Z');
    value(await reportEndAsTechnologist(world.ports)({ requestId, offerId: second, ...well }, technologist(requestId)));
    await goOnUntil('2027-12-31T12:00:00.000Z');
    expect(calendar).toEqual([
      // Its technologist hears at once; the site on Monday, with a week from then on.
      'Sat, Dec 05, 20:00  alder: shortlist-ready',
      'Mon, Dec 07, 07:00  birch: brief',
      // Half of its time is over on Thursday evening. A day before its end is a Sunday, and Friday has its mail.
      'Fri, Dec 11, 07:00  birch: brief-reminder',
      'Mon, Dec 14, 07:00  birch: brief-lapsed',
      'Mon, Dec 14, 07:00  cedar: brief',
      'Mon, Dec 14, 07:00  alder: next-candidate',
      'Tue, Dec 15, 10:30  cedar: introduction-facility',
      'Tue, Dec 15, 10:30  alder: introduction-technologist',
      'Mon, Jan 04, 10:00  cedar: placement-start-facility',
      'Mon, Jan 04, 10:00  alder: placement-start-technologist',
      'Sat, Mar 27, 11:00  alder: completion-question-technologist',
      'Mon, Mar 29, 07:00  cedar: completion-question-facility',
      'Mon, Apr 05, 10:00  cedar: outcome-question-facility',
    ]);
  });

  test('that nobody forgets: no reminder, and no question twice', async () => {
    await site('birch');
    await seedRequest(world, aRequest({ wishes: someWishes({ introductionConsent: { scope: 'ask-each-time' } }) }));
    await approve('birch');
    await goOnUntil('2026-12-02T15:00:00.000Z');
    value(await answerBrief(world.ports)({ offerId: first, answer: 'yes' }, facilityContact('fac_birch')));
    await goOnUntil('2026-12-02T16:00:00.000Z');
    expect(calendar).toEqual([
      'Tue, Dec 01, 10:00  birch: brief',
      'Tue, Dec 01, 10:00  alder: shortlist-ready',
      'Wed, Dec 02, 10:00  alder: consent-question',
    ]);
  });
});

describe('a brief that would leave on a quiet day', () => {
  const [friday, monday] = ['2026-12-04', '2026-12-07'];

  test('waits for the next working day, and its time to answer and its reminders count from then on', async () => {
    await site('birch');
    await seedRequest(world);
    world.clock.time = saturdayEvening;
    await approve('birch');
    const brief = await world.store.outbox.get(`mail_${first}_brief_1`);
    expect(brief).toMatchObject({ status: 'pending', leaseUntil: `${monday}T12:00:00.000Z` });
    expect(await offerNow(world)).toMatchObject({
      answerBy: '2026-12-14T12:00:00.000Z',
      nextMail: { at: '2026-12-11T00:00:00.000Z', last: false },
    });
  });

  test('waits on the days that the facility named, too, even where it named them since', async () => {
    await site('birch', { profile: { quietDays: [friday, monday] } });
    await seedRequest(world);
    world.clock.time = `${friday}T15:00:00.000Z`;
    await approve('birch');
    expect(await offerNow(world)).toMatchObject({ answerBy: '2026-12-15T12:00:00.000Z' });
    const facility = await world.store.facilities.get('fac_birch');
    if (facility === null) throw new Error('no facility');
    const profile = { ...facility.profile, quietDays: ['2026-12-08'] };
    value(await world.store.commit([world.store.facilities.update(facility, { ...facility, profile, version: 3 })]));
    await goOnUntil('2026-12-10T15:00:00.000Z');
    expect(calendar.filter((line) => line.includes('birch'))).toEqual(['Wed, Dec 09, 07:00  birch: brief']);
  });

  test.for([
    ['pauses', pauseFacility, []],
    ['leaves', leaveFacility, []],
  ] as const)('does not leave at all when the facility %s meanwhile', async ([, end, kinds]) => {
    await site('birch');
    await seedRequest(world);
    world.clock.time = saturdayEvening;
    await approve('birch');
    value(await end(world.ports)({ facilityId: 'fac_birch' }, facilityContact('fac_birch')));
    await goOnUntil('2026-12-14T11:00:00.000Z');
    expect(calendar.filter((line) => line.includes('birch'))).toEqual(kinds);
    expect(await world.store.outbox.get(`mail_${first}_brief_1`)).toMatchObject({ status: 'cancelled' });
  });

  test('leaves at once where the facility asked for it, and so does an introduction', async () => {
    await site('birch');
    await seedRequest(world);
    world.clock.time = `${friday}T15:00:00.000Z`;
    await approve('birch');
    await goOnUntil(saturdayEvening);
    const yes = async () => answerBrief(world.ports)({ offerId: first, answer: 'yes' }, facilityContact('fac_birch'));
    value(await yes());
    value(await undoAnswer(world.ports)({ offerId: first }, facilityContact('fac_birch')));
    value(await yes());
    value(await undoAnswer(world.ports)({ offerId: first }, facilityContact('fac_birch')));
    await goOnUntil('2026-12-06T02:00:00.000Z');
    value(await yes());
    await goOnUntil('2026-12-06T04:00:00.000Z');
    expect(calendar.slice(2)).toEqual([
      'Sat, Dec 05, 20:00  birch: brief',
      'Sat, Dec 05, 21:30  birch: introduction-facility',
      'Sat, Dec 05, 21:30  alder: introduction-technologist',
    ]);
  });
});
