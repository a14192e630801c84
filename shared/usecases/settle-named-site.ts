import type * as contract from '../contracts/invitations.ts';
import type { Invitation } from '../domain/named-site.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { changeRequestAsSeen } from './as-seen.ts';
import { changeRequest } from './changes.ts';
import { deciderOf } from './moments.ts';
import type { Ports, Store, Write } from './ports.ts';
import type { UseCase } from './use-case.ts';

/** A9: a program that forbids its students to contact sites forbids an invitation, too; and it must still allow it. */
const allowedByProgram = async (
  { programs }: Store,
  { wishes: { programId } }: PlacementRequest,
): Promise<Result<readonly Write[]>> => {
  const program = programId === null ? null : await programs.get(programId);
  if (program === null) return ok([]);
  return program.allowsContact === 'no'
    ? refuse('action-not-possible', { detail: 'A9: the technologist’s program forbids contacting sites.' })
    : ok([programs.requireUnchanged(program)]);
};

/** Nobody is invited twice, whoever names the site, nor after leaving the service. */
const oneInvitation = async ({ people }: Store, personKey: string): Promise<Result<readonly Write[]>> =>
  (await people.mayBeInvited(personKey))
    ? ok([people.noteInvitation(personKey)])
    : refuse('action-not-possible', {
        field: 'email',
        detail: 'This address was invited before, or does not wish to hear from us.',
      });

/**
 * R25: a technologist named a site outside the list. After vetting, it gets one invitation to take part, which tells
 * nothing of the technologist; or it gets none.
 */
export const settleNamedSite =
  ({
    store,
    clock,
    personKeys,
  }: Pick<Ports, 'store' | 'clock' | 'personKeys'>): UseCase<typeof contract.settleNamedSite> =>
  async ({ requestId, ...decision }, call) =>
    changeRequestAsSeen(store, call, { requestId, version: decision.version }, async (request) => {
      if (request.wishes.namedSite === null)
        return refuse('action-not-possible', { detail: 'The technologist has named no site.' });
      if (request.invitation !== null)
        return refuse('action-not-possible', { detail: 'The site that was named is settled already.' });
      const decider = deciderOf(clock, call.actor);
      const decided = { by: call.actor.id, at: decider.now };
      const settle = (invitation: Invitation) =>
        changeRequest(store, request, [{ action: 'settle-named-site', invitation }], decider);
      if (decision.decision === 'decline') return settle({ status: 'declined', reason: decision.reason, ...decided });

      const allowed = await allowedByProgram(store, request);
      if (!allowed.ok) return allowed;
      const once = await oneInvitation(store, await personKeys.of(decision.email));
      if (!once.ok) return once;
      const { email, evidence } = decision;
      const settled = settle({ status: 'invited', email, evidence, ...decided });
      if (!settled.ok) return settled;
      const { next, writes } = settled.value;
      return ok({ next, writes: [...writes, ...allowed.value, ...once.value] });
    });
