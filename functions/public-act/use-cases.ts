import type { Log } from '../../shared/observability/log.ts';
import { mailAccessLink } from '../../shared/usecases/access-links.ts';
import { reportEndAsTechnologist } from '../../shared/usecases/complete-placement.ts';
import { confirmFacility } from '../../shared/usecases/confirm-facility.ts';
import { confirmRequest } from '../../shared/usecases/confirm-request.ts';
import { consentToIntroduction, takeBackConsent } from '../../shared/usecases/consent.ts';
import { editRequest } from '../../shared/usecases/edit-request.ts';
import { eraseRequest } from '../../shared/usecases/erase-request.ts';
import { exportRequest } from '../../shared/usecases/export-request.ts';
import { endLinksOfRequest } from '../../shared/usecases/end-links.ts';
import { readEdit, saveEdit, sendEdit } from '../../shared/usecases/edit-drafts.ts';
import { beginDraft, saveDraft, sendDraft } from '../../shared/usecases/drafts.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { readRequest } from '../../shared/usecases/read-request.ts';
import { reportStartAsTechnologist } from '../../shared/usecases/report-start.ts';
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

  confirmFacility: confirmFacility(ports),

  unsubscribe: unsubscribe(ports),
});

export type UseCases = ReturnType<typeof useCasesOf>;
