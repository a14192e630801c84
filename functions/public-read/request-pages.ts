import * as contract from '../../shared/contracts/pages.ts';
import type { StatedSettings } from '../../shared/contracts/request-form/read-form.ts';
import type { WrittenStep } from '../../shared/contracts/request-form/steps.ts';
import type { Draft } from '../../shared/domain/draft.ts';
import { emptyForm } from '../../shared/html/fields.ts';
import { beginPage } from '../../shared/html/request-form/begin-pages.ts';
import { draftPage, draftSentPage } from '../../shared/html/request-form/draft-pages.ts';
import type { Binding } from '../../shared/http/binding.ts';
import type { MailedLinks } from '../../shared/http/mailed-links.ts';
import { linkPages, openPage, type Page } from '../../shared/http/page-route.ts';
import { valueOf } from '../../shared/http/problems.ts';
import { checkDraft } from '../../shared/http/request-form.ts';
import { readEdit } from '../../shared/usecases/edit-drafts.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { draftSteps, stepIn } from '../draft-steps.ts';
import { baseOf, viewOf } from '../draft-view.ts';
import { editBaseOf } from '../status-base.ts';

/** The pages on which a request is begun and written, and those on which one that was sent is changed. */
export const requestPages = (
  links: MailedLinks,
  ports: Pick<Ports, 'store' | 'clock'>,
  stated: StatedSettings,
): readonly Binding[] => {
  const written = draftSteps({ store: ports.store, stated });
  const edit = readEdit(ports);
  const page = linkPages(links);

  const overview = (draft: Draft, base: `/${string}`): Page => ({
    html: draftPage(viewOf(draft, base, checkDraft(draft, stated))),
  });
  const stepOf = async (draft: Draft, base: `/${string}`, step: WrittenStep): Promise<Page> => ({
    html: await written(draft, viewOf(draft, base, checkDraft(draft, stated)), step, {}),
  });
  const sent: Page = { html: draftSentPage() };

  return [
    openPage(contract.requestPage, async () => ({ html: beginPage(emptyForm) })),
    page(contract.draftPage, { purposes: ['draft'] }, async ({ link: { draft }, params }) =>
      draft.requestId === null ? overview(draft, baseOf(params)) : sent,
    ),
    page(contract.draftStepPage, { purposes: ['draft'] }, async ({ link: { draft }, params }) => {
      const step = stepIn(params);
      return draft.requestId === null ? stepOf(draft, baseOf(params), step) : sent;
    }),
    page(contract.editPage, { purposes: ['request-access'] }, async ({ link, params }) =>
      overview(valueOf(await edit({ requestId: link.request.id })), editBaseOf(params)),
    ),
    page(contract.editStepPage, { purposes: ['request-access'] }, async ({ link, params }) => {
      const step = stepIn(params);
      return stepOf(valueOf(await edit({ requestId: link.request.id })), editBaseOf(params), step);
    }),
  ];
};
