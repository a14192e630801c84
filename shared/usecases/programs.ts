import type * as contract from '../contracts/upkeep.ts';
import { ok, refuse } from '../domain/result.ts';
import { staleness } from './as-seen.ts';
import { keepUp, unwritten } from './changes.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports } from './ports.ts';
import type { UseCase } from './use-case.ts';

export const listPrograms =
  ({ store }: Pick<Ports, 'store'>): UseCase<typeof contract.listPrograms> =>
  async () =>
    ok({ items: [...(await store.programs.all())] });

export const createProgram =
  ({ store, clock, ids }: Pick<Ports, 'store' | 'clock' | 'ids'>): UseCase<typeof contract.createProgram> =>
  async (terms, call) =>
    perform(store, call, async () => {
      const { next, writes } = keepUp(
        { repository: store.programs, audit: store.audit },
        null,
        { ...unwritten, id: ids.program(), ...terms },
        'create',
        deciderOf(clock, call.actor),
      );
      return ok({ writes, answer: { programId: next.id, version: next.version } });
    });

export const editProgram =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.editProgram> =>
  async ({ programId, version, terms }, call) =>
    perform(store, call, async () => {
      const before = await store.programs.get(programId);
      if (before === null) return refuse('not-found');
      const stale = await staleness(store.audit, before, version);
      if (stale !== null) return stale;
      const { next, writes } = keepUp(
        { repository: store.programs, audit: store.audit },
        before,
        { ...before, ...terms },
        'edit',
        deciderOf(clock, call.actor),
      );
      return ok({ writes, answer: { programId, version: next.version } });
    });
