import * as pages from '../../shared/contracts/pages.ts';
import { answerPage as answerPageRoute } from '../../shared/contracts/facility-pages.ts';
import { readFacility as readFacilityRoute } from '../../shared/contracts/facility.ts';
import { readBrief as readBriefRoute } from '../../shared/contracts/brief.ts';
import { readFormData as readFormDataRoute } from '../../shared/contracts/form-data.ts';
import { exportRequest as exportRequestRoute } from '../../shared/contracts/held-data.ts';
import type { StatedSettings } from '../../shared/contracts/request-form/read-form.ts';
import { readRequest as readRequestRoute } from '../../shared/contracts/technologist.ts';
import { emptyForm } from '../../shared/html/fields.ts';
import { answerPage } from '../../shared/html/answer-page.ts';
import { confirmPage } from '../../shared/html/confirm-page.ts';
import { homePage } from '../../shared/html/home-page.ts';
import { unsubscribePage } from '../../shared/html/unsubscribe-page.ts';
import { assetBinding } from '../../shared/http/asset-route.ts';
import { apiRoutes } from '../../shared/http/api-route.ts';
import { mailedLinks } from '../../shared/http/mailed-links.ts';
import type { Log } from '../../shared/observability/log.ts';
import { linkPages, openPage } from '../../shared/http/page-route.ts';
import { valueOf } from '../../shared/http/problems.ts';
import { serve } from '../../shared/http/serve.ts';
import type { LinkSecretSource } from '../../shared/links/secret.ts';
import { exportRequest } from '../../shared/usecases/export-request.ts';
import type { Ports, PublicList } from '../../shared/usecases/ports.ts';
import { readBrief } from '../../shared/usecases/read-brief.ts';
import { readFacility } from '../../shared/usecases/read-facility.ts';
import { readFormData } from '../../shared/usecases/read-form-data.ts';
import { readRequest } from '../../shared/usecases/read-request.ts';
import { facilityPages } from './facility-pages.ts';
import { requestPages } from './request-pages.ts';
import { statusPages } from './status-pages.ts';

export interface PublicReadDeps {
  readonly ports: Pick<Ports, 'store' | 'clock'>;
  /** How miles and hours of driving follow from each other. */
  readonly stated: StatedSettings;
  readonly publicList: PublicList;
  readonly secretSource: LinkSecretSource;
  readonly log: Log;
  /** Whom people may write to. */
  readonly coordinatorEmail: string;
}

/** Everything that can be read without signing in. Nothing here writes, and the function's role could not. */
export const publicRead = ({ ports, stated, secretSource, log, coordinatorEmail, publicList }: PublicReadDeps) => {
  const links = mailedLinks({ secretSource, ...ports });
  const api = apiRoutes({ links, store: ports.store });
  const page = linkPages(links);
  const request = readRequest(ports);
  const facility = readFacility(ports);
  const brief = readBrief(ports);

  return serve(
    [
      api(readFormDataRoute, readFormData()),
      api(readRequestRoute, request),
      api(exportRequestRoute, exportRequest(ports)),
      api(readFacilityRoute, facility),
      api(readBriefRoute, brief, 'decide-or-undo'),

      openPage(pages.homePage, async () => ({ html: homePage({ coordinatorEmail }) })),
      assetBinding(pages.asset),
      ...requestPages(links, ports, stated),
      page(pages.confirmPage, { purposes: ['confirm-request', 'confirm-facility'] }, async ({ link }) => ({
        html: confirmPage(link, emptyForm),
      })),
      page(pages.unsubscribePage, { purposes: ['unsubscribe'] }, async ({ link }) => ({
        html: unsubscribePage(link.mail.kind, emptyForm),
      })),
      page(answerPageRoute, { purposes: ['answer'], use: 'decide-or-undo' }, async ({ link }) => ({
        html: answerPage(valueOf(await brief({ offerId: link.offer.id }, link)), emptyForm),
      })),
      ...statusPages(links, ports),
      ...facilityPages(links, { ...ports, publicList }),
    ],
    { log },
  );
};
