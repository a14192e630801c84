import { eraseRequest } from '../../shared/contracts/held-data.ts';
import type { StatedSettings } from '../../shared/contracts/request-form/read-form.ts';
import * as technologist from '../../shared/contracts/technologist.ts';
import { apiRoutes } from '../../shared/http/api-route.ts';
import { mailedLinks } from '../../shared/http/mailed-links.ts';
import type { Log } from '../../shared/observability/log.ts';
import { serve } from '../../shared/http/serve.ts';
import type { LinkSecretSource } from '../../shared/links/secret.ts';
import { formPages } from './pages.ts';
import { requestPages } from './request-pages.ts';
import { statusPages } from './status-pages.ts';
import { useCasesOf, type PublicActPorts } from './use-cases.ts';

export interface PublicActDeps {
  readonly ports: PublicActPorts;
  /** How miles and hours of driving follow from each other. */
  readonly stated: StatedSettings;
  readonly secretSource: LinkSecretSource;
  readonly log: Log;
}

/** Everything that is done without signing in: by anybody, or by a mailed link. */
export const publicAct = ({ ports, stated, secretSource, log }: PublicActDeps) => {
  const links = mailedLinks({ secretSource, ...ports });
  const api = apiRoutes({ links, store: ports.store });
  const useCases = useCasesOf(ports, log);

  return serve(
    [
      api(technologist.submitRequest, useCases.submitRequest),
      api(technologist.confirmRequest, useCases.confirmRequest),
      api(technologist.editRequest, useCases.editRequest),
      api(technologist.withdrawRequest, useCases.withdrawRequest),
      api(eraseRequest, useCases.eraseRequest),
      api(technologist.endRequestLinks, useCases.endRequestLinks),
      api(technologist.consentToIntroduction, useCases.consentToIntroduction),
      api(technologist.takeBackConsent, useCases.takeBackConsent),
      api(technologist.reportStartAsTechnologist, useCases.reportStartAsTechnologist),
      api(technologist.reportEndAsTechnologist, useCases.reportEndAsTechnologist),
      api(technologist.mailAccessLink, useCases.mailAccessLink),

      ...formPages(links, useCases),
      ...statusPages(links, useCases),
      ...requestPages(links, useCases, { store: ports.store, stated }),
    ],
    { log },
  );
};
