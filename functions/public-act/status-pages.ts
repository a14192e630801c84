import * as contract from '../../shared/contracts/pages.ts';
import type { SentForm } from '../../shared/html/forms.ts';
import { erasedPage, heldPage } from '../../shared/html/status/held-page.ts';
import { statusPage } from '../../shared/html/status/status-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import { checkForm } from '../../shared/http/form.ts';
import type { MailedLinks } from '../../shared/http/mailed-links.ts';
import { linkPages } from '../../shared/http/page-route.ts';
import { valueOf } from '../../shared/http/problems.ts';
import { statusBaseOf } from '../status-base.ts';
import { box, sentForm, stepWords } from '../several-forms.ts';
import type { UseCases } from './use-cases.ts';

const statusForm = (
  links: MailedLinks,
  {
    readRequest,
    withdrawRequest,
    consentToIntroduction,
    takeBackConsent,
    reportStartAsTechnologist,
    reportEndAsTechnologist,
  }: UseCases,
): Binding =>
  linkPages(links)(contract.statusForm, { purposes: ['request-access'] }, async ({ link, form, params }) => {
    const { id: requestId } = link.request;
    const base = statusBaseOf(params);
    const shown = async (parts: { readonly done?: string; readonly sent?: SentForm }) =>
      statusPage({ request: valueOf(await readRequest({ requestId }, link)), base, ...parts });
    const checked = checkForm(contract.statusForm.body, form, stepWords);
    if (!checked.ok) {
      return { status: 422, html: await shown({ sent: sentForm(form, checked.state) }) };
    }

    const step = checked.value;
    switch (step.action) {
      case 'withdraw':
        valueOf(await withdrawRequest({ requestId }, link));
        return { html: await shown({ done: 'Your request is withdrawn.' }) };
      case 'consent':
        valueOf(await consentToIntroduction({ requestId, offerId: step.offerId }, link));
        return { html: await shown({ done: 'Thank you. We introduce you to each other.' }) };
      case 'take-back':
        valueOf(await takeBackConsent({ requestId, offerId: step.offerId }, link));
        return { html: await shown({ done: 'Your consent is taken back. Nothing was sent.' }) };
      case 'start':
        valueOf(await reportStartAsTechnologist({ requestId, offerId: step.offerId }, link));
        return { html: await shown({ done: 'Thank you. The start is noted.' }) };
      case 'end': {
        const { action: _, ...end } = step;
        valueOf(await reportEndAsTechnologist({ requestId, ...end }, link));
        return { html: await shown({ done: 'Thank you. Your answers are noted.' }) };
      }
    }
  });

const heldForm = (links: MailedLinks, { exportRequest, eraseRequest }: UseCases): Binding =>
  linkPages(links)(contract.heldForm, { purposes: ['request-access'] }, async ({ link, form, params }) => {
    const { id: requestId } = link.request;
    const checked = checkForm(contract.heldForm.body, form, { sure: box });
    if (!checked.ok) {
      const held = valueOf(await exportRequest({ requestId }));
      return { status: 422, html: heldPage({ held, base: statusBaseOf(params), state: checked.state }) };
    }
    valueOf(await eraseRequest({ requestId }, link));
    return { html: erasedPage() };
  });

/** What a technologist does about a request that was sent. */
export const statusPages = (links: MailedLinks, useCases: UseCases): readonly Binding[] => [
  statusForm(links, useCases),
  heldForm(links, useCases),
];
