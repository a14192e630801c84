import { createHash } from 'node:crypto';
import { ok, type Result } from '../../domain/result.ts';
import { atATime } from '../at-a-time.ts';
import { claimed } from '../claim-facility.ts';
import { editFacility } from '../edit-facility.ts';
import { addIntake, editIntake } from '../intakes.ts';
import { deciderOf } from '../moments.ts';
import { perform } from '../perform.ts';
import type { Call, Ports } from '../ports.ts';
import { putSiteOffer } from '../site-offers.ts';
import {
  type ImportOutcome,
  type ImportPlan,
  type ImportStep,
  mostFacilities,
  type RefusedStep,
  type SentFile,
  stepsACall,
} from './import-plan.ts';
import { planFacility } from './plan-facility.ts';
import { notTaken, readFile, tooMany } from './read-file.ts';

export type ImportPorts = Pick<Ports, 'store' | 'clock' | 'ids' | 'places' | 'personKeys' | 'periods'>;

const digestOf = (steps: readonly ImportStep[]): string =>
  createHash('sha256').update(JSON.stringify(steps)).digest('base64url');

/** A new facility comes with all that it offers. */
const thingsIn = (steps: readonly ImportStep[]): number =>
  steps.reduce((sum, step) => {
    const offers = step.kind === 'new-facility' ? step.claim.siteOffers : [];
    return sum + 1 + offers.length + offers.reduce((inner, { intakes }) => inner + intakes.length, 0);
  }, 0);

/** What a file would change of what is there now. Nothing is written. */
export const planImport =
  ({ store, places }: Pick<ImportPorts, 'store' | 'places'>) =>
  async (file: SentFile): Promise<ImportPlan> => {
    const { columns, rows, problems } = readFile(file);
    const byFacility = [...Map.groupBy(rows, ({ value }) => value.facility).values()];
    const left = notTaken.filter((field) => columns.includes(field));
    if (byFacility.length > mostFacilities) {
      const refused = [tooMany(file.name, byFacility.length)];
      return { steps: [], problems: refused, unchanged: 0, notTaken: left, digest: digestOf([]) };
    }
    const plans = await atATime(16, byFacility, async ([first, ...others]) => {
      if (first === undefined) return { steps: [], problems: [], things: 0 };
      const found = await store.facilities.withSites(first.value.facility);
      return planFacility({ rows: [first, ...others], columns, found, places });
    });
    const steps = plans.flatMap((plan) => plan.steps);
    const whole = plans.filter((plan) => plan.problems.length === 0);
    const things = whole.reduce((sum, plan) => sum + plan.things, 0);
    return {
      steps,
      problems: [...problems, ...plans.flatMap((plan) => plan.problems)].toSorted((a, b) => a.line - b.line),
      unchanged: things - thingsIn(steps),
      notTaken: left,
      digest: digestOf(steps),
    };
  };

/** Does one step, by the use-case that does the same for a facility's own people; the audit names the coordinator. */
const take = async (ports: ImportPorts, step: ImportStep, call: Call): Promise<Result<unknown>> => {
  const { facilityId } = step;
  switch (step.kind) {
    case 'new-facility':
      return perform(ports.store, call, async () => {
        const { writes, next } = await claimed(ports, step.claim, deciderOf(ports.clock, call.actor));
        return ok({ writes, answer: { facilityId, version: next.version } });
      });
    case 'facility': {
      const { version, zip, zone, profile } = step;
      return editFacility(ports)({ facilityId, version, zip, zone, profile }, call);
    }
    case 'site-offer': {
      const { discipline, version, terms } = step;
      return putSiteOffer(ports)({ facilityId, discipline, version, terms }, call);
    }
    case 'new-intake': {
      const { discipline, mark, terms } = step;
      const ids = { ...ports.ids, intakeMark: () => mark };
      return addIntake({ ...ports, ids })({ facilityId, discipline, ...terms }, call);
    }
    case 'intake': {
      const { of: intakeId, version, terms, closed } = step;
      return editIntake(ports)({ facilityId, intakeId, version, ...terms, closed }, call);
    }
  }
};

/**
 * Does what a plan says, if a plan made now says the same: `seen` is the digest of the one that was shown. Each thing is
 * written by a transaction of its own; whoever was interrupted sends the file again, and what was done is not done
 * twice, because it is there.
 */
export const importFacilities =
  (ports: ImportPorts) =>
  async (file: SentFile, seen: string, { actor }: Call): Promise<ImportOutcome> => {
    const plan = await planImport(ports)(file);
    if (plan.digest !== seen) return { is: 'changed', plan };
    const now = plan.steps.slice(0, stepsACall);
    const byFacility = [...Map.groupBy(now, ({ facilityId }) => facilityId).values()];
    const refused = await atATime(8, byFacility, async (steps): Promise<readonly RefusedStep[]> => {
      for (const step of steps) {
        const result = await take(ports, step, { actor });
        // What comes after it may rest on it: the next plan says what is left.
        if (!result.ok) return [{ step, detail: result.refusal.detail ?? result.refusal.code }];
      }
      return [];
    });
    const left = await planImport(ports)(file);
    return { is: 'done', taken: plan.steps.length - left.steps.length, refused: refused.flat(), plan: left };
  };
