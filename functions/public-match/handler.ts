import * as contract from '../../shared/contracts/pages.ts';
import { emptyForm } from '../../shared/html/fields.ts';
import { draftSentPage } from '../../shared/html/request-form/draft-pages.ts';
import { sendPage, unfinishedPage } from '../../shared/html/request-form/send.ts';
import { helpPage } from '../../shared/html/status/help-page.ts';
import { mailedLinks } from '../../shared/http/mailed-links.ts';
import { linkPages, type Page } from '../../shared/http/page-route.ts';
import { problemKinds, valueOf } from '../../shared/http/problems.ts';
import { checkDraft } from '../../shared/http/request-form.ts';
import { serve } from '../../shared/http/serve.ts';
import type { LinkSecretSource } from '../../shared/links/secret.ts';
import type { Log } from '../../shared/observability/log.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { previewRequest } from '../../shared/usecases/preview-request.ts';
import { whatWouldHelp } from '../../shared/usecases/what-would-help.ts';
import { baseOf, viewOf } from '../draft-view.ts';
import { statusBaseOf } from '../status-base.ts';

export interface PublicMatchDeps {
  readonly ports: Pick<Ports, 'store' | 'clock' | 'places' | 'matching'>;
  readonly secretSource: LinkSecretSource;
  readonly log: Log;
}

/**
 * Pages that are matched for whoever opens them: apart from `public-read`, so that nobody else waits until the rules and
 * the places of all ZIP codes are loaded. Nothing here writes, and the function's role could not.
 */
export const publicMatch = ({ ports, secretSource, log }: PublicMatchDeps) => {
  const page = linkPages(mailedLinks({ secretSource, ...ports }));
  const preview = previewRequest(ports);
  const help = whatWouldHelp(ports);

  return serve(
    [
      page(contract.draftSendPage, { purposes: ['draft'] }, async ({ link: { draft }, params }): Promise<Page> => {
        if (draft.requestId !== null) return { html: draftSentPage() };
        const checked = checkDraft(draft, ports.matching);
        const view = viewOf(draft, baseOf(params), checked);
        if (!checked.ok) return { html: unfinishedPage(view, checked.errors) };
        const found = await preview(checked.input);
        if (found.ok) return { html: sendPage(view, checked.input, found.value, emptyForm) };
        const { code, field = 'zip', detail = problemKinds[code].detail } = found.refusal;
        return { html: unfinishedPage(view, { [field]: detail }) };
      }),
      page(contract.helpPage, { purposes: ['request-access'] }, async ({ link, params }) => ({
        html: helpPage({ help: valueOf(await help({ requestId: link.request.id })), base: statusBaseOf(params) }),
      })),
    ],
    { log },
  );
};
