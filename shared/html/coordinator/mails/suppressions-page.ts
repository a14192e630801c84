import { html } from 'hono/html';
import type { DoneCode } from '../../../contracts/coordinator-pages.ts';
import { mailsPage, suppressionsPage } from '../../../contracts/record-pages.ts';
import type { Instant } from '../../../domain/primitives.ts';
import type { Suppression } from '../../../domain/suppression.ts';
import { emailField, radioGroup } from '../../fields.ts';
import { badge, card, dataTable, doneNotice, emptyState } from '../../parts.ts';
import type { Html } from '../../render.ts';
import { foldedForm, reasonField, sentNotices, stateOf, type FormsOf, type SentDecision } from '../decision-form.ts';
import { coordinatorLayout, type CoordinatorFrame } from '../frame.ts';
import { suppressionCauses } from '../history.ts';
import { paging } from '../lists.ts';
import { subjectLink } from '../subject-link.ts';
import { doneWords, span } from '../words.ts';
import { waysOfMails } from './ways.ts';

const liftForm = ({ id, version }: Suppression, forms: FormsOf): Html => {
  const form = `lift-${id}`;
  return foldedForm('Take it off', {
    form,
    hidden: { action: 'lift', suppressionId: id, version: `${version}` },
    fields: reasonField({ form, label: 'Why it may be written to again', forms }),
    button: 'Take it off the list',
    forms,
  });
};

const suppressForm = (forms: FormsOf): Html => {
  const form = 'suppress';
  const state = stateOf(form, forms);
  return foldedForm('Put an address on the list', {
    form,
    hidden: { action: form },
    fields: html`${emailField({ form, name: 'email', label: 'E-mail address', state })}
    ${radioGroup({
      form,
      name: 'scope',
      label: 'It gets',
      options: {
        outreach: { label: 'no outreach', hint: 'briefs, reminders and invitations' },
        all: { label: 'no mail at all', hint: 'not even what it waits for' },
      },
      state,
    })}
    ${reasonField({ form, label: 'Why', forms })}`,
    button: 'Put it on the list',
    forms,
  });
};

export interface SuppressionsParts {
  readonly items: readonly Suppression[];
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly now: Instant;
  readonly done?: DoneCode | undefined;
  readonly sent?: SentDecision | null;
}

/** Addresses that get no mail or no outreach. The list holds keys: whose address it is, it does not say. */
export const suppressionsOfCoordinators = (
  frame: CoordinatorFrame,
  { items, next, isFirst, now, done, sent = null }: SuppressionsParts,
): Html => {
  const forms = { token: frame.token, sent };
  return coordinatorLayout(frame, {
    title: 'Suppression list',
    current: mailsPage.path,
    main: html`${sentNotices(sent, [], now)} ${doneNotice(done && doneWords[done])}
      <h1>Suppression list</h1>
      ${waysOfMails(suppressionsPage.path)}
      <p>
        Addresses that get no mail, or no outreach. The list holds a key of each and not the address itself: the cases
        of its requests and facilities say when theirs is on it.
      </p>
      ${card({ id: 'add', title: 'After a call', body: suppressForm(forms) })}
      ${
        items.length === 0
          ? emptyState('The list is empty', 'An address comes here when mail to it bounces for good, or by its wish.')
          : dataTable({
              caption: 'Addresses on the list, newest first',
              columns: [
                { head: 'Key', cell: ({ id }) => html`<code>${id.slice(0, 14)}…</code>` },
                {
                  head: 'Gets',
                  cell: ({ scope }) => (scope === 'all' ? badge('no mail', 'bad') : badge('no outreach', 'wait')),
                },
                { head: 'Since', cell: ({ since }) => span(since, now) },
                { head: 'Because', cell: ({ cause, reason }) => reason ?? suppressionCauses[cause] },
                { head: 'The mail', cell: ({ mailId }) => (mailId === null ? '' : subjectLink(mailId)) },
                { head: 'Lift', cell: (each) => liftForm(each, forms) },
              ],
              rows: items,
              as: 'dense',
            })
      }
      ${paging({ path: suppressionsPage.path, query: {}, next, isFirst })}`,
  });
};
