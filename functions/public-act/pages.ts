import * as contract from '../../shared/contracts/pages.ts';
import { confirmedPage, confirmPage } from '../../shared/html/confirm-page.ts';
import { linksMailedPage, linksPage } from '../../shared/html/links-form.ts';
import { unsubscribedPage, unsubscribePage } from '../../shared/html/unsubscribe-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import { checkForm } from '../../shared/http/form.ts';
import type { MailedLinks } from '../../shared/http/mailed-links.ts';
import { linkPages, openPage } from '../../shared/http/page-route.ts';
import { valueOf } from '../../shared/http/problems.ts';
import { box } from '../several-forms.ts';
import type { UseCases } from './use-cases.ts';

const emailWords = { email: { label: 'The address', missing: 'Please write your e-mail address.' } };

const linksForm = ({ mailAccessLink }: UseCases): Binding =>
  openPage(contract.linksForm, async (form, call) => {
    const checked = checkForm(contract.linksForm.body, form, emailWords);
    if (!checked.ok) return { status: 422, html: linksPage(checked.state) };
    const { message } = valueOf(await mailAccessLink(checked.value, call));
    return { html: linksMailedPage(message) };
  });

const confirmForm = (links: MailedLinks, { confirmRequest, confirmFacility }: UseCases): Binding =>
  linkPages(links)(
    contract.confirmForm,
    { purposes: ['confirm-request', 'confirm-facility'] },
    async ({ link, form }) => {
      const checked = checkForm(contract.confirmForm.body, form, { confirmed: box });
      if (!checked.ok) return { status: 422, html: confirmPage(link, checked.state) };
      if (link.purpose === 'confirm-request') valueOf(await confirmRequest({ requestId: link.request.id }, link));
      else valueOf(await confirmFacility({ facilityId: link.facility.id }, link));
      return { html: confirmedPage(link) };
    },
  );

const unsubscribeForm = (links: MailedLinks, useCases: UseCases): Binding =>
  linkPages(links)(
    contract.unsubscribeForm,
    { purposes: ['unsubscribe'], oneClick: { sure: 'yes' } },
    async ({ link, form }) => {
      const { id: mailId, kind } = link.mail;
      const checked = checkForm(contract.unsubscribeForm.body, form, { sure: box });
      if (!checked.ok) return { status: 422, html: unsubscribePage(kind, checked.state) };
      valueOf(await useCases.unsubscribe({ mailId }, link));
      return { html: unsubscribedPage(kind) };
    },
  );

/** The forms that are neither of a technologist nor of a facility alone. */
export const formPages = (links: MailedLinks, useCases: UseCases): readonly Binding[] => [
  linksForm(useCases),
  confirmForm(links, useCases),
  unsubscribeForm(links, useCases),
];
