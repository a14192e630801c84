import type { CaseView } from '../../shared/contracts/case.ts';
import { readBrief } from '../../shared/contracts/brief.ts';
import { trackNames, type Track } from '../../shared/domain/discipline.ts';
import { fromTo } from '../../shared/domain/wording.ts';
import type { Applicant, Host } from './cast.ts';
import { expectThat, found } from './expect.ts';
import { columns, detail, done, item, numbered, tell } from './print.ts';
import type { Stage } from './stage.ts';
import * as steps from './steps.ts';

type Candidate = CaseView['candidates'][number];

/** A facility opts in, confirms by mail and is vetted. */
export const optIn = async (stage: Stage, host: Host, evidence: string): Promise<string> => {
  const facilityId = await steps.optIn(stage, host, evidence);
  done(`${host.profile.name}: opted in, confirmed by mail, vetted (${evidence})`);
  return facilityId;
};

/** A technologist asks and confirms by mail; the request is then matched and waits in the review queue. */
export const ask = async (stage: Stage, applicant: Applicant): Promise<string> => {
  const requestId = await steps.ask(stage, applicant);
  done(`${applicant.contact.name}: asked for ${applicant.wishes.discipline}, confirmed by mail, matched`);
  return requestId;
};

const verdictOf = (candidate: Candidate, rule: string): string => {
  const verdict = found(
    candidate.verdicts.find((each) => each.rule === rule),
    `a verdict of ${rule}`,
  );
  return `${verdict.words} (${verdict.outcome})`;
};

/** By when all records could be there. */
const finishOf = (candidate: Candidate): string =>
  found(
    candidate.verdicts.find(({ rule }) => rule === 'R20'),
    'a verdict of R20',
  ).notes.join(' ');

const showCandidate = (candidate: Candidate, place: number): void => {
  numbered(place, candidate.facilityName);
  detail('dates', fromTo(candidate.startsOn, candidate.endsOn));
  detail('track', trackNames[candidate.track]);
  detail('distance', candidate.miles === null ? 'unknown' : `${candidate.miles.toFixed(1)} miles`);
  detail('hours', candidate.hours ?? 'to be settled with the site');
  detail('finish', finishOf(candidate));
  detail('liability', verdictOf(candidate, 'R6'));
  detail('HIPAA', verdictOf(candidate, 'R8'));
  const open = candidate.verdicts.filter(({ outcome, rule }) => outcome !== 'pass' && rule !== 'R6' && rule !== 'R8');
  // Several rules may wait for one answer.
  const outcomeOf = new Map(open.map(({ outcome, words }) => [words, outcome]));
  for (const [words, outcome] of outcomeOf) detail(outcome === 'ask' ? 'to ask' : 'before start', words);
  if (candidate.aboveNext !== null) detail('rank', candidate.aboveNext.words);
};

/** Prints a request's shortlist and what would change its near misses. */
export const review = async (
  stage: Stage,
  requestId: string,
  expected: { readonly name: string; readonly tracks: readonly Track[]; readonly nearMisses?: number },
): Promise<CaseView> => {
  const view = await steps.caseOf(stage, requestId);
  tell(`\n${expected.name} (${view.request.wishes.discipline}), ${view.sitesConsidered} sites looked at`);
  const shown = view.candidates.slice(0, 3);
  for (const [index, candidate] of shown.entries()) showCandidate(candidate, index + 1);
  if (view.candidates.length > shown.length) tell(`  and ${view.candidates.length - shown.length} more`);
  if (view.candidates.length === 0) tell('  No site is open to this request as it stands.');
  if (view.coverage !== null && view.candidates.length > 0) item(view.coverage.words);
  for (const miss of view.nearMisses.slice(0, 3))
    item(`${miss.facilityName} would open with: ${miss.changes.map(({ words }) => words).join(' and ')}`);
  for (const { facilityName, rule, words } of view.exclusions.slice(0, 2))
    item(`${facilityName} is excluded by ${rule}: ${words}`);
  const { single, pairs } = view.openings;
  for (const opening of [...single.slice(0, 3), ...pairs.slice(0, 2)]) item(opening.words);
  expectThat(
    expected.tracks.every((track, index) => view.candidates[index]?.track === track),
    `${expected.name}'s candidates begin with the tracks ${expected.tracks.join(', ') || '(none)'}, not ${view.candidates.map(({ track }) => track).join(', ')}`,
  );
  if (expected.tracks.length === 0) expectThat(view.candidates.length === 0, `${expected.name} has no candidate yet`);
  if (expected.nearMisses !== undefined)
    expectThat(
      view.nearMisses.length >= expected.nearMisses,
      `${expected.name} has ${expected.nearMisses} near misses`,
    );
  return view;
};

/** The coordinator approves the first sites of the ranking, in their order. */
export const approve = async (stage: Stage, requestId: string, sites: number): Promise<void> => {
  const { request, candidates } = await steps.approve(stage, requestId, sites);
  const names = candidates.slice(0, sites).map(({ facilityName }) => facilityName);
  done(`${request.contact.name}: approved for ${names.join(', then ')}`);
};

/** Prints the brief as the facility gets it, and checks that it is anonymous. */
export const showBrief = async (stage: Stage, mailbox: string, technologist: Applicant): Promise<string> => {
  const token = await stage.linkIn(mailbox, 'answer');
  const brief = await stage.client.call(readBrief, { token });
  tell(
    `\nThe brief to ${brief.facilityName}${brief.employeeName === null ? ', without a name' : `, naming its own employee ${brief.employeeName}`}:`,
  );
  const width = Math.max(...brief.facts.map(({ label }) => label.length));
  for (const { label, value } of brief.facts) detail(label, value, width);
  const text = JSON.stringify(brief);
  expectThat(!text.includes(technologist.contact.email), 'the brief holds no address');
  expectThat(
    brief.employeeName !== null || !text.includes(technologist.contact.name),
    'the brief holds no name unless the employee agreed',
  );
  return token;
};

export const showMails = (mails: readonly { readonly to: readonly string[]; readonly subject: string }[]): void => {
  columns([
    ['#', 'to', 'subject'],
    ...mails.map(({ to, subject }, index) => [String(index + 1), to.join(', '), subject]),
  ]);
};
