import type { UsMap } from '../../shared/geo/us-map.ts';
import type { Log } from '../../shared/observability/log.ts';
import { sessionPages } from '../../shared/http/session-pages.ts';
import { serve } from '../../shared/http/serve.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { pagesOfAudit } from './audit.ts';
import { pagesOfFacilities } from './facilities.ts';
import { homeOfCoordinators } from './home.ts';
import { mapOfSupplyAndDemand } from './map.ts';
import { pagesOfMails } from './mails.ts';
import { pagesOfPeople } from './people.ts';

export interface CoordinatorRecordsDeps {
  readonly ports: Pick<Ports, 'store' | 'clock' | 'ids' | 'personKeys' | 'periods'>;
  readonly usMap: () => UsMap;
  /** The secret that form tokens are made with. */
  readonly formKey: () => Promise<string>;
  readonly log: Log;
}

/** The pages of coordinators about what the service holds, for which nothing is matched. */
export const coordinatorRecords = ({ ports, usMap, formKey, log }: CoordinatorRecordsDeps) => {
  const session = sessionPages({ sessions: ports.store.sessions, clock: ports.clock, formKey });
  return serve(
    [
      ...homeOfCoordinators(session, ports),
      ...mapOfSupplyAndDemand(session, ports, usMap),
      ...pagesOfFacilities(session, ports),
      ...pagesOfMails(session, ports),
      ...pagesOfAudit(session, ports),
      ...pagesOfPeople(session, ports, log),
    ],
    { log },
  );
};
