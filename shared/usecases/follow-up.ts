import type { Facility } from '../domain/facility.ts';
import type { Decider } from '../domain/machine.ts';
import { type NextMail, type Offer, type Side } from '../domain/offer.ts';
import { hasOpenQuestion } from '../domain/offer-lifecycle.ts';
import type { Instant } from '../domain/primitives.ts';
import { refuse, type Result } from '../domain/result.ts';
import { siteOf, type Intake } from '../domain/site-offer.ts';
import { type Change, changeOffer } from './changes.ts';
import { endQuestion, endQuestionAgain, lastReminder, startQuestion, startQuestionAgain } from './follow-up-times.ts';
import type { Store } from './ports.ts';
import { quietUntil } from './quiet-times.ts';

interface FollowUp {
  readonly to: readonly Side[];
  readonly nextMail: NextMail | null;
}

const nobody = (nextMail: NextMail | null): FollowUp => ({ to: [], nextMail });

/** Somebody at the facility still reads what concerns an arrangement with it. */
const takesPart = ({ status }: Facility): boolean => status === 'open' || status === 'paused';

/** Whom the mail that is due goes to as things stand, and when the next one is. */
const followUpOf = (offer: Offer, facility: Facility, intake: Intake, now: Instant): FollowUp => {
  const everybody: readonly Side[] = takesPart(facility) ? ['technologist', 'facility'] : ['technologist'];
  const ended = offer.nextMail?.last !== false;
  switch (offer.status) {
    case 'made': {
      const isQuiet = (at: Instant) => quietUntil(facility.place, facility.profile.quietDays, at) !== null;
      const nextMail = ended ? null : lastReminder(offer.answerBy, now, isQuiet);
      // Whoever waits for our reply is not pressed, and a pause stops reminders like briefs (R21).
      return facility.status === 'open' && !hasOpenQuestion(offer) ? { to: ['facility'], nextMail } : nobody(nextMail);
    }
    case 'introduced': {
      // The dates may have been moved since.
      const planned = startQuestion(intake, offer.introducedAt);
      if (now < planned.at) return nobody(planned);
      return { to: everybody, nextMail: ended ? null : startQuestionAgain(now) };
    }
    case 'started': {
      const planned = endQuestion(intake, offer.startedAt);
      if (now < planned.at) return nobody(planned);
      return { to: everybody, nextMail: ended ? null : endQuestionAgain(now) };
    }
    case 'completed':
      // The technologist was asked with the news of the end.
      return { to: everybody.filter((side) => side === 'facility'), nextMail: null };
    default:
      return nobody(null);
  }
};

/** The time of a mail that the service writes of its own accord has come: it is queued, or what has changed is obeyed. */
export const followUp = async (store: Store, offer: Offer, decider: Decider): Promise<Result<Change<Offer>>> => {
  const at = await store.facilities.withSites(offer.facilityId);
  const site = at && siteOf(at, offer.intakeId);
  if (at === null || site === null) return refuse('not-found');
  const { facility } = at;
  return changeOffer(
    store,
    offer,
    { action: 'follow-up', ...followUpOf(offer, facility, site.intake, decider.now) },
    decider,
    { quietUntil: quietUntil(facility.place, facility.profile.quietDays, decider.now) },
  );
};
