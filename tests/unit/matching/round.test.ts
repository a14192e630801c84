import { describe, expect, test } from 'vitest';
import { explainUnplaced } from '../../../shared/matching/phrases/rounds.ts';
import { proposeRound } from '../../../shared/matching/round.ts';
import type { RoundInput, RoundRequest, RoundSite, UnplacedReason } from '../../../shared/matching/round-types.ts';
import {
  aContext,
  anEmployment,
  aProgram,
  aRequest,
  aSite,
  milesNorth,
  now,
  weekly,
  type SiteChange,
} from '../../support/builders.ts';

type RequestChange = Parameters<typeof aRequest>[0];

/** Someone who waits since the day of December that is given. */
const waiting = (id: string, since: number, change: RequestChange = {}, context = aContext()): RoundRequest => ({
  request: aRequest({ ...change, id: `req_${id}` }),
  context,
  waitingSince: `2026-12-${String(since).padStart(2, '0')}T00:00:00.000Z`,
});

/** A site with one seat. */
const site = (name: string, change: SiteChange = {}, resting: RoundSite['resting'] = []): RoundSite => ({
  site: aSite({ facilityId: `fac_${name}`, ...change, intake: { seats: 1, ...change.intake } }),
  resting,
});

const round = (requests: readonly RoundRequest[], sites: readonly RoundSite[], more: Partial<RoundInput> = {}) => {
  const { pairs, unplaced } = proposeRound({
    requests,
    sites,
    briefsLeft: new Map(),
    settings: { listLength: 20 },
    ...more,
  });
  return {
    pairs: Object.fromEntries(pairs.map(({ requestId, intakeId }) => [requestId, intakeId])),
    reasons: Object.fromEntries(unplaced.map(({ requestId, reason }): [string, UnplacedReason] => [requestId, reason])),
    all: pairs,
  };
};

/** Farther sites are worse, 10 miles a step. */
const near = { facility: { place: milesNorth(3) } };
const away = { facility: { place: milesNorth(33) } };

const locked = (intakeId: string) => ({
  rulings: { lockedTo: { intakeId, reason: 'Agreed by phone.', by: 'coordinator-1', at: now }, forbidden: [] },
});
const forbidden = (facilityId: string) => ({
  rulings: { lockedTo: null, forbidden: [{ facilityId, reason: 'No.', by: 'coordinator-1', at: now }] },
});

describe("a facility's priority", () => {
  const employee = waiting(
    'employee',
    20,
    { employmentConfirmed: true, wishes: { employment: anEmployment({ facilityId: 'fac_birch' }) } },
    aContext(),
  );
  const student = waiting('student', 15, { wishes: { programId: 'prg_cedar' } }, aContext({ programs: [aProgram()] }));
  const early = waiting('early', 1);
  const late = waiting('late', 2);

  test.each([
    ['own confirmed employees go before students of its programs', [employee, student], 'req_student', 'own-employees'],
    ['own confirmed employees go before those who waited longer', [employee, early], 'req_early', 'own-employees'],
    ['students of its programs go before those who waited longer', [student, early], 'req_early', 'program-students'],
    ['who waited longer goes first', [late, early], 'req_late', 'waited-longer'],
  ] as const)('%s', (_, requests, loser, loss) => {
    const { reasons } = round(requests, [site('birch')]);
    expect(reasons).toEqual({
      [loser]: {
        code: 'outranked',
        fitting: 1,
        listed: 1,
        first: { intakeId: 'fac_birch-CT-k3f9', loss },
        losses: { [loss]: 1 },
      },
    });
  });

  test('an employment that the employer has not confirmed gives no priority', () => {
    const claimed = waiting('claimed', 20, { wishes: { employment: anEmployment({ facilityId: 'fac_birch' }) } });
    expect(round([claimed, early], [site('birch')]).pairs).toEqual({ req_early: 'fac_birch-CT-k3f9' });
  });

  test('among those who waited equally long a lot decides, always the same', () => {
    const twins = [waiting('ann1', 1), waiting('bob2', 1)];
    const first = round(twins, [site('birch')]);
    expect(Object.values(first.reasons)).toMatchObject([{ first: { loss: 'drawn' } }]);
    expect(round(twins.toReversed(), [site('birch')])).toEqual(first);
  });
});

