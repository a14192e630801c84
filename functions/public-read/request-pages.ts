import * as contract from '../../shared/contracts/pages.ts';
import type { TravelEstimate } from '../../shared/contracts/request-form/read-form.ts';
import { emptyForm } from '../../shared/html/fields.ts';
import { beginPage } from '../../shared/html/request-form/begin-pages.ts';
import { draftPage, draftSentPage } from '../../shared/html/request-form/draft-pages.ts';
import type { Binding } from '../../shared/http/binding.ts';
import type { MailedLinks } from '../../shared/http/mailed-links.ts';
import { linkPages, openPage, type Page } from '../../shared/http/page-route.ts';
import { checkDraft } from '../../shared/http/request-form.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { draftSteps, stepIn } from '../draft-steps.ts';
import { baseOf, viewOf } from '../draft-view.ts';

/** The pages on which a request is begun and written. */
export const requestPages = (
  links: MailedLinks,
  { store, estimate }: { readonly store: Ports['store']; readonly estimate: TravelEstimate },
): readonly Binding[] => {
  const written = draftSteps({ store, estimate });
  const page = linkPages(links);
  return [
    openPage(contract.requestPage, async () => ({ html: beginPage(emptyForm) })),
    page(contract.draftPage, { purposes: ['draft'] }, async ({ link: { draft }, params }) => ({
      html:
        draft.requestId === null
          ? draftPage(viewOf(draft, baseOf(params), checkDraft(draft, estimate)))
          : draftSentPage(),
    })),
    page(contract.draftStepPage, { purposes: ['draft'] }, async ({ link: { draft }, params }): Promise<Page> => {
      const step = stepIn(params);
      if (draft.requestId !== null) return { html: draftSentPage() };
      return { html: await written(draft, viewOf(draft, baseOf(params), checkDraft(draft, estimate)), step, {}) };
    }),
  ];
};
