import type * as contract from '../contracts/requirements.ts';
import { requirementsId, mostCorrections, type Requirements } from '../domain/requirements.ts';
import { ok, refuse } from '../domain/result.ts';
import { figuresOn, nameOfFigure, nextVersion, requirementsOn } from '../matching/requirements.ts';
import { staleness } from './as-seen.ts';
import { keepUp, unwritten } from './changes.ts';
import { countingDay, deciderOf, nowOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports, Store } from './ports.ts';
import type { UseCase } from './use-case.ts';

type Kept = Pick<Ports, 'store' | 'clock'>;

/** R1: the figures in force today, coordinators' corrections included; a correction is everywhere within a minute. */
export const requirementsOf = async ({
  store,
  clock,
}: Pick<Ports, 'clock'> & { readonly store: Pick<Store, 'requirements'> }): Promise<Requirements> =>
  requirementsOn(countingDay(nowOf(clock)), await store.requirements.corrections());

/** Every version of every figure, with its source. */
export const readRequirements =
  ({ store, clock }: Kept): UseCase<typeof contract.readRequirements> =>
  async () => {
    const kept = await store.requirements.get(requirementsId);
    return ok({
      version: kept?.version ?? null,
      figures: [...figuresOn(countingDay(nowOf(clock)), kept?.corrections ?? [])],
    });
  };

/** Adds the next version of a figure; `version` is null before the first correction of all. */
export const correctRequirement =
  ({ store, clock }: Kept): UseCase<typeof contract.correctRequirement> =>
  async ({ version, figure: terms }, call) =>
    perform(store, call, async () => {
      const before = await store.requirements.get(requirementsId);
      if (before === null && version !== null)
        return refuse('not-found', { field: 'version', detail: 'Nothing was corrected yet: send null.' });
      const stale = before && (await staleness(store.audit, before, version ?? 0));
      if (stale !== null) return stale;
      const corrections = before?.corrections ?? [];
      if (corrections.length >= mostCorrections)
        return refuse('invalid-input', {
          field: 'figure',
          detail: `There are ${mostCorrections} corrections: publish a version of the service with them first.`,
        });
      const figure = nextVersion(corrections, terms);
      const { next, writes } = keepUp(
        { repository: store.requirements, audit: store.audit },
        before,
        { ...(before ?? { ...unwritten, id: requirementsId }), corrections: [...corrections, figure] },
        `correct ${nameOfFigure(terms)}`,
        deciderOf(clock, call.actor),
      );
      return ok({ writes, answer: { version: next.version, figureVersion: figure.version } });
    });
