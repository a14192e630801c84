import type { Track } from '../domain/discipline.ts';
import type { Block } from '../domain/schedule.ts';
import { choosePlan, noBurden, type Burden, type Piece } from './plan.ts';
import { minutesByWeekday } from './records.ts';
import { liabilityOf } from './rules/r05-liability.ts';
import { weeklyStretches, type Timeline } from './timeline.ts';
import type { Encounter, Hours, Plan, Segment, Standing } from './types.ts';
import { emptyWeek, intersect, minutesOf, subtract } from './week.ts';

/** R12 and R5: what one week comes to, with the best plan for it. */

/** A site of the employer, or of its health system. */
export const isEmployers = (track: Track): boolean => track === 'employer' || track === 'sister';

/** The larger of both sides' weekly minimum. A placement without any hours is none, even where neither side names one. */
export const largerMinimum = (mine: number, theirs: number): number => Math.max(1, mine, theirs);

export const neededMinutes = ({ request: { wishes }, site: { offer } }: Encounter): number =>
  largerMinimum(wishes.minWeeklyMinutes, offer.terms.minWeeklyMinutes);

/** At sites that have nothing to do with the employer all hours stand alike: cover decides nothing between them. */
export const burdenOf = (encounter: Encounter): Burden =>
  isEmployers(encounter.track) ? (standing) => liabilityOf(encounter, standing) : noBurden;

/**
 * How hours stand apart from any shifts: outside. But at a sister site the same legal entity may employ; only a known,
 * different one settles it (R5).
 */
export const standingApart = ({ track, site: { offer }, context: { employer } }: Encounter): Standing =>
  track === 'sister' && (offer.facility.legalEmployer === null || (employer?.legalEmployer ?? null) === null)
    ? 'entity-unknown'
    : 'outside';

const withStanding = (segments: readonly Segment[], standing: Standing, timeline: Timeline): Piece[] =>
  weeklyStretches(segments, timeline).map(({ from, to }) => ({ from, to, standing }));

/** R5: usable hours, cut at the regular hours of the own employer. */
const cut = (
  { schedule: { shifts: shiftsAtHome, ifAdjusted } }: Encounter,
  usable: readonly Segment[],
  timeline: Timeline,
  adjusted: boolean,
): readonly Piece[] => {
  if (shiftsAtHome === null) return withStanding(usable, 'irregular', timeline);
  const shifts = timeline.ofHome(shiftsAtHome);
  const proposed = timeline.ofHome(ifAdjusted?.shifts ?? emptyWeek);
  // In an adjusted week only what was regular before and stays so is sure.
  const regular = adjusted ? intersect(shifts, proposed) : shifts;
  const adjusting = subtract(proposed, regular);
  const rest = subtract(usable, regular);
  return [
    ...withStanding(intersect(usable, regular), 'regular', timeline),
    ...withStanding(intersect(rest, adjusting), 'adjusting', timeline),
    ...withStanding(subtract(rest, adjusting), 'outside', timeline),
  ];
};

/** `outside` first: it names the weightier of two rows that pass. */
const standingsOf = (pieces: readonly Piece[]): readonly Standing[] => {
  const standings = [...new Set(pieces.map(({ standing }) => standing))];
  return standings.includes('outside') ? ['outside', ...standings.filter((one) => one !== 'outside')] : standings;
};

/** What the usable hours of a week come to. */
export interface WeekOutcome {
  readonly finding: Hours['finding'];
  readonly mode: Hours['mode'];
  readonly blocks: readonly Block[];
  /** Inside an adjustment of the shifts that the employer has not confirmed. */
  readonly adjusted: boolean;
}

/** The plan is made when it is asked for: of most weeks only the sum of the usable hours counts. */
export class WeekHours implements Hours {
  readonly finding: Hours['finding'];
  readonly mode: Hours['mode'];
  readonly blocks: readonly Block[];
  readonly usableMinutes: number;
  readonly neededMinutes: number;
  readonly standings: readonly Standing[];
  readonly worstWeek = null;
  readonly #encounter: Encounter;
  readonly #timeline: Timeline;
  readonly #pieces: () => readonly Piece[];
  #chosen: readonly Piece[] | null = null;
  #plan: Plan | null = null;
  #minutesByWeekday: readonly number[] | null = null;

  constructor(encounter: Encounter, usable: readonly Segment[], timeline: Timeline, outcome: WeekOutcome) {
    this.finding = outcome.finding;
    this.mode = outcome.mode;
    this.blocks = outcome.blocks;
    this.usableMinutes = minutesOf(usable);
    this.neededMinutes = neededMinutes(encounter);
    this.#encounter = encounter;
    this.#timeline = timeline;
    if (encounter.track === 'employer' && outcome.mode === 'weekly') {
      const pieces = cut(encounter, usable, timeline, outcome.adjusted);
      this.#pieces = () => pieces;
      this.standings = this.#standingsAmong(pieces);
    } else {
      const standing = standingApart(encounter);
      this.#pieces = () => withStanding(usable, standing, timeline);
      this.standings = [standing];
    }
  }

  get plan(): Plan {
    return (this.#plan ??= this.#makePlan());
  }

  get minutesByWeekday(): readonly number[] {
    return (this.#minutesByWeekday ??= minutesByWeekday(this.plan.segments));
  }

  #standingsAmong(pieces: readonly Piece[]): readonly Standing[] {
    const standings = standingsOf(pieces);
    // Where all hours stand alike, so does every plan; where there are none, it is told how they would stand.
    if (standings.length > 1) return standingsOf(this.#choose());
    if (standings.length === 1) return standings;
    return [this.#encounter.schedule.shifts === null ? 'irregular' : 'outside'];
  }

  #choose(): readonly Piece[] {
    const { request, site } = this.#encounter;
    return (this.#chosen ??= choosePlan(
      this.#pieces(),
      {
        neededMinutes: this.neededMinutes,
        wantedMinutes: request.wishes.wantedWeeklyMinutes,
        shortestMinutes: site.offer.terms.minBlockMinutes,
      },
      burdenOf(this.#encounter),
    ));
  }

  #makePlan(): Plan {
    const { request, site } = this.#encounter;
    const chosen = this.#choose();
    const weeklyMinutes = minutesOf(chosen);
    return {
      segments: chosen.map((piece) => {
        const { from, to } = this.#timeline.shown(piece);
        return { from, to, regular: piece.standing === 'regular' };
      }),
      zone: site.offer.facility.place.zone,
      weeklyMinutes,
      neededMinutes: this.neededMinutes,
      missingToWantedMinutes: Math.max(0, request.wishes.wantedWeeklyMinutes - weeklyMinutes),
      blocks: this.blocks,
    };
  }
}
