import * as contract from '../../shared/contracts/coordinator.ts';
import * as invitations from '../../shared/contracts/invitations.ts';
import * as mailing from '../../shared/contracts/mailing.ts';
import * as requirements from '../../shared/contracts/requirements.ts';
import * as upkeep from '../../shared/contracts/upkeep.ts';
import * as rounds from '../../shared/contracts/rounds.ts';
import * as vetting from '../../shared/contracts/vetting.ts';
import { apiRoutes } from '../../shared/http/api-route.ts';
import type { Log } from '../../shared/observability/log.ts';
import { serve } from '../../shared/http/serve.ts';
import { approveRequest } from '../../shared/usecases/approve-shortlist.ts';
import { approveRound } from '../../shared/usecases/approve-round.ts';
import { replyToQuestion } from '../../shared/usecases/brief-questions.ts';
import { cancelOffer, recordNoShow } from '../../shared/usecases/cancel-offer.ts';
import { recordCompletion } from '../../shared/usecases/complete-placement.ts';
import { createHealthSystem, editHealthSystem, listHealthSystems } from '../../shared/usecases/health-systems.ts';
import { closeMail, listMails, listMailsAbout, sendMailAgain } from '../../shared/usecases/mail-log.ts';
import { readMailing, resumeOutreach, stopOutreach, switchMailKind } from '../../shared/usecases/mailing.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { createProgram, editProgram, listPrograms } from '../../shared/usecases/programs.ts';
import { listFacilities, readFacilityCase } from '../../shared/usecases/read-facility.ts';
import { correctRequirement, readRequirements } from '../../shared/usecases/requirements.ts';
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
import { endLinksOfFacility, endLinksOfRequest } from '../../shared/usecases/end-links.ts';
import { ruleOnSite } from '../../shared/usecases/rule-on-site.ts';
import { settleNamedSite } from '../../shared/usecases/settle-named-site.ts';
import { liftSuppression, listSuppressions, suppressAddress } from '../../shared/usecases/suppressions.ts';
import { vetFacility } from '../../shared/usecases/vet-facility.ts';

export interface CoordinatorApiDeps {
  readonly ports: Omit<Ports, 'places' | 'networkKeys' | 'formLimits'>;
  readonly log: Log;
}

/** What signed-in coordinators read and decide. */
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

      api(vetting.listFacilities, listFacilities(ports)),
      api(vetting.readFacilityCase, readFacilityCase(ports)),
      api(vetting.vetFacility, vetFacility(ports)),
      api(vetting.endLinksOfFacility, endLinksOfFacility(ports)),

      api(upkeep.listPrograms, listPrograms(ports)),
      api(upkeep.createProgram, createProgram(ports)),
      api(upkeep.editProgram, editProgram(ports)),
      api(upkeep.listHealthSystems, listHealthSystems(ports)),
      api(upkeep.createHealthSystem, createHealthSystem(ports)),
      api(upkeep.editHealthSystem, editHealthSystem(ports)),
      api(requirements.readRequirements, readRequirements(ports)),
      api(requirements.correctRequirement, correctRequirement(ports)),
      api(rounds.startRound, startRound(ports)),
      api(rounds.listRounds, listRounds(ports)),
      api(rounds.readRound, readRound(ports)),
      api(rounds.readRoundLines, readRoundLines(ports)),
      api(rounds.approveRound, approveRound(ports)),
      api(rounds.discardRound, discardRound(ports)),

      api(mailing.listMails, listMails(ports)),
      api(mailing.listMailsAbout, listMailsAbout(ports)),
      api(mailing.sendMailAgain, sendMailAgain(ports)),
      api(mailing.closeMail, closeMail(ports)),
      api(mailing.listSuppressions, listSuppressions(ports)),
      api(mailing.suppressAddress, suppressAddress(ports)),
      api(mailing.liftSuppression, liftSuppression(ports)),
      api(mailing.readMailing, readMailing(ports)),
      api(mailing.stopOutreach, stopOutreach(ports)),
      api(mailing.resumeOutreach, resumeOutreach(ports)),
      api(mailing.switchMailKind, switchMailKind(ports)),
    ],
    { log },
  );
};
