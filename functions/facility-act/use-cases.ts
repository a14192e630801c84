import { answerBrief, undoAnswer } from '../../shared/usecases/answer-brief.ts';
import { askAboutBrief } from '../../shared/usecases/brief-questions.ts';
import { cancelOfferAsFacility } from '../../shared/usecases/cancel-offer.ts';
import { claimFacility } from '../../shared/usecases/claim-facility.ts';
import { reportEndAsFacility } from '../../shared/usecases/complete-placement.ts';
import { confirmFacility } from '../../shared/usecases/confirm-facility.ts';
import { changeFacilityContact, editFacility } from '../../shared/usecases/edit-facility.ts';
import { addIntake, editIntake } from '../../shared/usecases/intakes.ts';
import { endLinksOfFacility } from '../../shared/usecases/end-links.ts';
import { leaveFacility } from '../../shared/usecases/leave-facility.ts';
import { pauseFacility, resumeFacility } from '../../shared/usecases/pause-facility.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { readBrief } from '../../shared/usecases/read-brief.ts';
import { readFacility } from '../../shared/usecases/read-facility.ts';
import { reportStartAsFacility } from '../../shared/usecases/report-start.ts';
import { putSiteOffer } from '../../shared/usecases/site-offers.ts';

export type FacilityActPorts = Omit<Ports, 'matching' | 'budget'>;

/** Everything that a facility does, by the names of the routes; forms and the API share them. */
export const useCasesOf = (ports: FacilityActPorts) => ({
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
  readBrief: readBrief(ports),
  answerBrief: answerBrief(ports),
  undoAnswer: undoAnswer(ports),
  askAboutBrief: askAboutBrief(ports),
});

export type UseCases = ReturnType<typeof useCasesOf>;
