import * as brief from '../../shared/contracts/brief.ts';
import * as facility from '../../shared/contracts/facility.ts';
import { apiRoutes } from '../../shared/http/api-route.ts';
import { mailedLinks } from '../../shared/http/mailed-links.ts';
import type { Log } from '../../shared/observability/log.ts';
import { serve } from '../../shared/http/serve.ts';
import type { LinkSecretSource } from '../../shared/links/secret.ts';
import { facilityForms } from './facility-forms.ts';
import { mailedForms } from './mailed-forms.ts';
import { useCasesOf, type FacilityActPorts } from './use-cases.ts';

export interface FacilityActDeps {
  readonly ports: FacilityActPorts;
  readonly secretSource: LinkSecretSource;
  readonly log: Log;
}

/** Everything that facilities do: they claim themselves, keep up what they offer, and answer briefs. */
export const facilityAct = ({ ports, secretSource, log }: FacilityActDeps) => {
  const links = mailedLinks({ secretSource, ...ports });
  const api = apiRoutes({ links, store: ports.store });
  const useCases = useCasesOf(ports);

  return serve(
    [
      api(facility.claimFacility, useCases.claimFacility),
      api(facility.confirmFacility, useCases.confirmFacility),
      api(facility.editFacility, useCases.editFacility),
      api(facility.changeFacilityContact, useCases.changeFacilityContact),
      api(facility.pauseFacility, useCases.pauseFacility),
      api(facility.resumeFacility, useCases.resumeFacility),
      api(facility.leaveFacility, useCases.leaveFacility),
      api(facility.endFacilityLinks, useCases.endFacilityLinks),
      api(facility.putSiteOffer, useCases.putSiteOffer),
      api(facility.addIntake, useCases.addIntake),
      api(facility.editIntake, useCases.editIntake),
      api(facility.reportStartAsFacility, useCases.reportStartAsFacility),
      api(facility.reportEndAsFacility, useCases.reportEndAsFacility),
      api(facility.cancelOfferAsFacility, useCases.cancelOfferAsFacility),
      api(brief.answerBrief, useCases.answerBrief),
      api(brief.undoAnswer, useCases.undoAnswer, 'decide-or-undo'),
      api(brief.askAboutBrief, useCases.askAboutBrief),

      ...mailedForms(links, useCases),
      ...facilityForms(links, useCases, ports),
    ],
    { log },
  );
};
