import type * as contract from '../contracts/coordinator.ts';
import { refuse } from '../domain/result.ts';
import { withRuling } from '../domain/rulings.ts';
import { changeRequestAsSeen } from './as-seen.ts';
import { changeRequest } from './changes.ts';
import { deciderOf } from './moments.ts';
import type { Ports } from './ports.ts';
import type { UseCase } from './use-case.ts';

/** A coordinator locks a request to one intake, forbids a facility for it, or ends such a ruling. */
export const ruleOnSite =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.ruleOnSite> =>
  async ({ ruling, ...seen }, call) =>
    changeRequestAsSeen(store, call, seen, async (request) => {
      const decider = deciderOf(clock, call.actor);
      const { discipline } = request.wishes;
      const ruled = withRuling(request.rulings, ruling, { discipline, by: call.actor.id, at: decider.now });
      if (!ruled.ok) return ruled;
      if (ruling.decision === 'lock' && (await store.intakes.get(ruling.intakeId)) === null)
        return refuse('invalid-input', { field: 'ruling.intakeId', detail: 'There is no such intake.' });
      const { decision } = ruling;
      return changeRequest(store, request, [{ action: 'rule', decision, rulings: ruled.value }], decider);
    });
