import { html } from 'hono/html';
import type { CaseView } from '../../../contracts/case.ts';
import { trackNames } from '../../../domain/discipline.ts';
import { fromTo, onDate } from '../../../domain/wording.ts';
import { sourcesInWords } from '../../../matching/rules/sources.ts';
import type { WeekView } from '../../../usecases/views/week.ts';
import { badge, factsList } from '../../parts.ts';
import type { Html } from '../../render.ts';
import { weekPicture } from '../../week-picture.ts';

export type Candidate = CaseView['candidates'][number];
type Assessment = Omit<Candidate, 'aboveNext'>;
type Verdict = Candidate['verdicts'][number];

const outcomes: Readonly<Record<Verdict['outcome'], readonly [words: string, tone: 'bad' | 'wait' | 'info' | 'good']>> =
  {
    fail: ['not met', 'bad'],
    ask: ['to ask', 'wait'],
    condition: ['condition', 'info'],
    pass: ['met', 'good'],
  };

const ofOutcome = ({ verdicts }: Assessment, outcome: Verdict['outcome']): readonly Verdict[] =>
  verdicts.filter((verdict) => verdict.outcome === outcome);

/** `2 to ask, 1 condition`, `nothing`: what is open before a site can be settled. */
export const openPoints = (one: Assessment): string => {
  const [asks, conditions] = [ofOutcome(one, 'ask').length, ofOutcome(one, 'condition').length];
  const words = [
    ...(asks === 0 ? [] : [`${asks} to ask`]),
    ...(conditions === 0 ? [] : [`${conditions} ${conditions === 1 ? 'condition' : 'conditions'}`]),
  ];
  return words.join(', ') || 'nothing';
};

export const finishOf = ({ feasibility: { finishesOn, atBest } }: Assessment): string =>
  finishesOn === null ? '–' : `${onDate(finishesOn)}${atBest ? ' at best' : ''}`;

const verdictItem = ({ rule, title, source, outcome, words, notes }: Verdict): Html =>
  html`<li>
    ${badge(...outcomes[outcome])} <strong>${title}</strong>: ${words} ${notes.map((note) => html`${note} `)}
    <span class="small quiet">${rule}, from ${sourcesInWords(source)}</span>
  </li>`;

const verdictList = (verdicts: readonly Verdict[]): Html =>
  html`<ul class="verdicts">
    ${verdicts.map(verdictItem)}
  </ul>`;

/** What is not met or open stands there; what is met is a step away. */
const verdictsOf = (one: Assessment): Html => {
  const open = [...ofOutcome(one, 'fail'), ...ofOutcome(one, 'ask'), ...ofOutcome(one, 'condition')];
  const met = ofOutcome(one, 'pass');
  return html`${open.length === 0 ? '' : verdictList(open)}
    <details>
      <summary>${met.length} ${met.length === 1 ? 'rule is' : 'rules are'} met</summary>
      ${verdictList(met)}
    </details>`;
};

const wordsOf = ({ verdicts }: Assessment, rule: string): string =>
  verdicts.find((verdict) => verdict.rule === rule)?.words ?? 'not said';

const weekOf = (week: WeekView | undefined): Html | '' =>
  week === undefined || (week.technologist === null && week.site === null)
    ? ''
    : weekPicture({
        layers: {
          ...(week.technologist !== null && { mine: week.technologist }),
          ...(week.site !== null && { theirs: week.site }),
          plan: week.plan,
        },
        names: { mine: 'Free hours of the technologist', theirs: 'Training hours of the site', plan: 'The plan' },
        ...(week.zone !== null && { zone: `the site’s time, ${week.zone}` }),
      });

export const candidateAnchor = (intakeId: string): string => `site-${intakeId}`;

interface CandidateParts {
  readonly one: Candidate;
  /** Its place in the order, from 1. */
  readonly place: number;
  readonly week: WeekView | undefined;
  /** What was ruled or tried about it, in words. */
  readonly marks: readonly string[];
  /** All of it shows at once; else a line, until it is opened. */
  readonly isOpen: boolean;
}

/** A site that fits, with everything that speaks for and against it. */
export const candidateCard = ({ one, place, week, marks, isOpen }: CandidateParts): Html =>
  html`<details class="card candidate" ${isOpen ? html`open` : ''}>
    <summary>
      <h3 id="${candidateAnchor(one.intakeId)}">${place}. ${one.facilityName}</h3>
      ${badge(trackNames[one.track], 'info')} ${marks.map((mark) => badge(mark, 'neutral'))}
      <span class="quiet small">${openPoints(one)} open</span>
    </summary>
    <div class="two">
      ${factsList([
        { label: 'Distance', value: wordsOf(one, 'R16') },
        { label: 'Dates', value: fromTo(one.startsOn, one.endsOn) },
        { label: 'The plan', value: one.hours ?? 'hours not known yet' },
        { label: 'Finish', value: finishOf(one) },
        { label: 'Costs', value: wordsOf(one, 'R14') },
      ])}
      ${weekOf(week)}
    </div>
    ${verdictsOf(one)} ${one.aboveNext === null ? '' : html`<p class="why">${one.aboveNext.words}</p>`}
  </details>`;
