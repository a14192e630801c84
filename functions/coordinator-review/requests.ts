import * as contract from '../../shared/contracts/coordinator.ts';
import * as pages from '../../shared/contracts/coordinator-pages.ts';
import type { Result } from '../../shared/domain/result.ts';
import { IntakeId, partsOfIntakeId } from '../../shared/domain/site-offer.ts';
import { requestsPage } from '../../shared/html/coordinator/queue-page.ts';
import { requestReviewPage } from '../../shared/html/coordinator/review-page.ts';
import { approveFirst, approveOwn, placePrefix } from '../../shared/html/coordinator/review/shortlist.ts';
import type { Binding } from '../../shared/http/binding.ts';
import type { FormFields } from '../../shared/http/body.ts';
import { valueOf } from '../../shared/http/problems.ts';
import type { SessionPages } from '../../shared/http/session-pages.ts';
import { approveRequest, type ApprovalPorts } from '../../shared/usecases/approve-shortlist.ts';
import { replyToQuestion } from '../../shared/usecases/brief-questions.ts';
import { cancelOffer, recordNoShow } from '../../shared/usecases/cancel-offer.ts';
import { recordCompletion } from '../../shared/usecases/complete-placement.ts';
import { nowOf } from '../../shared/usecases/moments.ts';
import type { Call } from '../../shared/usecases/ports.ts';
import { readReview } from '../../shared/usecases/read-review.ts';
import { recordStart } from '../../shared/usecases/report-start.ts';
import {
  holdRequest,
  listRequests,
  noteEmployment,
  rejectRequest,
  resumeRequest,
} from '../../shared/usecases/review.ts';
import { ruleOnSite } from '../../shared/usecases/rule-on-site.ts';
import type { InputOf } from '../../shared/usecases/use-case.ts';
import { decide, decision, type Decision } from '../decide.ts';

/** What a coordinator does with an offer as it was seen, with or without a comment. */
type OfferStep = (input: InputOf<typeof contract.cancelOffer>, call: Call) => Promise<Result<unknown>>;

const versionOf = ({ version }: FormFields): number => Number(version);
const seen = (form: FormFields) => ({ version: versionOf(form), reason: form['reason'] });

const reason = { label: 'The reason', missing: 'Please write the reason.' };
const comment = { label: 'The comment', missing: 'Please write a comment.' };

/** The ids that the form listed, as far as was asked for. */
const firstOf = ({ ranking = '', count }: FormFields): unknown =>
  count === undefined ? undefined : ranking.split(' ').slice(0, Number(count));

/** Sites by the places that were written beside them: whole numbers from 1, each once. */
const orderOf = (form: FormFields): unknown => {
  const places = Object.entries(form).flatMap(([name, place]) =>
    name.startsWith(placePrefix) ? [{ intakeId: name.slice(placePrefix.length), place: place.trim() }] : [],
  );
  const order = places.toSorted((a, b) => Number(a.place) - Number(b.place));
  const isOrder = order.every(({ place }, index) => place === `${index + 1}`);
  return order.length === 0 || !isOrder ? undefined : order.map(({ intakeId }) => intakeId);
};

const ruled = (form: FormFields): unknown => {
  const { decision: chosen, intakeId, facilityId, reason: why } = form;
  switch (chosen) {
    case 'lock':
      return { decision: chosen, intakeId, reason: why };
    case 'forbid': {
      const site = IntakeId.safeParse(intakeId);
      return {
        decision: chosen,
        facilityId: site.success ? partsOfIntakeId(site.data).facilityId : undefined,
        reason: why,
      };
    }
    case 'allow':
      return { decision: chosen, facilityId };
    default:
      return { decision: chosen };
  }
};

const offerStep =
  (act: OfferStep, done: pages.DoneCode): ((offerId: string) => Decision) =>
  (offerId) =>
    decision({
      schema: () => contract.cancelOffer.body,
      input: (form) => ({ version: versionOf(form), comment: form['comment'] }),
      act: (input, call) => act({ offerId, ...input }, call),
      done: () => done,
      words: { comment },
    });

/** The form names its offer. */
const ofOffer =
  (make: (offerId: string) => Decision): Decision =>
  (form, call, name) =>
    make(form['offerId'] ?? '')(form, call, name);

