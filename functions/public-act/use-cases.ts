import type { Log } from '../../shared/observability/log.ts';
import { mailAccessLink } from '../../shared/usecases/access-links.ts';
import { answerBrief, undoAnswer } from '../../shared/usecases/answer-brief.ts';
import { askAboutBrief } from '../../shared/usecases/brief-questions.ts';
import { cancelOfferAsFacility } from '../../shared/usecases/cancel-offer.ts';
import { claimFacility } from '../../shared/usecases/claim-facility.ts';
import { reportEndAsFacility, reportEndAsTechnologist } from '../../shared/usecases/complete-placement.ts';
import { confirmFacility } from '../../shared/usecases/confirm-facility.ts';
import { confirmRequest } from '../../shared/usecases/confirm-request.ts';
import { consentToIntroduction, takeBackConsent } from '../../shared/usecases/consent.ts';
import { changeFacilityContact, editFacility } from '../../shared/usecases/edit-facility.ts';
import { editRequest } from '../../shared/usecases/edit-request.ts';
import { eraseRequest } from '../../shared/usecases/erase-request.ts';
import { exportRequest } from '../../shared/usecases/export-request.ts';
import { addIntake, editIntake } from '../../shared/usecases/intakes.ts';
import { endLinksOfFacility, endLinksOfRequest } from '../../shared/usecases/end-links.ts';
import { readEdit, saveEdit, sendEdit } from '../../shared/usecases/edit-drafts.ts';
import { beginDraft, saveDraft, sendDraft } from '../../shared/usecases/drafts.ts';
import { leaveFacility } from '../../shared/usecases/leave-facility.ts';
import { pauseFacility, resumeFacility } from '../../shared/usecases/pause-facility.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { readBrief } from '../../shared/usecases/read-brief.ts';
import { readFacility } from '../../shared/usecases/read-facility.ts';
import { readRequest } from '../../shared/usecases/read-request.ts';
import { reportStartAsFacility, reportStartAsTechnologist } from '../../shared/usecases/report-start.ts';
import { putSiteOffer } from '../../shared/usecases/site-offers.ts';
import { submitRequest } from '../../shared/usecases/submit-request.ts';
import { unsubscribe } from '../../shared/usecases/unsubscribe.ts';
import { withdrawRequest } from '../../shared/usecases/withdraw-request.ts';

export type PublicActPorts = Omit<Ports, 'matching' | 'budget'>;

const eraseAndLog =
  (ports: PublicActPorts, log: Log): ReturnType<typeof eraseRequest> =>
  async (input, call) => {
    const erased = await eraseRequest(ports)(input, call);
    // What a restore brings back is erased again by these lines (docs/runbook.md).
    if (erased.ok) log.info('erased', { erased: input.requestId });
    return erased;
  };

/** Everything the public and mailed links may do, by the names of the routes; forms and the API share them. */
export const useCasesOf = (ports: PublicActPorts, log: Log) => ({
  submitRequest: submitRequest(ports),
  beginDraft: beginDraft(ports),
  saveDraft: saveDraft(ports),
  sendDraft: sendDraft(ports),
  readEdit: readEdit(ports),
  saveEdit: saveEdit(ports),
  sendEdit: sendEdit(ports),
  confirmRequest: confirmRequest(ports),
  readRequest: readRequest(ports),
  editRequest: editRequest(ports),
  withdrawRequest: withdrawRequest(ports),
  exportRequest: exportRequest(ports),
  eraseRequest: eraseAndLog(ports, log),
  endRequestLinks: endLinksOfRequest(ports),
  consentToIntroduction: consentToIntroduction(ports),
  takeBackConsent: takeBackConsent(ports),
  reportStartAsTechnologist: reportStartAsTechnologist(ports),
  reportEndAsTechnologist: reportEndAsTechnologist(ports),
  mailAccessLink: mailAccessLink(ports),

  claimFacility: claimFacility(ports),
  confirmFacility: confirmFacility(ports),
  readFacility: readFacility(ports),
  editFacility: editFacility(ports),
  changeFacilityContact: changeFacilityContact(ports),
  pauseFacility: pauseFacility(ports),
  resumeFacility: resumeFacility(ports),
  leaveFacility: leaveFacility(ports),
  endFacilityLinks: endLinksOfFacility(ports),
  putSiteOffer: putSiteOffer(ports),
  addIntake: addIntake(ports),
  editIntake: editIntake(ports),
  reportStartAsFacility: reportStartAsFacility(ports),
  reportEndAsFacility: reportEndAsFacility(ports),
  cancelOfferAsFacility: cancelOfferAsFacility(ports),

  unsubscribe: unsubscribe(ports),

  readBrief: readBrief(ports),
  answerBrief: answerBrief(ports),
  undoAnswer: undoAnswer(ports),
  askAboutBrief: askAboutBrief(ports),
});

export type UseCases = ReturnType<typeof useCasesOf>;
