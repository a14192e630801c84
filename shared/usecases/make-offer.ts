import { type ContactBudget, type Contacts, newContact, objectionToContact } from '../domain/contact-budget.ts';
import { later } from '../domain/durations.ts';
import { record, type Decider } from '../domain/machine.ts';
import type { MailIntent } from '../domain/mail.ts';
import { type Offer, offerIdOf } from '../domain/offer.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Instant } from '../domain/primitives.ts';
import type { Refusal } from '../domain/refusal.ts';
import { forbiddenAt } from '../domain/rulings.ts';
import { type Intake, type IntakeId, partsOfIntakeId, type SiteOffer, siteOf } from '../domain/site-offer.ts';
import { assess } from '../matching/find-candidates.ts';
import { explain } from '../matching/phrases.ts';
import { consentIsClear } from '../matching/rank-sites.ts';
import type { Assessment } from '../matching/matching-types.ts';
import type { MatchingContext, Verdict } from '../matching/types.ts';
import { unwritten } from './changes.ts';
import { standingConsent } from './consent.ts';
import { timeToAnswer } from './follow-up-times.ts';
import { nowOf } from './moments.ts';
import type { Periods, Ports, Store, Write } from './ports.ts';
import { mailOfOffer } from './queue-mail.ts';
import { quietUntil } from './quiet-times.ts';

/** A site that a request may be offered to now, as the store has it. */
export interface OfferableSite {
  readonly site: { readonly offer: SiteOffer; readonly intake: Intake };
  readonly assessment: Assessment;
  /** How often its facility was contacted so far (R27). */
  readonly contacts: Contacts;
  /** Nobody at the facility is written to unasked before; null: now is fine. */
  readonly quietUntil: Instant | null;
  /** What else the check relied on: rules of the request's program (A9). */
  readonly relied: readonly Write[];
}

export type SiteCheck =
  | { readonly ok: true; readonly value: OfferableSite }
  /** `because`: the rule or the refusal in one word, for the audit. */
  | { readonly ok: false; readonly refusal: Refusal; readonly because: string };

const obstacle = (refusal: Refusal, because: string = refusal.code): SiteCheck => ({ ok: false, refusal, because });

/**
 * May this request be offered to this intake, now? Read from the store and not from the directory, whose view may be
 * seconds old: opt-in, vetting, dates, seat, consent, every other rule and the contact budget are checked anew.
 */
export const checkSite = async (
  { store, clock, budget }: OfferPorts,
  request: PlacementRequest,
  intakeId: IntakeId,
  context: MatchingContext,
): Promise<SiteCheck> => {
  const { facilityId, discipline } = partsOfIntakeId(intakeId);
  const found = await store.facilities.withSites(facilityId);
  const site = found && siteOf(found, intakeId);
  if (found === null || site === null) return obstacle({ code: 'not-found', detail: 'There is no such intake.' });
  const { offer, intake } = site;
  const forbidden = forbiddenAt(request.rulings, facilityId);
  if (forbidden !== undefined)
    return obstacle(
      {
        code: 'action-not-possible',
        detail: `A coordinator ruled this site out for the request: “${forbidden.reason}”`,
      },
      'forbidden',
    );
  if (found.facility.status !== 'open' || !offer.facility.open) return obstacle({ code: 'facility-not-open' });
  if (intake.closed) return obstacle({ code: 'intake-not-open' });
  if (intake.seatsTaken >= intake.seats) return obstacle({ code: 'seat-taken' });
  const assessment = assess(request, site, context);
  if (!consentIsClear(assessment))
    return obstacle(
      {
        code: 'consent-missing',
        detail: 'The technologist has not agreed that this employer and its sister sites are contacted (R3).',
      },
      'R3',
    );
  const failing = assessment.verdicts.find(({ outcome }) => outcome === 'fail');
  if (failing !== undefined)
    return obstacle({ code: 'site-not-matching', detail: `${failing.rule}: ${explain(failing)}` }, failing.rule);
  const kind = { discipline, track: assessment.track, direct: offer.facility.directIntroductions };
  const objection = objectionToContact(found.contacts, kind, budget, nowOf(clock));
  if (objection !== null) return obstacle(objection, 'R27');
  const relied = [...context.programs.values()].map(store.programs.requireUnchanged);
  const quiet = quietUntil(found.facility.place, found.facility.profile.quietDays, nowOf(clock));
  return { ok: true, value: { site, assessment, contacts: found.contacts, quietUntil: quiet, relied } };
};

