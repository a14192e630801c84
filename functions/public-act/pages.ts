import * as contract from '../../shared/contracts/pages.ts';
import * as answerPages from '../../shared/html/answer-page.ts';
import { confirmedPage, confirmPage } from '../../shared/html/confirm-page.ts';
import { linksEndedPage } from '../../shared/html/facility/profile-pages.ts';
import { facilityPage } from '../../shared/html/facility-page.ts';
import { linksMailedPage, linksPage } from '../../shared/html/links-form.ts';
import { unsubscribedPage, unsubscribePage } from '../../shared/html/unsubscribe-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import { checkForm } from '../../shared/http/form.ts';
import type { MailedLinks } from '../../shared/http/mailed-links.ts';
import { linkPages, openPage } from '../../shared/http/page-route.ts';
import { valueOf } from '../../shared/http/problems.ts';
import { baseOf } from '../facility-pages.ts';
import { box, sentForm, stepWords } from './several-forms.ts';
import type { UseCases } from './use-cases.ts';

const emailWords = { email: { label: 'The address', missing: 'Please write your e-mail address.' } };

const answerWords = {
  choice: { label: 'The answer', missing: 'Please choose an answer.' },
  reason: { label: 'The reason', missing: 'Please choose why not.' },
  comment: { label: 'What you added', missing: 'Please write something.' },
  question: { label: 'The question', missing: 'Please write your question.' },
};

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

const answerForm = (links: MailedLinks, { readBrief, answerBrief, askAboutBrief, undoAnswer }: UseCases): Binding =>
  linkPages(links)(contract.answerForm, { purposes: ['answer'], use: 'decide-or-undo' }, async ({ link, form }) => {
    const { offer } = link;
    const offerId = offer.id;
    const words = offer.status === 'accepted' ? { choice: box } : answerWords;
    const checked = checkForm(contract.answerForm.body, form, words);
    if (!checked.ok)
      return { status: 422, html: answerPages.answerPage(valueOf(await readBrief({ offerId }, link)), checked.state) };

    const answer = checked.value;
    switch (answer.choice) {
      case 'yes':
        valueOf(await answerBrief({ offerId, answer: 'yes' }, link));
        return { html: answerPages.acceptedPage(valueOf(await readBrief({ offerId }, link))) };
      case 'no': {
        const { reason, comment } = answer;
        valueOf(await answerBrief({ offerId, answer: 'no', reason, comment }, link));
        return { html: answerPages.declinedPage() };
      }
      case 'question':
        valueOf(await askAboutBrief({ offerId, question: answer.question }, link));
        return { html: answerPages.askedPage() };
      case 'undo':
        valueOf(await undoAnswer({ offerId }, link));
        return { html: answerPages.undonePage() };
    }
  });

const facilityForm = (links: MailedLinks, useCases: UseCases): Binding =>
  linkPages(links)(contract.facilityForm, { purposes: ['facility-access'] }, async ({ link, form, params }) => {
    const { id: facilityId } = link.facility;
    const base = baseOf(params);
    const read = async () => valueOf(await useCases.readFacility({ facilityId }, link));
    const done = async (words: string) => ({ html: facilityPage({ facility: await read(), base, done: words }) });
    const checked = checkForm(contract.facilityForm.body, form, stepWords);
    if (!checked.ok) {
      const sent = sentForm(form, checked.state);
      return { status: 422, html: facilityPage({ facility: await read(), base, sent }) };
    }

    const step = checked.value;
    switch (step.action) {
      case 'pause':
        valueOf(await useCases.pauseFacility({ facilityId }, link));
        return done('You paused.');
      case 'resume':
        valueOf(await useCases.resumeFacility({ facilityId }, link));
        return done('You take part again.');
      case 'leave':
        valueOf(await useCases.leaveFacility({ facilityId }, link));
        return done('You left the service.');
      case 'end-links':
        valueOf(await useCases.endFacilityLinks({ facilityId }, link));
        return { html: linksEndedPage() };
      case 'cancel': {
        const { offerId, comment } = step;
        valueOf(await useCases.cancelOfferAsFacility({ facilityId, offerId, comment }, link));
        return done('The placement is cancelled. A coordinator takes it from here.');
      }
      case 'start':
        valueOf(await useCases.reportStartAsFacility({ facilityId, offerId: step.offerId }, link));
        return done('Thank you. The start is noted.');
      case 'end': {
        const { action: _, ...end } = step;
        valueOf(await useCases.reportEndAsFacility({ facilityId, ...end }, link));
        return done('Thank you. Your answers are noted.');
      }
    }
  });

/** The forms of the pages behind mailed links, and the one that mails a link again. */
export const formPages = (links: MailedLinks, useCases: UseCases): readonly Binding[] => [
  linksForm(useCases),
  confirmForm(links, useCases),
  unsubscribeForm(links, useCases),
  answerForm(links, useCases),
  facilityForm(links, useCases),
];
