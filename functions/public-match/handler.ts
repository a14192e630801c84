import * as contract from '../../shared/contracts/pages.ts';
import type { Draft } from '../../shared/domain/draft.ts';
import { mayBeEdited } from '../../shared/domain/request-lifecycle.ts';
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
import { readEdit } from '../../shared/usecases/edit-drafts.ts';
import { previewRequest } from '../../shared/usecases/preview-request.ts';
import { whatWouldHelp } from '../../shared/usecases/what-would-help.ts';
import { baseOf, viewOf } from '../draft-view.ts';
import { editBaseOf, statusBaseOf } from '../status-base.ts';

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
  const edit = readEdit(ports);

  const lastStep = async (draft: Draft, base: `/${string}`): Promise<Page> => {
    const checked = checkDraft(draft, ports.matching);
    const view = viewOf(draft, base, checked);
    if (!checked.ok) return { html: unfinishedPage(view, checked.errors) };
    const found = await preview(checked.input);
    if (found.ok) return { html: sendPage(view, checked.input, found.value, emptyForm) };
    const { code, field = 'zip', detail = problemKinds[code].detail } = found.refusal;
    return { html: unfinishedPage(view, { [field]: detail }) };
  };

  return serve(
    [
      page(contract.draftSendPage, { purposes: ['draft'] }, async ({ link: { draft }, params }) =>
        draft.requestId === null ? lastStep(draft, baseOf(params)) : { html: draftSentPage() },
      ),
      page(contract.editSendPage, { purposes: ['request-access'] }, async ({ link, params }) =>
        lastStep(valueOf(await edit({ requestId: link.request.id })), editBaseOf(params)),
      ),
      page(contract.helpPage, { purposes: ['request-access'] }, async ({ link, params }) => ({
        html: helpPage({
          help: valueOf(await help({ requestId: link.request.id })),
          base: statusBaseOf(params),
          mayChange: mayBeEdited(link.request.status),
        }),
      })),
    ],
    { log },
  );
};
