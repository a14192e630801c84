import { disciplineNames, trackNames } from '../../shared/domain/discipline.ts';
import type { PlacementRequest } from '../../shared/domain/placement-request.ts';
import type { Site } from '../../shared/domain/site-offer.ts';
import { fromTo } from '../../shared/domain/wording.ts';
import { openingsOf } from '../../shared/matching/openings.ts';
import { whyAboveNext } from '../../shared/matching/order.ts';
import {
  describeDistance,
  describeOpening,
  describePlan,
  explain,
  explainRemedy,
} from '../../shared/matching/phrases.ts';
import { describeCoverage } from '../../shared/matching/phrases/coverage.ts';
import { explainAboveNext } from '../../shared/matching/phrases/order.ts';
import { rules } from '../../shared/matching/rules/index.ts';
import type { Assessment, Matching } from '../../shared/matching/matching-types.ts';
import type { MatchingContext, Verdict } from '../../shared/matching/types.ts';

interface Matched {
  readonly request: PlacementRequest;
  readonly context: MatchingContext;
  readonly sites: readonly Site[];
  readonly matching: Matching;
}

const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
const named = (id: string): string => `${id} [${ruleOf.get(id)?.source ?? '?'}]`;

const indented = (lines: readonly string[]): string[] => lines.map((line) => `   ${line}`);

const verdictLines = ({ rule, also, notes, ...worst }: Verdict): string[] => [
  ...[worst, ...also].map((finding) => `${named(rule)} ${finding.outcome}: ${explain(finding)}`),
  ...notes.map((note) => `${named(rule)} note: ${explain(note)}`),
];

/** What is open, and what must be done before the start, each once. */
const leftLines = ({ verdicts }: Assessment): string[] => {
  const found = verdicts.flatMap((verdict) => [verdict, ...verdict.also]);
  const said = (outcome: string, word: string): string[] => [
    ...new Set(found.filter((finding) => finding.outcome === outcome).map((finding) => `${word}: ${explain(finding)}`)),
  ];
  return [...said('ask', 'open question'), ...said('condition', 'condition')];
};

const siteLines = (site: Assessment, { settings }: MatchingContext): string[] => [
  `by ${trackNames[site.track]}; ${describeDistance(site.miles, settings)}`,
  `${fromTo(site.startsOn, site.endsOn)}; ${describePlan(site.plan)}`,
];

const heading = ({ facilityName, intakeId }: Assessment): string => `${facilityName} (${intakeId})`;

const candidateLines = ({ matching: { candidates }, context }: Matched, all: boolean): string[] =>
  candidates.flatMap((candidate, index) => {
    const next = candidates[index + 1];
    return [
      `${index + 1}. ${heading(candidate)}`,
      ...indented([
        ...siteLines(candidate, context),
        ...(all ? candidate.verdicts.flatMap(verdictLines) : leftLines(candidate)),
        ...(all && next !== undefined ? [explainAboveNext(whyAboveNext(candidate.rank, next.rank))] : []),
      ]),
    ];
  });

const nearMissLines = ({ matching: { nearMisses }, context }: Matched, all: boolean): string[] =>
  nearMisses.flatMap((miss) => [
    `- ${heading(miss)}`,
    ...indented([
      ...siteLines(miss, context),
      `what would change it: ${miss.changes.map(explainRemedy).join('; ')}`,
      ...(all ? miss.verdicts.flatMap(verdictLines) : []),
    ]),
  ]);

const openingLines = ({ request, context, sites, matching }: Matched): string[] => {
  const { single, pairs } = openingsOf(request, matching, sites, context);
  return [...single, ...pairs].map((opening) => `- ${describeOpening(opening)}`);
};

const excludedLines = ({ matching: { excluded, exclusions } }: Matched, all: boolean): string[] => {
  const counts = Object.entries(excluded);
  const told = exclusions.map(
    ({ facilityName, intakeId, rule, ...finding }) =>
      `- ${facilityName} (${intakeId}): ${named(rule)} ${explain(finding)}`,
  );
  const beyond = counts.reduce((sum, [, count]) => sum + count, 0) - told.length;
  return [
    ...counts.map(([rule, count]) => `${named(rule)}: ${count} (${ruleOf.get(rule)?.title ?? ''})`),
    ...(all ? told : []),
    ...(all && beyond > 0 ? [`- ${beyond} more, farther away or out of reach`] : []),
  ];
};

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

/** A matching as a text to read; with `all`, every verdict with its rule and source, and why each site is where it is. */
export const matchReport = (matched: Matched, all: boolean): string => {
  const { request, matching } = matched;
  const { candidates, nearMisses, excluded, coverage, sitesConsidered } = matching;
  const out = Object.values(excluded).reduce((sum, count) => sum + count, 0);
  return [
    `${request.id}: ${disciplineNames[request.wishes.discipline]}`,
    `${sitesConsidered} looked at: ${candidates.length} candidates, ${nearMisses.length} near misses, ${out} excluded`,
    ...section('Candidates, best first', candidateLines(matched, all)),
    ...section('Near misses', nearMissLines(matched, all)),
    ...section('What would open more sites', openingLines(matched)),
    ...section('Required categories', coverage === null ? [] : [describeCoverage(coverage)]),
    ...section('Excluded, by rule', excludedLines(matched, all)),
    '',
  ].join('\n');
};
