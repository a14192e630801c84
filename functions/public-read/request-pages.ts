import * as contract from '../../shared/contracts/pages.ts';
import { emptyForm } from '../../shared/html/fields.ts';
import { beginPage } from '../../shared/html/request-form/begin-pages.ts';
import { draftPage, draftSentPage } from '../../shared/html/request-form/draft-pages.ts';
import type { Binding } from '../../shared/http/binding.ts';
import type { MailedLinks } from '../../shared/http/mailed-links.ts';
import { linkPages, openPage, type Page } from '../../shared/http/page-route.ts';
import { problemKinds } from '../../shared/http/problems.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { previewRequest } from '../../shared/usecases/preview-request.ts';
import { baseOf, draftSteps, stepIn, viewOf } from '../draft-steps.ts';

/** The pages on which a request is begun and written. */
export const requestPages = (
  links: MailedLinks,
  ports: Pick<Ports, 'store' | 'clock' | 'places' | 'matching'>,
): readonly Binding[] => {
  const steps = draftSteps({ store: ports.store, estimate: ports.matching });
  const preview = previewRequest(ports);
  const page = linkPages(links);
  return [
    openPage(contract.requestPage, async () => ({ html: beginPage(emptyForm) })),
    page(contract.draftPage, { purposes: ['draft'] }, async ({ link: { draft }, params }) => ({
      html: draft.requestId === null ? draftPage(viewOf(draft, baseOf(params), steps.check(draft))) : draftSentPage(),
    })),
    page(contract.draftStepPage, { purposes: ['draft'] }, async ({ link: { draft }, params }): Promise<Page> => {
      const step = stepIn(params);
      if (draft.requestId !== null) return { html: draftSentPage() };
      const checked = steps.check(draft);
      const view = viewOf(draft, baseOf(params), checked);
      if (step !== 'send') return { html: await steps.written(draft, view, step, {}) };
      if (!checked.ok) return { html: steps.unfinished(view, checked.errors) };
      const found = await preview(checked.input);
      return {
        html: found.ok
          ? steps.sending(view, checked.input, found.value, {})
          : steps.unfinished(view, {
              [found.refusal.field ?? 'zip']: found.refusal.detail ?? problemKinds[found.refusal.code].detail,
            }),
      };
    }),
  ];
};