describe("a technologist's preference", () => {
  test('is the order of candidates', () => {
    const { all } = round([waiting('alder', 1)], [site('away', away), site('near', near)]);
    expect(all).toEqual([{ requestId: 'req_alder', intakeId: 'fac_near-CT-k3f9', choice: 1, tier: 'other' }]);
  });

  test('is the own order of facilities first', () => {
    const own = waiting('alder', 1, { wishes: { siteOrder: ['fac_nowhere', 'fac_away'] } });
    expect(round([own], [site('away', away), site('near', near)]).pairs).toEqual({ req_alder: 'fac_away-CT-k3f9' });
  });

  test('counts no more sites than the list may hold, and the reason says so', () => {
    const sites = [site('near', near), site('away', away)];
    const two = [waiting('early', 1), waiting('late', 2)];
    expect(round(two, sites, { settings: { listLength: 1 } }).reasons).toMatchObject({
      req_late: { code: 'outranked', fitting: 2, listed: 1 },
    });
    expect(round(two, sites).all).toMatchObject([{ choice: 1 }, { choice: 2 }]);
  });
});

describe('what is never proposed', () => {
  test.each<[string, RoundRequest, RoundSite, keyof (UnplacedReason & { code: 'held-back' })['heldBack']]>([
    [
      'a facility that a coordinator ruled out',
      waiting('alder', 1, forbidden('fac_birch')),
      site('birch'),
      'forbidden',
    ],
    [
      'a site that was tried before',
      waiting('alder', 1, { triedIntakes: ['fac_birch-CT-k3f9'] }),
      site('birch'),
      'triedBefore',
    ],
    [
      'R3: an employer whose consent question is open',
      waiting('alder', 1, {
        wishes: { employment: anEmployment({ facilityId: 'fac_birch', contactConsent: 'unknown' }) },
      }),
      site('birch'),
      'consentOpen',
    ],
    [
      'R27: a facility that rests from this track',
      waiting('alder', 1),
      site('birch', {}, ['other-provider']),
      'resting',
    ],
  ])('%s', (_, request, one, why) => {
    const { pairs, reasons } = round([request], [one]);
    expect(pairs).toEqual({});
    expect(reasons).toMatchObject({ req_alder: { code: 'held-back', heldBack: { [why]: 1 } } });
  });

  test('R27: a facility whose contacts are used up', () => {
    const { reasons } = round([waiting('alder', 1)], [site('birch')], { briefsLeft: new Map([['fac_birch', 0]]) });
    expect(reasons).toMatchObject({ req_alder: { code: 'held-back', heldBack: { contactBudget: 1 } } });
  });

  test('R27: a rest from one track does not hold back another', () => {
    expect(round([waiting('alder', 1)], [site('birch', {}, ['program'])]).pairs).toEqual({
      req_alder: 'fac_birch-CT-k3f9',
    });
  });

  test('a site that fails a rule', () => {
    const { reasons } = round([waiting('alder', 1)], [site('birch', { terms: { employeesOnly: 'yes' } })]);
    expect(reasons).toEqual({ req_alder: { code: 'no-site-fits', sites: 1, rule: 'R22', byRule: 1 } });
  });

  test('a site without a free seat', () => {
    expect(round([waiting('alder', 1)], [site('birch', { intake: { seatsTaken: 1 } })]).reasons).toEqual({
      req_alder: { code: 'no-open-site' },
    });
  });

  test('R16: a site beyond the travel limit, except the own workplace', () => {
    const remote = { facility: { place: milesNorth(300) } };
    const worker = waiting('worker', 1, { wishes: { employment: anEmployment({ facilityId: 'fac_remote' }) } });
    expect(round([waiting('alder', 1), worker], [site('remote', remote)])).toMatchObject({
      pairs: { req_worker: 'fac_remote-CT-k3f9' },
      reasons: { req_alder: { code: 'no-site-fits', rule: 'R16' } },
    });
  });

  test('R16: where no point is known, distance is a question and the site is listed', () => {
    const somewhere = { facility: { place: { ...milesNorth(0), point: null } } };
    expect(round([waiting('alder', 1)], [site('somewhere', somewhere)]).all).toHaveLength(1);
  });
});

