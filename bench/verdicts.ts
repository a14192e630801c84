import { randomOf, type Random } from '../local/import/random.ts';
import type { Site } from '../shared/domain/site-offer.ts';
import { findCandidates } from '../shared/matching/find-candidates.ts';
import { whyAboveNext } from '../shared/matching/order.ts';
import { describePlan, explain } from '../shared/matching/phrases.ts';
import { explainAboveNext } from '../shared/matching/phrases/order.ts';
import type { Matching } from '../shared/matching/matching-types.ts';
import { aContext, anEmployment, aReadiness, aRequest, aSite, milesNorth, weekly } from '../tests/support/builders.ts';
import { medianCpuMilliseconds, shown, shownTime } from './measure.ts';
import type { Bench } from './table.ts';

const candidates = 500;

/** Employed, with a list of categories, somebody who would buy cover: rules come to all outcomes but a failure. */
export const request = aRequest({
  wishes: {
    travelMiles: 150,
    acceptsLodging: 'yes',
    maxChargesCents: 300_000,
    employment: anEmployment({ hipaaTrained: true }),
    otherShifts: weekly('sat', '08:00', '12:00'),
    wishedSettings: ['hospital', 'imaging-center'],
    requiredCategories: ['head', 'neck', 'chest'],
    readiness: aReadiness({ insurance: { cover: null, willBuy: 'yes' }, structuredEducation: 'in-progress' }),
  },
});
export const context = aContext();

const categories = ['head', 'neck', 'chest', 'abdomen'];

/** Differs from every other one in something, and fails in nothing. */
const someSite = (random: Random, index: number): Site => {
  const start = random.int(6, 9);
  const day = String(random.int(0, 3) * 7 + 4).padStart(2, '0');
  return aSite({
    facilityId: `fac_${String(index).padStart(4, '0')}`,
    facility: {
      place: milesNorth(random.int(1, 1490) / 10),
      setting: random.pick([
        [3, 'hospital'],
        [1, 'imaging-center'],
        [1, 'small-clinic'],
      ]),
    },
    intake: {
      startsOn: `2027-0${random.int(1, 3)}-${day}`,
      endsOn: `2027-05-${day}`,
      seats: random.int(1, 4),
    },
    terms: {
      windows: weekly(
        'mon tue wed thu fri',
        `0${start}:00`,
        random.pick([
          [1, '16:30'],
          [1, '19:00'],
          [1, '23:00'],
        ]),
      ),
      monthlyVolume: random.chance(0.9) ? random.int(100, 2000) : null,
      volumeByCategory: Object.fromEntries(
        categories.filter(() => random.chance(0.6)).map((category) => [category, random.int(0, 90)]),
      ),
      insurance: random.chance(0.5)
        ? {
            required: 'yes',
            perClaimCents: 100_000_000,
            aggregateCents: random.int(1, 4) * 100_000_000,
            policyTypes: ['occurrence'],
            ofOwnEmployeesToo: false,
          }
        : { required: random.chance(0.7) ? 'no' : 'unknown' },
      hipaa: random.chance(0.5)
        ? { policy: 'trains-newcomers' }
        : { policy: 'evidence', accepted: ['online'], refused: [] },
      structuredEducationDemanded: random.chance(0.3) ? 'yes' : 'unknown',
      supervisor: random.chance(0.8) ? 'yes' : 'promised',
      verifier: random.chance(0.8) ? 'yes' : 'unknown',
      staffAgrees: random.chance(0.8) ? 'yes' : 'unknown',
      feeCents: random.chance(0.8) ? random.int(0, 20) * 10_000 : null,
      paysTrainee: random.chance(0.2) ? 'yes' : 'no',
      housing: random.pick([
        [3, 'none'],
        [1, 'every-night'],
        [1, 'unknown'],
      ]),
    },
  });
};

/** As many as are judged at once: the same ones in every run. */
export const sitesToJudge = (): readonly Site[] => {
  const random = randomOf('verdicts');
  return Array.from({ length: candidates }, (_, index) => someSite(random, index));
};

/**
 * What a coordinator's case says of every candidate, sentence by sentence: the plan, every verdict with what else its rule
 * found and its notes, and why the candidate is above the next. The distance is among them, as R16 tells it.
 */
const sentencesOf = ({ candidates: found }: Matching): string[] => {
  const sentences: string[] = [];
  for (const [place, { plan, verdicts, rank }] of found.entries()) {
    sentences.push(describePlan(plan));
    for (const verdict of verdicts) {
      sentences.push(explain(verdict));
      for (const other of verdict.also) sentences.push(explain(other));
      for (const note of verdict.notes) sentences.push(explain(note));
    }
    const next = found[place + 1];
    if (next !== undefined) sentences.push(explainAboveNext(whyAboveNext(rank, next.rank)));
  }
  return sentences;
};

/** P4: one request, judged and explained in full. */
export const verdictsBench: Bench = {
  name: 'verdicts',
  run: async () => {
    const sites = sitesToJudge();
    const matching = findCandidates(request, sites, context);
    const sentences = sentencesOf(matching).length;
    const judging = medianCpuMilliseconds(9, () => findCandidates(request, sites, context));
    const whole = medianCpuMilliseconds(9, () => sentencesOf(findCandidates(request, sites, context)));
    return [
      {
        target: 'P4',
        what: `verdicts of one request, ${matching.candidates.length} candidates, every sentence`,
        measured: shownTime(whole),
        beside: `${shown(sentences)} sentences; without words ${shownTime(judging)}`,
        result: '(≤ 5 ms)',
        reached: whole <= 5 && matching.candidates.length === candidates,
      },
    ];
  },
};