/** Open questions and conditions in words, each once. */
const leftToSettle = (verdicts: readonly Verdict[]): string[] => {
  const open = verdicts
    .flatMap((verdict) => [verdict, ...verdict.also])
    .filter(({ outcome }) => outcome === 'ask' || outcome === 'condition');
  return [...new Set(open.map(explain))];
};

/** What offers are checked and made with. */
export type OfferPorts = Pick<Ports, 'store' | 'clock' | 'budget'>;

interface MakingOffer {
  readonly request: PlacementRequest;
  readonly at: OfferableSite;
  readonly periods: Periods;
  readonly budget: ContactBudget;
  /** What the technologist is told while the site decides. */
  readonly telling: 'shortlist-ready' | 'next-candidate';
}

/** A facility that chose direct introductions has said yes beforehand; the others are asked by the brief. */
const newOffer = (
  { request, at: { site, assessment, quietUntil: leaves }, periods }: MakingOffer,
  now: Instant,
): Offer => {
  const direct = site.offer.facility.directIntroductions;
  const introduceAt = later(now, periods.undoMinutes, 'minute');
  const { answerBy, nextMail } = timeToAnswer(periods, leaves ?? now);
  const common = {
    ...unwritten,
    id: offerIdOf(request.id, request.offersMade + 1),
    requestId: request.id,
    facilityId: site.offer.facilityId,
    intakeId: site.intake.id,
    discipline: site.offer.discipline,
    track: assessment.track,
    direct,
    madeAt: now,
    answerBy,
    linkVersion: 1,
    questions: [],
    toSettle: leftToSettle(assessment.verdicts),
    technologistConsent: standingConsent(request, direct ? introduceAt : now),
  };
  return direct
    ? { ...common, status: 'accepted', acceptedAt: now, acceptedBy: 'standing-consent', introduceAt, nextMail: null }
    : { ...common, status: 'made', nextMail };
};

/** Of a direct introduction the technologist hears by the introduction, or by the question whether it may be made. */
const firstMails = (
  { id, status, technologistConsent }: Offer,
  telling: MakingOffer['telling'],
): readonly MailIntent[] => {
  const mail = (kind: MailIntent['kind']): MailIntent => ({ kind, subject: id, round: 1 });
  if (status === 'made') return [mail('brief'), mail(telling)];
  return technologistConsent === 'awaited' ? [mail('consent-question')] : [];
};

/**
 * The writes that make an offer: it takes a seat and counts as a contact (R27), and nothing that the check relied on
 * may have changed since. The caller adds the request, which counts the offer (`note-offer`), so that it has one offer
 * under way at most.
 */
export const makeOffer = (store: Store, making: MakingOffer, decider: Decider): readonly Write[] => {
  const { site, contacts, quietUntil: leaves, relied } = making.at;
  const { next: offer, audit } = record(null, newOffer(making, decider.now), 'make', decider);
  return [
    store.offers.create(offer),
    store.audit.append(audit),
    store.intakes.takeSeat(site.intake),
    store.contacts.note(contacts, newContact(contacts, offer, making.budget, decider.now)),
    // It says of its facility whether it is open, so that a pause is noticed here too.
    store.siteOffers.requireUnchanged(site.offer),
    ...relied,
    ...firstMails(offer, making.telling).map((intent) =>
      store.outbox.enqueue(mailOfOffer(intent, offer, decider.now, intent.kind === 'brief' ? leaves : null)),
    ),
  ];
};
