import * as mailing from '../../shared/contracts/mailing.ts';
import * as requirements from '../../shared/contracts/requirements.ts';
import * as upkeep from '../../shared/contracts/upkeep.ts';
import * as vetting from '../../shared/contracts/vetting.ts';
import { apiRoutes } from '../../shared/http/api-route.ts';
import type { Log } from '../../shared/observability/log.ts';
import { serve } from '../../shared/http/serve.ts';
import { createHealthSystem, editHealthSystem, listHealthSystems } from '../../shared/usecases/health-systems.ts';
import { closeMail, listMails, listMailsAbout, sendMailAgain } from '../../shared/usecases/mail-log.ts';
import { readMailing, resumeOutreach, stopOutreach, switchMailKind } from '../../shared/usecases/mailing.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { createProgram, editProgram, listPrograms } from '../../shared/usecases/programs.ts';
import { listFacilities, readFacilityCase } from '../../shared/usecases/read-facility.ts';
import { correctRequirement, readRequirements } from '../../shared/usecases/requirements.ts';
import { endLinksOfFacility } from '../../shared/usecases/end-links.ts';
import { liftSuppression, listSuppressions, suppressAddress } from '../../shared/usecases/suppressions.ts';
import { vetFacility } from '../../shared/usecases/vet-facility.ts';

export interface UpkeepApiDeps {
  readonly ports: Pick<Ports, 'store' | 'clock' | 'ids' | 'personKeys' | 'periods'>;
  readonly log: Log;
}

/** What signed-in coordinators look after beside requests; nothing is matched for it. */
export const upkeepApi = ({ ports, log }: UpkeepApiDeps) => {
  const api = apiRoutes({ links: null, store: ports.store });
  return serve(
    [
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
