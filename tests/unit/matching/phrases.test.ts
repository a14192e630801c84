import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  describeDistance,
  describeHours,
  describePlan,
  explain,
  explainRemedy,
} from '../../../shared/matching/phrases.ts';
import { findings } from '../../../shared/matching/phrases/findings.ts';
import { remedies } from '../../../shared/matching/phrases/remedies.ts';
import { rules } from '../../../shared/matching/rules/index.ts';

const folder = new URL('../../../shared/matching/', import.meta.url);
/** The rules, and the round steps that their remedies become. */
const sources = ['steps.ts', ...readdirSync(new URL('rules/', folder)).map((name) => `rules/${name}`)]
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

/** Facts that satisfy every phrase, to hear each of them once. */
const allFacts = {
  day: 'tue',
  from: '17:00',
  to: '21:00',
  startsOn: '2027-01-04',
  endsOn: '2027-03-26',
  earliestStart: '2027-01-05',
  latestEnd: '2027-03-25',
  free: 2,
  offered: 'MRI',
  discipline: 'CT',
  credential: 'radiography',
  expiresOn: '2027-02-01',
  since: '2025-09-01',
  countsTo: '2027-01-26',
  finishesOn: '2027-02-17',
  reachable: 90,
  inAll: '125',
  totalSource: 'a source',
  perClaimCents: 100_000_000,
  aggregateCents: 300_000_000,
  policyTypes: ['occurrence'],
  source: 'online',
  usable: 300,
  needed: 480,
  site: 'America/Chicago',
  home: 'America/New_York',
  monday: '2027-03-08',
  blocks: ['2027-01-11/2027-01-24'],
  cents: 120_000,
  cap: 100_000,
  parts: ['host-fee'],
  miles: 41.3,
  detour: 1.3,
  speed: 50,
  limit: 30,
  commute: 40,
  by: 'host',
  monthly: 600,
  categories: ['head', 'neck'],
  records: 9,
  months: 24,
  date: '2027-01-04',
  minutes: 120,
};
const say = (code: string): string => explain({ code, facts: allFacts });

test('every row of every rule has its phrase, and no phrase is without a rule', () => {
  expect(new Set(rules.flatMap(({ rows, notes }) => Object.keys({ ...rows, ...notes })))).toEqual(
    new Set(Object.keys(findings)),
  );
});

test('a code means one outcome, whichever rule comes to it: several rules may raise one question', () => {
  const outcomeOf = new Map<string, string>();
  for (const { rows } of rules)
    for (const [code, [outcome]] of Object.entries(rows)) {
      expect(outcomeOf.get(code) ?? outcome).toBe(outcome);
      outcomeOf.set(code, outcome);
    }
});

test('only what fails has a remedy', () => {
  const mendable = rules.flatMap((rule) => Object.keys(rule.remedies).map((code) => rule.rows[code]?.[0]));
  expect(new Set(mendable)).toEqual(new Set(['fail']));
});

test('every remedy is used', () => {
  for (const code of Object.keys(remedies)) expect(sources).toContain(`'${code}'`);
});

test('every phrase is one or more whole sentences, with every fact in words', () => {
  const sentences = Object.keys(findings).map(say);
  expect(sentences.filter((sentence) => !/^[A-Z0-9].*[.?]$/.test(sentence))).toEqual([]);
  expect(sentences.filter((sentence) => /undefined|NaN|\[object/.test(sentence))).toEqual([]);
});

test('a remedy is a part of a sentence: it follows "would open with"', () => {
  const words = Object.keys(remedies).map((code) => explainRemedy({ code, field: '', facts: allFacts }));
  expect(words.filter((part) => !/^[a-z0-9].*[^.]$/.test(part))).toEqual([]);
});

const codesOf = (...wanted: readonly string[]): readonly string[] =>
  rules.flatMap(({ rows }) =>
    Object.entries(rows).flatMap(([code, [outcome]]) => (wanted.includes(outcome) ? [code] : [])),
  );

test('questions and conditions say "you" to nobody: facilities and coordinators read them too', () => {
  expect(
    codesOf('ask', 'condition')
      .map(say)
      .filter((sentence) => /\byou/i.test(sentence)),
  ).toEqual([]);
});

test('every open question asks something', () => {
  expect(
    codesOf('ask')
      .map(say)
      .filter((sentence) => !sentence.includes('?')),
  ).toEqual([]);
});

test('a code without a phrase is a mistake of ours, not a sentence', () => {
  expect(() => say('no-such-code')).toThrow('no-such-code');
});

test('R7 where cover is missing, the ways to get it are named, HPSO among them and recommended by nobody', () => {
  expect(say('ways-to-cover')).toContain('HPSO');
  expect(say('ways-to-cover')).toContain('recommend none');
});

test('R16 the formula of the travel time is shown with its settings', () => {
  const settings = { detourFactor: 1.3, milesPerHour: 50, restMinutes: 0 };
  expect(describeDistance(41.34, settings)).toBe(
    '41.3 miles away in a straight line (about 1.1 hours by road: 41.3 × 1.3 ÷ 50 mph)',
  );
  expect(describeDistance(1, settings)).toBe(
    '1 mile away in a straight line (about 5 minutes by road: 1 × 1.3 ÷ 50 mph)',
  );
  expect(describeDistance(null, settings)).toBe('distance not known');
});

test('hours are told by day and time, over midnight and over the end of the week', () => {
  const day = 1440;
  expect(
    describeHours([
      { from: 1020, to: 1260 },
      { from: 2 * day + 1020, to: 2 * day + 1260 },
    ]),
  ).toBe('Mon, Wed 5 PM to 9 PM');
  expect(describeHours([{ from: 6 * day + 1320, to: 7 * day + 360 }])).toBe('Sun 10 PM to 6 AM the next day');
  expect(describeHours([{ from: 480, to: 2 * day }])).toBe('Mon 8 AM to midnight; Tue all day');
  expect(describeHours([{ from: 0, to: 7 * day }])).toBe('Mon–Sun all day');
  expect(describeHours([])).toBe('no hours');
});

test('a plan is told with its hours a week, and the dates of a block rotation', () => {
  const plan = {
    segments: [{ from: 480, to: 960, regular: false }],
    zone: 'America/New_York',
    weeklyMinutes: 480,
    neededMinutes: 480,
    missingToWantedMinutes: 0,
    blocks: [],
  };
  expect(describePlan(plan)).toBe('Mon 8 AM to 4 PM (8 hours a week)');
  expect(describePlan({ ...plan, blocks: [{ from: '2027-01-11', to: '2027-01-24' }] })).toBe(
    'Mon 8 AM to 4 PM (8 hours a week), January 11, 2027, to January 24, 2027',
  );
  expect(describePlan({ ...plan, segments: [], weeklyMinutes: 0 })).toBe('no hours in common');
  expect(describePlan(null)).toBe('hours not known yet');
});
