import { fieldsOf } from '../contracts/request-form/write-form.ts';
import { type Draft, draftDays, type DraftFields, editDraftIdOf } from '../domain/draft.ts';
import { later } from '../domain/durations.ts';
import type { PlacementRequest, RequestStatus } from '../domain/placement-request.ts';
import type { Instant, RequestId } from '../domain/primitives.ts';
import { mayBeEdited } from '../domain/request-lifecycle.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { RequestInput } from './drafts.ts';
import { editedRequest } from './edit-request.ts';
import { nowOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Call, Ports, Store } from './ports.ts';

/** A request that was sent is changed by the steps of its form: in a draft, which changes nothing until it is sent. */

interface Edited {
  readonly requestId: RequestId;
}

const freshDraft = (request: PlacementRequest, now: Instant): Draft => ({
  id: editDraftIdOf(request.id),
  version: 0,
  updatedAt: now,
  email: request.contact.email,
  personKey: request.personKey,
  begunAt: now,
  expiresAt: later(now, draftDays, 'day'),
  accessVersion: request.accessVersion,
  fields: fieldsOf({ contact: request.contact, zip: request.home.zip, wishes: request.wishes }),
  edits: { requestId: request.id, version: request.version },
  requestId: null,
});

interface Editing {
  readonly request: PlacementRequest;
  /** As it is kept, or as the request is, where nobody changed anything yet. */
  readonly draft: Draft;
  readonly isKept: boolean;
}

const editing = async ({ requests, drafts }: Store, requestId: RequestId, now: Instant): Promise<Result<Editing>> => {
  const [request, kept] = await Promise.all([requests.get(requestId), drafts.get(editDraftIdOf(requestId))]);
  if (request === null) return refuse('not-found');
  if (!mayBeEdited(request.status))
    return refuse('action-not-possible', {
      detail: 'What you asked for cannot be changed while sites are asked by it, or after it ended.',
    });
  return ok({ request, draft: kept ?? freshDraft(request, now), isKept: kept !== null });
};

/** What is being changed of a request. */
export const readEdit =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>) =>
  async ({ requestId }: Edited): Promise<Result<Draft>> => {
    const found = await editing(store, requestId, nowOf(clock));
    return found.ok ? ok(found.value.draft) : found;
  };

/** Keeps what was written in one step, right or wrong; `change` makes the new fields of those that were. */
export const saveEdit =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>) =>
  async (
    { requestId, change }: Edited & { readonly change: (fields: DraftFields) => DraftFields },
    call: Call,
  ): Promise<Result<Draft>> =>
    perform(store, call, async () => {
      const now = nowOf(clock);
      const found = await editing(store, requestId, now);
      if (!found.ok) return found;
      const { draft, isKept } = found.value;
      const next = { ...draft, version: draft.version + 1, updatedAt: now, fields: change(draft.fields) };
      return ok({ writes: [isKept ? store.drafts.update(draft, next) : store.drafts.create(next)], answer: next });
    });

/** Changes the request to what was written; what the form does not ask for stays as it was. */
export const sendEdit =
  (ports: Pick<Ports, 'store' | 'clock' | 'places'>) =>
  async (
    { requestId, input }: Edited & { readonly input: RequestInput },
    call: Call,
  ): Promise<Result<{ readonly requestId: RequestId; readonly status: RequestStatus }>> => {
    const { store, clock } = ports;
    return perform(store, call, async () => {
      const found = await editing(store, requestId, nowOf(clock));
      if (!found.ok) return found;
      const { request, draft } = found.value;
      const { recordsSince } = input.wishes;
      const wishes = {
        ...input.wishes,
        siteOrder: request.wishes.siteOrder,
        recordsCounted: request.wishes.recordsCounted.filter(({ on }) => recordsSince === null || on >= recordsSince),
      };
      const version = draft.edits?.version ?? request.version;
      const { name, phone } = input.contact;
      const edit = { version, zip: input.zip, wishes, contact: { name, phone } };
      const change = await editedRequest(ports, request, edit, call);
      if (!change.ok) return change;
      const { next, writes } = change.value;
      return ok({ writes: [...writes, store.drafts.remove(draft.id)], answer: { requestId, status: next.status } });
    });
  };
