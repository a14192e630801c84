import type { Templates } from '../material.ts';
import { brief } from './brief.ts';
import { briefLapsed } from './brief-lapsed.ts';
import { briefReply } from './brief-reply.ts';
import { confirmFacility } from './confirm-facility.ts';
import { confirmRequest } from './confirm-request.ts';
import { consentQuestion } from './consent-question.ts';
import { facilityAccess } from './facility-access.ts';
import { facilityOpen } from './facility-open.ts';
import { invitation } from './invitation.ts';
import { introductionFacility } from './introduction-facility.ts';
import { introductionTechnologist } from './introduction-technologist.ts';
import { nextCandidate } from './next-candidate.ts';
import { offerCancelledFacility } from './offer-cancelled-facility.ts';
import { offerCancelledTechnologist } from './offer-cancelled-technologist.ts';
import { offerDeclined } from './offer-declined.ts';
import { offerLapsed } from './offer-lapsed.ts';
import { outreachStopped } from './outreach-stopped.ts';
import { questionRaised } from './question-raised.ts';
import { requestReceived } from './request-received.ts';
import { requestStatus } from './request-status.ts';
import { shortlistReady } from './shortlist-ready.ts';
import { suppressionNotice } from './suppression-notice.ts';

/** Every kind of mail, with what its template is given. A new kind is one file and one line here. */
export const templates: Templates = {
  'confirm-request': { about: 'request', content: confirmRequest },
  'request-received': { about: 'request', content: requestReceived },
  'request-status': { about: 'request', content: requestStatus },
  'shortlist-ready': { about: 'offer-for-technologist', content: shortlistReady },
  'next-candidate': { about: 'offer-for-technologist', content: nextCandidate },
  'confirm-facility': { about: 'facility', content: confirmFacility },
  'facility-open': { about: 'facility', content: facilityOpen },
  'facility-access': { about: 'facility', content: facilityAccess },
  brief: { about: 'brief', content: brief },
  'brief-reply': { about: 'brief', content: briefReply },
  'introduction-technologist': { about: 'offer-for-technologist', content: introductionTechnologist },
  'introduction-facility': { about: 'offer-for-facility', content: introductionFacility },
  'consent-question': { about: 'offer-for-technologist', content: consentQuestion },
  'offer-declined': { about: 'offer-for-technologist', content: offerDeclined },
  'offer-lapsed': { about: 'offer-for-technologist', content: offerLapsed },
  'brief-lapsed': { about: 'offer-for-facility', content: briefLapsed },
  'offer-cancelled-technologist': { about: 'offer-for-technologist', content: offerCancelledTechnologist },
  'offer-cancelled-facility': { about: 'offer-for-facility', content: offerCancelledFacility },
  'question-raised': { about: 'offer-for-coordinator', content: questionRaised },
  'suppression-notice': { about: 'suppression', content: suppressionNotice },
  'outreach-stopped': { about: 'mailing', content: outreachStopped },
  invitation: { about: 'named-site', content: invitation },
};