describe('hours that look too few', () => {
  test('R12: are enough where the clocks at home and at the site are an hour apart', () => {
    const wishes = { availability: weekly('mon', '07:00', '15:00'), minWeeklyMinutes: 480 };
    const west = { home: { ...milesNorth(0), zone: 'America/Chicago' } };
    const mondays = { terms: { windows: weekly('mon', '08:00', '16:00') }, intake: { seats: 2 } };
    const { pairs } = round(
      [waiting('alder', 1, { ...west, wishes }), waiting('cedar', 1, { wishes })],
      [site('birch', mondays)],
    );
    expect(Object.keys(pairs)).toEqual(['req_alder']);
  });

  test('R12: are enough in the one week of an intake in which the clocks go back', () => {
    const night = weekly('sun', '00:00', '07:00');
    const nights = { terms: { windows: night, minWeeklyMinutes: 0, minBlockMinutes: 0 } };
    const sleepless = (id: string) =>
      waiting(id, 1, { wishes: { availability: night, latestEnd: null, minWeeklyMinutes: 480 } });
    const long = { startsOn: '2027-10-25', endsOn: '2027-11-21' };
    const oneWeek = { startsOn: '2027-11-01', endsOn: '2027-11-07' };
    expect(round([sleepless('alder')], [site('birch', { ...nights, intake: long })]).all).toEqual([]);
    expect(round([sleepless('alder')], [site('birch', { ...nights, intake: oneWeek })]).all).toHaveLength(1);
  });
});

describe("R27: a facility's contact budget", () => {
  const mornings = site('birch', { mark: 'aaaa', intake: { seats: 3 } });
  const evenings = site('birch', { mark: 'bbbb', intake: { seats: 3 } });
  const people = [waiting('ann1', 1), waiting('bob2', 2), waiting('cid3', 3)];

  test('spans all its intakes, and goes to those with the highest priority', () => {
    const { pairs, reasons } = round(people, [mornings, evenings], { briefsLeft: new Map([['fac_birch', 2]]) });
    expect(Object.keys(pairs)).toEqual(['req_ann1', 'req_bob2']);
    expect(reasons).toMatchObject({ req_cid3: { code: 'outranked', losses: { 'contact-budget': 2 } } });
  });

  test('spans its disciplines: what one takes, the next lacks', () => {
    const scanner = waiting('mri4', 1, { wishes: { discipline: 'MRI' } });
    const mri = site('birch', { discipline: 'MRI' });
    const { pairs, reasons } = round([scanner, people[1]!], [mornings, mri], {
      briefsLeft: new Map([['fac_birch', 1]]),
    });
    expect(pairs).toEqual({ req_bob2: 'fac_birch-CT-aaaa' });
    expect(reasons).toMatchObject({ req_mri4: { code: 'held-back', heldBack: { contactBudget: 1 } } });
  });
});