const decisionsOn = (ports: ApprovalPorts, requestId: string): Readonly<Record<string, Decision>> => {
  const approval = (shortlist: (form: FormFields) => unknown, missing: string): Decision =>
    decision({
      schema: () => contract.approveRequest.body,
      input: (form) => ({ ...seen(form), shortlist: shortlist(form) }),
      act: (input, call) => approveRequest(ports)({ requestId, ...input }, call),
      done: () => 'approved',
      words: { reason, shortlist: { label: 'The shortlist', missing } },
    });
  const ruling = decision({
    schema: () => contract.ruleOnSite.body,
    input: (form) => ({ version: versionOf(form), ruling: ruled(form) }),
    act: (input, call) => ruleOnSite(ports)({ requestId, ...input }, call),
    done: () => 'ruled',
    words: {
      reason,
      decision: { label: 'The ruling', missing: 'Please choose a ruling.' },
      intakeId: { label: 'The site', missing: 'Please choose a site.' },
      facilityId: { label: 'The site', missing: 'Please choose a site.' },
    },
  });

  return {
    [approveFirst]: approval(firstOf, 'Please choose how many.'),
    [approveOwn]: approval(orderOf, 'Please write 1, 2, 3 … beside the sites, each number once and none left out.'),
    reject: decision({
      schema: () => contract.rejectRequest.body,
      input: seen,
      act: (input, call) => rejectRequest(ports)({ requestId, ...input }, call),
      done: () => 'rejected',
      words: { reason },
    }),
    hold: decision({
      schema: () => contract.holdRequest.body,
      input: seen,
      act: (input, call) => holdRequest(ports)({ requestId, ...input }, call),
      done: () => 'held',
      words: { reason },
    }),
    resume: decision({
      schema: () => contract.resumeRequest.body,
      input: (form) => ({ version: versionOf(form) }),
      act: (input, call) => resumeRequest(ports)({ requestId, ...input }, call),
      done: () => 'resumed',
      words: {},
    }),
    employment: decision({
      schema: () => contract.noteEmployment.body,
      input: (form) => ({
        version: versionOf(form),
        confirmed: form['confirmed'] === undefined ? undefined : form['confirmed'] === 'yes',
      }),
      act: (input, call) => noteEmployment(ports)({ requestId, ...input }, call),
      done: () => 'employment-noted',
      words: { confirmed: { label: 'The answer', missing: 'Please choose what the employer said.' } },
    }),
    rule: ruling,
    'end-ruling': ruling,
    reply: ofOffer((offerId) =>
      decision({
        schema: () => contract.replyToQuestion.body,
        input: (form) => ({ version: versionOf(form), reply: form['reply'] }),
        act: (input, call) => replyToQuestion(ports)({ offerId, ...input }, call),
        done: () => 'replied',
        words: { reply: { label: 'The reply', missing: 'Please write the reply.' } },
      }),
    ),
    cancel: ofOffer(offerStep(cancelOffer(ports), 'cancelled')),
    start: ofOffer(offerStep(recordStart(ports), 'started')),
    complete: ofOffer(offerStep(recordCompletion(ports), 'completed')),
    'no-show': ofOffer(offerStep(recordNoShow(ports), 'not-come')),
  };
};

/** The queue, and a request beside its candidates. */
export const pagesOfRequests = ({ page }: SessionPages, ports: ApprovalPorts): readonly Binding[] => [
  page(pages.queuePage, async ({ query, frame, call }) => {
    const { items, cursor } = valueOf(await listRequests(ports)(query, call));
    const { status } = query;
    const now = nowOf(ports.clock);
    return { html: requestsPage(frame, { status, items, next: cursor, isFirst: query.cursor === undefined, now }) };
  }),

  page(pages.reviewPage, async ({ params: { requestId }, query: { site, done }, frame }) => {
    const review = valueOf(await readReview(ports)(requestId, site));
    return { html: requestReviewPage(frame, { review, now: nowOf(ports.clock), done }) };
  }),

  page(pages.reviewForm, async ({ params: { requestId }, form, frame, call }) => {
    const decided = await decide(decisionsOn(ports, requestId), form, call, ['offerId']);
    if ('done' in decided) return { to: `${pages.queuePage.path}/${requestId}?done=${decided.done}` };
    const review = valueOf(await readReview(ports)(requestId));
    return {
      status: 422,
      html: requestReviewPage(frame, { review, now: nowOf(ports.clock), sent: decided.sent }),
    };
  }),
];
