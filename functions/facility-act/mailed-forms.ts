import * as contract from '../../shared/contracts/facility-pages.ts';
import * as answerPages from '../../shared/html/answer-page.ts';
import { linksEndedPage } from '../../shared/html/facility/profile-pages.ts';
import { facilityPage } from '../../shared/html/facility-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import { checkForm } from '../../shared/http/form.ts';
import type { MailedLinks } from '../../shared/http/mailed-links.ts';
import { linkPages } from '../../shared/http/page-route.ts';
import { valueOf } from '../../shared/http/problems.ts';
import { baseOf } from '../facility-pages.ts';
import { box, sentForm, stepWords } from '../several-forms.ts';
import type { UseCases } from './use-cases.ts';

const answerWords = {
  choice: { label: 'The answer', missing: 'Please choose an answer.' },
  reason: { label: 'The reason', missing: 'Please choose why not.' },
  comment: { label: 'What you added', missing: 'Please write something.' },
  question: { label: 'The question', missing: 'Please write your question.' },
};

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

/** The forms of the pages that mails to a facility lead to: a brief, and all that it offers and was asked. */
export const mailedForms = (links: MailedLinks, useCases: UseCases): readonly Binding[] => [
  answerForm(links, useCases),
  facilityForm(links, useCases),
];
