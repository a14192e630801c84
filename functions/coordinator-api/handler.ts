import * as contract from '../../shared/contracts/coordinator.ts';
import * as invitations from '../../shared/contracts/invitations.ts';
import * as rounds from '../../shared/contracts/rounds.ts';
import { apiRoutes } from '../../shared/http/api-route.ts';
import type { Log } from '../../shared/observability/log.ts';
import { serve } from '../../shared/http/serve.ts';
import { approveRequest } from '../../shared/usecases/approve-shortlist.ts';
import { approveRound } from '../../shared/usecases/approve-round.ts';
import { replyToQuestion } from '../../shared/usecases/brief-questions.ts';
import { cancelOffer, recordNoShow } from '../../shared/usecases/cancel-offer.ts';
import { recordCompletion } from '../../shared/usecases/complete-placement.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { recordStart } from '../../shared/usecases/report-start.ts';
import {
  holdRequest,
  listRequests,
  noteEmployment,
  readCase,
  rejectRequest,
  resumeRequest,
} from '../../shared/usecases/review.ts';
import { discardRound, listRounds, readRound, readRoundLines, startRound } from '../../shared/usecases/rounds.ts';
import { endLinksOfRequest } from '../../shared/usecases/end-links.ts';
import { ruleOnSite } from '../../shared/usecases/rule-on-site.ts';
import { settleNamedSite } from '../../shared/usecases/settle-named-site.ts';

export interface CoordinatorApiDeps {
  readonly ports: Omit<Ports, 'places' | 'networkKeys' | 'formLimits'>;
  readonly log: Log;
}

/** What signed-in coordinators read and decide of requests, offers and rounds. */
export const coordinatorApi = ({ ports, log }: CoordinatorApiDeps) => {
  const api = apiRoutes({ links: null, store: ports.store });
  return serve(
    [
      api(contract.listRequests, listRequests(ports)),
      api(contract.readCase, readCase(ports)),
      api(contract.approveRequest, approveRequest(ports)),
      api(contract.rejectRequest, rejectRequest(ports)),
      api(contract.holdRequest, holdRequest(ports)),
      api(contract.resumeRequest, resumeRequest(ports)),
      api(contract.noteEmployment, noteEmployment(ports)),
      api(contract.endLinksOfRequest, endLinksOfRequest(ports)),
      api(contract.ruleOnSite, ruleOnSite(ports)),
      api(invitations.settleNamedSite, settleNamedSite(ports)),

      api(contract.cancelOffer, cancelOffer(ports)),
      api(contract.recordStart, recordStart(ports)),
      api(contract.recordCompletion, recordCompletion(ports)),
      api(contract.recordNoShow, recordNoShow(ports)),
      api(contract.replyToQuestion, replyToQuestion(ports)),

      api(rounds.startRound, startRound(ports)),
      api(rounds.listRounds, listRounds(ports)),
      api(rounds.readRound, readRound(ports)),
      api(rounds.readRoundLines, readRoundLines(ports)),
      api(rounds.approveRound, approveRound(ports)),
      api(rounds.discardRound, discardRound(ports)),
    ],
    { log },
  );
};
