import type * as z from 'zod';
import type { submitRequest } from '../contracts/technologist.ts';
import { draftDays, requestIdOf, type Draft, type DraftFields, type DraftId } from '../domain/draft.ts';
import { later } from '../domain/durations.ts';
import { record } from '../domain/machine.ts';
import { checkedPersonalAddress } from '../domain/personal-address.ts';
import type { RequestIn } from '../domain/placement-request.ts';
import type { RequestId } from '../domain/primitives.ts';
import { decideRequest } from '../domain/request-lifecycle.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { checkedWishes } from './checked-wishes.ts';
import { releaseNext } from './confirmation-mails.ts';
import { countForm, type FormPorts } from './count-form.ts';
import { countingDay, nowOf } from './moments.ts';
import { newRequest } from './new-request.ts';
import { perform } from './perform.ts';
import type { Call, Ports } from './ports.ts';
import { mailOfRequest, queueMail } from './queue-mail.ts';

/** A request as it is sent, whole. */
export type RequestInput = z.output<typeof submitRequest.body>;

/** One mail a day to an address that may be a stranger's, whatever is begun or submitted under it. */
const mailsADay = 1;

/**
 * Begins a draft under an address, and mails the link that opens it: the only mail that is sent before the address has
 * answered. The answer is the same for every address, and whether a mail left today already.
 */
export const beginDraft =
  (ports: FormPorts & Pick<Ports, 'ids' | 'personKeys'>) =>
  async ({ email }: Pick<Draft, 'email'>, call: Call): Promise<Result<null>> => {
    const { store, clock, ids, personKeys } = ports;
    return perform(store, call, async () => {
      const counted = await countForm(ports, call);
      if (!counted.ok) return counted;
      const own = checkedPersonalAddress('email', email);
      if (!own.ok) return own;
      const now = nowOf(clock);
      const day = countingDay(now);
      const personKey = await personKeys.of(email);
      if ((await store.people.mailsOn(personKey, 'confirmation', day)) >= mailsADay)
        return ok({ writes: counted.value, answer: null });
      const draft: Draft = {
        id: ids.draft(),
        version: 1,
        updatedAt: now,
        email,
        personKey,
        begunAt: now,
        expiresAt: later(now, draftDays, 'day'),
        accessVersion: 1,
        fields: {},
        edits: null,
        requestId: null,
      };
      const mail = queueMail({
        intent: { kind: 'draft-begun', subject: draft.id, round: 1 },
        subjectVersion: draft.version,
        link: { version: draft.accessVersion, expiresAt: draft.expiresAt },
        now,
      });
      return ok({
        writes: [
          ...counted.value,
          store.drafts.create(draft),
          store.people.noteMail(personKey, 'confirmation', day, mailsADay),
          store.outbox.enqueue(mail),
        ],
        answer: null,
      });
    });
  };

/** The draft as it is now, if it was not sent yet. */
const openDraft = async ({ drafts }: Ports['store'], draftId: DraftId): Promise<Result<Draft>> => {
  const draft = await drafts.get(draftId);
  if (draft === null) return refuse('not-found');
  return draft.requestId === null
    ? ok(draft)
    : refuse('action-not-possible', { detail: 'This request was sent already. Its status page is where it goes on.' });
};

/** Keeps what was written in one step, right or wrong; `change` makes the new fields of those that were. */
export const saveDraft =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>) =>
  async (
    { draftId, change }: { readonly draftId: DraftId; readonly change: (fields: DraftFields) => DraftFields },
    call: Call,
  ): Promise<Result<Draft>> =>
    perform(store, call, async () => {
      const found = await openDraft(store, draftId);
      if (!found.ok) return found;
      const draft = found.value;
      const next = { ...draft, version: draft.version + 1, updatedAt: nowOf(clock), fields: change(draft.fields) };
      return ok({ writes: [store.drafts.update(draft, next)], answer: next });
    });

/**
 * Makes the draft a request. Whoever sends it came by the mailed link, so the address is proven: the request is
 * confirmed as it is submitted, and both are in its audit chain.
 */
export const sendDraft =
  (ports: Pick<Ports, 'store' | 'clock' | 'places' | 'periods'>) =>
  async (
    { draftId, input }: { readonly draftId: DraftId; readonly input: RequestInput },
    call: Call,
  ): Promise<Result<{ readonly requestId: RequestId }>> => {
    const { store, clock, places } = ports;
    return perform(store, call, async () => {
      const found = await openDraft(store, draftId);
      if (!found.ok) return found;
      const draft = found.value;
      const checked = await checkedWishes({ store, places, clock }, input);
      if (!checked.ok) return checked;
      const id = requestIdOf(draftId);
      const now = nowOf(clock);
      const decider = { now, actor: { kind: 'technologist', id } } as const;
      const submitted = record<RequestIn<'submitted'>>(
        null,
        newRequest({
          id,
          contact: { ...input.contact, email: draft.email },
          wishes: input.wishes,
          home: checked.value.home,
          personKey: draft.personKey,
          now,
          confirmHours: ports.periods.confirmHours,
        }),
        'submit',
        decider,
      );
      const decided = decideRequest(submitted.next, { action: 'confirm' }, decider);
      if (!decided.ok) return decided;
      const { next: request, mails, audit } = decided.value;
      const { personKey } = draft;
      return ok({
        writes: [
          store.requests.create(request),
          store.audit.append(submitted.audit),
          store.audit.append(audit),
          ...mails.map((intent) => store.outbox.enqueue(mailOfRequest(intent, request, now))),
          store.people.openRequest(personKey, id),
          // What was written is in the request now.
          store.drafts.update(draft, {
            ...draft,
            version: draft.version + 1,
            updatedAt: now,
            fields: {},
            requestId: id,
          }),
          ...(await releaseNext(store, { personKey, confirmed: id, now })),
        ],
        answer: { requestId: id },
      });
    });
  };