describe('a lock', () => {
  test('takes its seat before everybody else', () => {
    const { pairs, reasons } = round(
      [waiting('early', 1), waiting('late', 9, locked('fac_birch-CT-k3f9'))],
      [site('birch')],
    );
    expect(pairs).toEqual({ req_late: 'fac_birch-CT-k3f9' });
    expect(reasons).toEqual({ req_early: { code: 'no-open-site' } });
  });

  test('takes its contact before every discipline', () => {
    const held = waiting('held', 9, { ...locked('fac_birch-MRI-k3f9'), wishes: { discipline: 'MRI' } });
    const { pairs } = round([waiting('early', 1), held], [site('birch'), site('birch', { discipline: 'MRI' })], {
      briefsLeft: new Map([['fac_birch', 1]]),
    });
    expect(pairs).toEqual({ req_held: 'fac_birch-MRI-k3f9' });
  });

  test('tries a site again that was tried before', () => {
    const again = waiting('alder', 1, { ...locked('fac_birch-CT-k3f9'), triedIntakes: ['fac_birch-CT-k3f9'] });
    expect(round([again], [site('birch')]).all).toEqual([
      { requestId: 'req_alder', intakeId: 'fac_birch-CT-k3f9', choice: null, tier: 'other' },
    ]);
  });

  test.each<[string, readonly RoundSite[], UnplacedReason]>([
    ['has no seat any more', [site('other')], { code: 'locked-site-gone', intakeId: 'fac_birch-CT-k3f9' }],
    [
      'does not fit any more',
      [site('birch', { terms: { employeesOnly: 'yes', monthlyVolume: 0 } }), site('other')],
      { code: 'locked-site-unfit', intakeId: 'fac_birch-CT-k3f9', rules: ['R19', 'R22'] },
    ],
    [
      'rests',
      [site('birch', {}, ['other-provider']), site('other')],
      { code: 'locked-site-held-back', intakeId: 'fac_birch-CT-k3f9', by: 'resting' },
    ],
  ])('on a site that %s gives no other site instead', (_, sites, reason) => {
    expect(round([waiting('alder', 1, locked('fac_birch-CT-k3f9'))], sites)).toMatchObject({
      pairs: {},
      reasons: { req_alder: reason },
    });
  });

  test('on a seat to which others are locked too: priority decides', () => {
    const two = [waiting('late', 9, locked('fac_birch-CT-k3f9')), waiting('early', 1, locked('fac_birch-CT-k3f9'))];
    expect(round(two, [site('birch')])).toMatchObject({
      pairs: { req_early: 'fac_birch-CT-k3f9' },
      reasons: { req_late: { code: 'locked-seat-lost', loss: 'waited-longer' } },
    });
  });
});

const nameOf = () => 'Birch Imaging';

describe('reasons in words', () => {
  const intakeId = 'fac_birch-CT-k3f9';

  test.each<[UnplacedReason, string]>([
    [
      {
        code: 'outranked',
        fitting: 1,
        listed: 1,
        first: { intakeId, loss: 'own-employees' },
        losses: { 'own-employees': 1 },
      },
      "At the first choice, Birch Imaging, the seat went to one of the site's own employees.",
    ],
    [
      {
        code: 'outranked',
        fitting: 57,
        listed: 20,
        first: { intakeId, loss: 'waited-longer' },
        losses: { 'waited-longer': 12, 'own-employees': 8 },
      },
      'At the first choice, Birch Imaging, the seat went to somebody who has waited longer. Of the best 20 of 57 sites that fit: 8 to own employees of the site and 12 to people who have waited longer.',
    ],
    [
      { code: 'locked-site-unfit', intakeId, rules: ['R22'] },
      'Locked to Birch Imaging, which does not fit any more: R22 (Hosts that train their own employees only).',
    ],
    [
      { code: 'locked-site-held-back', intakeId, by: 'resting' },
      'Locked to Birch Imaging, which is resting from such requests after a no (R27).',
    ],
    [
      { code: 'held-back', heldBack: { forbidden: 1, triedBefore: 0, consentOpen: 2, resting: 0, contactBudget: 0 } },
      "No site that fits may be proposed: 1 ruled out by a coordinator and 2 waiting for the technologist's consent to contact the employer (R3).",
    ],
    [
      { code: 'no-site-fits', sites: 9, rule: 'R16', byRule: 7 },
      "Of 9 sites with a free seat none fits; what excludes most of them (7) is R16 (The distance is within the technologist's limit).",
    ],
  ])('%j', (reason, words) => {
    expect(explainUnplaced(reason, nameOf)).toBe(words);
  });
});
