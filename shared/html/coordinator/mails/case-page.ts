import { html } from 'hono/html';
import type { DoneCode } from '../../../contracts/coordinator-pages.ts';
import { mailsPage } from '../../../contracts/record-pages.ts';
import { mailKinds, type Mail } from '../../../domain/mail.ts';
import { atInstant } from '../../../domain/wording.ts';
import type { MailCase } from '../../../usecases/mail-log.ts';
import type { Instant } from '../../../domain/primitives.ts';
import { badge, card, doneNotice, factsList, notice } from '../../parts.ts';
import type { Html } from '../../render.ts';
import { decisionForm, reasonField, sentNotices, type FormsOf, type SentDecision } from '../decision-form.ts';
import { coordinatorLayout, type CoordinatorFrame } from '../frame.ts';
import { auditTrail } from '../history.ts';
import { subjectLink } from '../subject-link.ts';
import { doneWords, mailKindInWords, mailStatuses } from '../words.ts';

/** What a state means, where its name does not say it all. */
const meanings: Partial<Record<Mail['status'], string>> = {
  unknown:
    'The answer of the mail provider was lost, so the mail may have left. What the provider says later settles it; it is never sent again by itself.',
  failed: 'The mail provider did not take it: it has not left.',
  bounced: 'It came back. After a bounce for good the address gets no more mail.',
  complained: 'Its reader reported it as unwanted: the address gets no more mail.',
  suppressed: 'It was not sent, because its address is on the suppression list.',
  cancelled: 'When its turn came, it was not due any more.',
  pending: 'It waits for its turn.',
};

const at = (instant: Instant): string => atInstant(instant, null);

const facts = (mail: Mail): Html =>
  factsList([
    { label: 'About', value: subjectLink(mail.subject) },
    { label: 'To', value: `the ${mailKinds[mail.kind].recipient.replace('-', ' ')}` },
    { label: 'Purpose', value: mailKinds[mail.kind].purpose },
    { label: 'Written', value: at(mail.createdAt) },
    { label: 'Last news', value: at(mail.updatedAt) },
    { label: 'Tries', value: `${mail.attempts}` },
    ...(mail.trouble === null ? [] : [{ label: 'What is wrong', value: mail.trouble }]),
    ...(mail.copy === 1 ? [] : [{ label: 'Copy', value: `number ${mail.copy}, because: ${mail.copyReason ?? ''}` }]),
    ...(mail.sentAgainAs === null ? [] : [{ label: 'Sent again', value: subjectLink(mail.sentAgainAs) }]),
    ...(mail.closedBecause === null ? [] : [{ label: 'Closed, because', value: mail.closedBecause }]),
  ]);

const reasonForm = ({ form, label, button }: { form: string; label: string; button: string }, forms: FormsOf): Html =>
  decisionForm({
    form,
    hidden: { action: form },
    fields: reasonField({ form, label, forms }),
    button,
    forms,
  });

const sendAgain = ({ whyNot: { sendAgain: why } }: MailCase, forms: FormsOf): Html =>
  card({
    id: 'again',
    title: 'Send it again',
    body:
      why === null
        ? html`<p>A new copy is queued, with the same link, if it is still due then. It may arrive twice.</p>
            ${reasonForm({ form: 'send-again', label: 'Why you take it upon you', button: 'Send it again' }, forms)}`
        : html`<p class="quiet">${why}</p>`,
  });

const close = (forms: FormsOf): Html =>
  card({
    id: 'close',
    title: 'Close it without sending',
    body: html`<p>For a mail that arrived after all, or that nobody needs any more. It leaves the list.</p>
      ${reasonForm({ form: 'close', label: 'What you found out', button: 'Close it' }, forms)}`,
  });

export interface MailCaseParts {
  readonly found: MailCase;
  readonly now: Instant;
  readonly done?: DoneCode | undefined;
  readonly sent?: SentDecision | null;
}

/** One mail. Its text is not kept: it is written when it leaves, and once. */
export const mailCaseOfCoordinators = (
  frame: CoordinatorFrame,
  { found, now, done, sent = null }: MailCaseParts,
): Html => {
  const { mail, audit, whyNot } = found;
  const forms = { token: frame.token, sent };
  const meaning = meanings[mail.status];
  const kind = mailKindInWords(mail.kind);
  return coordinatorLayout(frame, {
    title: `Mail: ${kind}`,
    current: mailsPage.path,
    main: html`${sentNotices(sent, audit, now)} ${doneNotice(done && doneWords[done])}
      <p class="eyebrow"><a href="${mailsPage.path}">Mails</a></p>
      <div class="title-row">
        <h1>${kind}</h1>
        ${badge(...mailStatuses[mail.status])}
      </div>
      ${meaning === undefined ? '' : notice(meaning, 'info')}
      <div class="side-by-side">
        <div>${card({ id: 'mail', title: 'The mail', body: html`${facts(mail)} ${auditTrail(audit, null)}` })}</div>
        <div>${sendAgain(found, forms)} ${whyNot.close === null ? close(forms) : ''}</div>
      </div>`,
  });
};
