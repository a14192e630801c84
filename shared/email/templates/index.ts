import type { Templates } from '../material.ts';
import { briefLapsed } from './brief-lapsed.ts';
import { briefReminder } from './brief-reminder.ts';
import { briefReply } from './brief-reply.ts';
import { brief } from './brief.ts';
import { completionQuestionFacility } from './completion-question-facility.ts';
import { completionQuestionTechnologist } from './completion-question-technologist.ts';
import { confirmFacility } from './confirm-facility.ts';
import { confirmRequest } from './confirm-request.ts';
import { consentQuestion } from './consent-question.ts';
import { digest } from './digest.ts';
import { draftBegun } from './draft-begun.ts';
import { facilityAccess } from './facility-access.ts';
import { facilityOpen } from './facility-open.ts';
import { introductionFacility } from './introduction-facility.ts';
import { introductionTechnologist } from './introduction-technologist.ts';
import { invitation } from './invitation.ts';
import { nextCandidate } from './next-candidate.ts';
import { offerCancelledFacility } from './offer-cancelled-facility.ts';
import { offerCancelledTechnologist } from './offer-cancelled-technologist.ts';
import { offerDeclined } from './offer-declined.ts';
import { offerLapsed } from './offer-lapsed.ts';
import { outcomeQuestionFacility } from './outcome-question-facility.ts';
import { outcomeQuestionTechnologist } from './outcome-question-technologist.ts';
import { outreachStopped } from './outreach-stopped.ts';
import { placementStartFacility } from './placement-start-facility.ts';
import { placementStartTechnologist } from './placement-start-technologist.ts';
import { questionRaised } from './question-raised.ts';
import { requestReceived } from './request-received.ts';
import { requestStatus } from './request-status.ts';
import { shortlistReady } from './shortlist-ready.ts';
import { suppressionNotice } from './suppression-notice.ts';

/** Every kind of mail, with what its template is given. A new kind is one file and one line here. */
export const templates: Templates = {
  'draft-begun': { about: 'draft', content: draftBegun },
  'confirm-request': { about: 'request', content: confirmRequest },
  'request-received': { about: 'request', content: requestReceived },
  'request-status': { about: 'request', content: requestStatus },
  'shortlist-ready': { about: 'offer-for-technologist', content: shortlistReady },
  'next-candidate': { about: 'offer-for-technologist', content: nextCandidate },
  'confirm-facility': { about: 'facility', content: confirmFacility },
  'facility-open': { about: 'facility', content: facilityOpen },
  'facility-access': { about: 'facility', content: facilityAccess },
  brief: { about: 'brief', content: brief },
  'brief-reminder': { about: 'brief', content: briefReminder },
  'brief-reply': { about: 'brief', content: briefReply },
  'introduction-technologist': { about: 'offer-for-technologist', content: introductionTechnologist },
  'introduction-facility': { about: 'offer-for-facility', content: introductionFacility },
  'consent-question': { about: 'offer-for-technologist', content: consentQuestion },
  'offer-declined': { about: 'offer-for-technologist', content: offerDeclined },
  'offer-lapsed': { about: 'offer-for-technologist', content: offerLapsed },
  'brief-lapsed': { about: 'offer-for-facility', content: briefLapsed },
  'placement-start-technologist': { about: 'offer-for-technologist', content: placementStartTechnologist },
  'placement-start-facility': { about: 'offer-for-facility', content: placementStartFacility },
  'completion-question-technologist': { about: 'offer-for-technologist', content: completionQuestionTechnologist },
  'completion-question-facility': { about: 'offer-for-facility', content: completionQuestionFacility },
  'outcome-question-technologist': { about: 'offer-for-technologist', content: outcomeQuestionTechnologist },
  'outcome-question-facility': { about: 'offer-for-facility', content: outcomeQuestionFacility },
  'offer-cancelled-technologist': { about: 'offer-for-technologist', content: offerCancelledTechnologist },
  'offer-cancelled-facility': { about: 'offer-for-facility', content: offerCancelledFacility },
  'question-raised': { about: 'offer-for-coordinator', content: questionRaised },
  digest: { about: 'digest', content: digest },
  'suppression-notice': { about: 'suppression', content: suppressionNotice },
  'outreach-stopped': { about: 'mailing', content: outreachStopped },
  invitation: { about: 'named-site', content: invitation },
};
