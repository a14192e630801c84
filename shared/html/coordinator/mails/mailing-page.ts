import { html } from 'hono/html';
import type * as z from 'zod';
import type { DoneCode } from '../../../contracts/coordinator-pages.ts';
import type { MailingView } from '../../../contracts/mailing.ts';
import { mailingPage, mailKindForm, mailsPage } from '../../../contracts/record-pages.ts';
import { MailKind, mailKinds } from '../../../domain/mail.ts';
import type { Brake } from '../../../domain/mailing.ts';
import type { Instant } from '../../../domain/primitives.ts';
import { select } from '../../fields.ts';
import { badge, card, dataTable, doneNotice } from '../../parts.ts';
import type { Html } from '../../render.ts';
import { decisionForm, reasonField, sentNotices, stateOf, type FormsOf, type SentDecision } from '../decision-form.ts';
import { coordinatorLayout, type CoordinatorFrame } from '../frame.ts';
import { doneWords, mailKindInWords, span } from '../words.ts';
import { waysOfMails } from './ways.ts';

type Mailing = z.infer<ReturnType<typeof MailingView>>;

const causes: Readonly<Record<Brake['cause'], string>> = {
  bounces: 'too many mails bounced',
  complaints: 'too many mails were complained about',
  coordinator: 'a coordinator stopped it',
};

/** The version that a decision is on; empty: nobody ever touched a switch. */
const seenOf = ({ version }: Mailing): string => (version === null ? '' : `${version}`);

const outreach = (mailing: Mailing, forms: FormsOf, now: Instant): Html => {
  const { brake } = mailing;
  const form = brake === null ? 'stop' : 'resume';
  return card({
    id: 'outreach',
    title: 'Outreach',
    badge: brake === null ? badge('goes on', 'good') : badge('stands still', 'bad'),
    body: html`<p>
        ${
          brake === null
            ? 'Briefs, reminders and invitations leave as they are due. If you stop them they wait, and none is lost; essential mail goes on.'
            : `It stands still since ${span(brake.since, now)}: ${causes[brake.cause]}. What waits leaves when you resume it, and bounces up to then are not counted any more.`
        }
      </p>
      ${brake?.reason == null ? '' : html`<blockquote>${brake.reason}</blockquote>`}
      ${decisionForm({
        form,
        hidden: { action: form, version: seenOf(mailing) },
        fields: reasonField({ form, label: brake === null ? 'Why it must stop' : 'What was found, and done', forms }),
        button: brake === null ? 'Stop outreach' : 'Resume outreach',
        weight: brake === null ? 'ends' : 'main',
        forms,
      })}`,
  });
};

const kinds = (mailing: Mailing): Html =>
  dataTable({
    caption: 'Every kind, and whether it leaves',
    columns: [
      { head: 'Kind', cell: (kind) => mailKindInWords(kind) },
      { head: 'To', cell: (kind) => `the ${mailKinds[kind].recipient.replace('-', ' ')}` },
      { head: 'Purpose', cell: (kind) => mailKinds[kind].purpose },
      {
        head: 'State',
        cell: (kind) => (mailing.kindsOff.includes(kind) ? badge('switched off', 'bad') : badge('leaves', 'good')),
      },
    ],
    rows: MailKind.options,
    as: 'dense',
  });

const named = (wanted: readonly MailKind[], words: string): Readonly<Record<string, string>> =>
  Object.fromEntries(wanted.map((kind) => [`${words} ${kind}`, `${mailKindInWords(kind)}: switch ${words}`]));

/** A choice names the kind with what becomes of it: `off brief`. */
const switchForm = (mailing: Mailing, forms: FormsOf): Html => {
  const form = 'switch';
  const isOff = (kind: MailKind): boolean => mailing.kindsOff.includes(kind);
  return decisionForm({
    form,
    to: mailKindForm.path,
    hidden: { action: form, version: seenOf(mailing) },
    fields: html`${select({
      form,
      name: 'kind',
      label: 'Kind of mail',
      prompt: 'Choose a kind',
      options: {
        ...named(MailKind.options.filter(isOff), 'on'),
        ...named(
          MailKind.options.filter((kind) => !isOff(kind)),
          'off',
        ),
      },
      state: stateOf(form, forms),
    })}
    ${reasonField({ form, label: 'Why', forms })}`,
    button: 'Switch',
    forms,
  });
};

export interface MailingParts {
  readonly mailing: Mailing;
  /** Kinds are switched by admins. */
  readonly isAdmin: boolean;
  readonly now: Instant;
  readonly done?: DoneCode | undefined;
  readonly sent?: SentDecision | null;
}

/** What mails may leave. */
export const mailingOfCoordinators = (
  frame: CoordinatorFrame,
  { mailing, isAdmin, now, done, sent = null }: MailingParts,
): Html => {
  const forms = { token: frame.token, sent };
  return coordinatorLayout(frame, {
    title: 'What may leave',
    current: mailsPage.path,
    main: html`${sentNotices(sent, [], now)} ${doneNotice(done && doneWords[done])}
      <h1>What may leave</h1>
      ${waysOfMails(mailingPage.path)} ${outreach(mailing, forms, now)}
      ${card({
        id: 'kinds',
        title: 'Kinds of mail',
        body: html`<p>Mails of a kind that is switched off wait, essential ones too, until it is switched on again.</p>
          ${mailing.reason === null ? '' : html`<p class="quiet">The last reason given: ${mailing.reason}</p>`}
          ${isAdmin ? switchForm(mailing, forms) : html`<p class="quiet">Admins switch kinds.</p>`} ${kinds(mailing)}`,
      })}`,
  });
};
