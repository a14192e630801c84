import { windowsInWords, fromTo, hours } from '../domain/wording.ts';
import { findings } from './phrases/findings.ts';
import { journeyInWords } from './phrases/measures.ts';
import { remedies } from './phrases/remedies.ts';
import { latest, remembered } from './remembered.ts';
import type { Opening } from './openings.ts';
import { windowsOf } from './week.ts';
import type { Facts, Finding, MatchingSettings, Plan, Remedy, Segment } from './types.ts';

/** The one place where findings become words. */

/** A method's parameter may be narrower than declared: a finding's facts were checked where its rule made it. */
type Phrase = { say(facts: Facts): string }['say'];

/** Most sites are told the same: the words of each code are kept until other facts come. */
const speaker = (phrases: Readonly<Record<string, Phrase>>): ((finding: Finding) => string) => {
  const says = new Map(Object.entries(phrases).map(([code, phrase]) => [code, latest(phrase)]));
  return ({ code, facts }) => {
    const say = says.get(code);
    if (say === undefined) throw new Error(`no phrase for "${code}"`);
    return say(facts);
  };
};

/** A finding or note as a sentence. */
export const explain = speaker(findings);

/** A remedy as what would change it: `20 more miles of travel each way`. */
export const explainRemedy: (remedy: Remedy) => string = speaker(remedies);

/** `Mon, Wed 5 PM to 9 PM`. */
export const describeHours = (segments: readonly Segment[]): string =>
  segments.length === 0 ? 'no hours' : windowsInWords(segments.flatMap(windowsOf));

/** Sites with the same hours share a plan. */
const planInWords = remembered((plan: Plan): string => {
  if (plan.segments.length === 0) return 'no hours in common';
  const dates = plan.blocks.map(({ from, to }) => `, ${fromTo(from, to)}`).join('');
  return `${describeHours(plan.segments)} (${hours(plan.weeklyMinutes)} a week)${dates}`;
});

/** `Mon, Wed 5 PM to 9 PM (8 hours a week)`, with the dates of a block rotation. */
export const describePlan = (plan: Plan | null): string => (plan === null ? 'hours not known yet' : planInWords(plan));

/** `41 miles away in a straight line (about 1.1 hours by road: 41 × 1.3 ÷ 50 mph)`. */
export const describeDistance = (miles: number | null, settings: MatchingSettings): string =>
  miles === null
    ? 'distance not known'
    : journeyInWords({ miles, detour: settings.detourFactor, speed: settings.milesPerHour });

/** `10 more miles of travel each way opens 3 sites`. */
export const describeOpening = ({ changes, opens }: Opening): string =>
  `${changes.map(explainRemedy).join(' and ')} ${changes.length === 1 ? 'opens' : 'together open'} ${opens.length} ${opens.length === 1 ? 'site' : 'sites'}`;
