import { html } from 'hono/html';
import { mailsPage } from '../../../contracts/record-pages.ts';
import type { TroubleStatus } from '../../../contracts/mailing.ts';
import type { Mail } from '../../../domain/mail.ts';
import type { Instant } from '../../../domain/primitives.ts';
import type * as z from 'zod';
import { inputField } from '../../fields.ts';
import { badge, dataTable, emptyState } from '../../parts.ts';
import type { Html } from '../../render.ts';
import { coordinatorLayout, type CoordinatorFrame } from '../frame.ts';
import { paging, stateFilter } from '../lists.ts';
import { subjectLink } from '../subject-link.ts';
import { mailStatuses, span } from '../words.ts';
import { mailLink } from './mail-link.ts';
import { waysOfMails } from './ways.ts';

type Trouble = z.infer<ReturnType<typeof TroubleStatus>>;

const troubles: Readonly<Record<Trouble, (typeof mailStatuses)[Trouble]>> = mailStatuses;
const shownTroubles = ['unknown', 'failed', 'bounced', 'complained', 'suppressed', 'cancelled', 'pending'] as const;

export interface MailLogParts {
  readonly status: Trouble;
  /** Whose mails are asked for, whatever their state; undefined: those in trouble. */
  readonly about: string | undefined;
  readonly items: readonly Mail[];
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly now: Instant;
}

const search = (about = ''): Html =>
  html`<form method="get" action="${mailsPage.path}" role="search">
    ${inputField({
      form: 'about',
      name: 'about',
      label: 'Every mail about',
      hint: 'The id of a request, an offer or a facility, such as req_k3f9: it is in the address of its page.',
      state: { values: { about }, errors: {} },
    })}
    <div class="buttons"><button class="plain small">Show</button></div>
  </form>`;

const table = (caption: string, items: readonly Mail[], now: Instant): Html =>
  dataTable({
    caption,
    columns: [
      { head: 'Mail', cell: mailLink },
      { head: 'About', cell: ({ subject }) => subjectLink(subject) },
      { head: 'State', cell: ({ status }) => badge(...mailStatuses[status]) },
      { head: 'Written', cell: ({ createdAt }) => `${span(createdAt, now)} ago` },
      { head: 'Last news', cell: ({ updatedAt }) => `${span(updatedAt, now)} ago` },
      { head: 'What is wrong', cell: ({ trouble }) => trouble ?? '' },
    ],
    rows: items,
    as: 'dense',
  });

const emptyTrouble = (status: Trouble): Html =>
  emptyState(
    status === 'unknown' ? 'No mail is in doubt' : 'None',
    status === 'unknown'
      ? 'A mail comes here when the answer of the mail provider was lost: it may have left, or not.'
      : `No mail that ${status === 'pending' ? 'waits' : `is “${mailStatuses[status][0]}”`} needs anybody now.`,
  );

/** Mails that somebody should look into, or all about one thing. */
export const mailLogPage = (
  frame: CoordinatorFrame,
  { status, about, items, next, isFirst, now }: MailLogParts,
): Html =>
  coordinatorLayout(frame, {
    title: 'Mails',
    current: mailsPage.path,
    main: html`<h1>Mails</h1>
      ${waysOfMails(mailsPage.path)} ${search(about)}
      ${
        about === undefined
          ? html`<h2>In trouble</h2>
              ${stateFilter({
                path: mailsPage.path,
                states: Object.fromEntries(shownTroubles.map((each) => [each, troubles[each]])),
                current: status,
              })}
              ${
                items.length === 0
                  ? emptyTrouble(status)
                  : table(`Mails in trouble: ${mailStatuses[status][0]}; newest first`, items, now)
              }`
          : html`<h2>About ${subjectLink(about)}</h2>
              ${
                items.length === 0
                  ? emptyState('No mail', 'No mail about this was ever written, or the id is of nothing we know.')
                  : table(`Every mail about ${about}`, items, now)
              }
              <p><a href="${mailsPage.path}">Back to the mails in trouble</a></p>`
      }
      ${paging({ path: mailsPage.path, query: about === undefined ? { status } : { about }, next, isFirst })}`,
  });
