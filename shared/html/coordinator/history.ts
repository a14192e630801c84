import { html } from 'hono/html';
import type { AuditLine } from '../../domain/audit.ts';
import type { Mail } from '../../domain/mail.ts';
import type { Suppression } from '../../domain/suppression.ts';
import { atInstant } from '../../domain/wording.ts';
import { badge, dataTable, notice } from '../parts.ts';
import type { Html } from '../render.ts';
import { mailLink } from './mails/mail-link.ts';
import { actionInWords, mailStatuses } from './words.ts';

export const byWhom: Readonly<Record<AuditLine['actor']['kind'], string>> = {
  technologist: 'the technologist',
  facility: 'the facility',
  coordinator: 'a coordinator',
  admin: 'an admin',
  service: 'the service',
};

/** Everything that was done, newest first. */
export const auditTrail = (audit: readonly AuditLine[], zone: string | null): Html =>
  html`<details>
    <summary>History: ${audit.length} ${audit.length === 1 ? 'entry' : 'entries'}</summary>
    <ol class="timeline" reversed>
      ${audit.toReversed().map(
        ({ action, actor, at, from, to }) =>
          html`<li class="done">
            <strong>${actionInWords(action)}</strong> by ${byWhom[actor.kind]}
            <span class="quiet small"
              >${from === to || from === null ? '' : html`${from} → ${to}, `}${atInstant(at, zone)}</span
            >
          </li>`,
      )}
    </ol>
  </details>`;

export const mailsTable = (mails: readonly Mail[], zone: string | null): Html =>
  html`<details>
    <summary>Mails: ${mails.length}</summary>
    ${
      mails.length === 0
        ? html`<p class="quiet">No mail was written yet.</p>`
        : dataTable({
            caption: 'Mails, newest first',
            columns: [
              { head: 'Mail', cell: mailLink },
              { head: 'State', cell: ({ status }) => badge(...mailStatuses[status]) },
              { head: 'Written', cell: ({ createdAt }) => atInstant(createdAt, zone) },
              { head: 'Trouble', cell: ({ trouble }) => trouble ?? '' },
            ],
            rows: mails.toSorted((a, b) => (a.createdAt > b.createdAt ? -1 : 1)),
            as: 'dense',
          })
    }
  </details>`;

export const suppressionCauses: Readonly<Record<Suppression['cause'], string>> = {
  'hard-bounce': 'a mail to it came back for good',
  complaint: 'its reader reported a mail as unwanted',
  unsubscribed: 'its reader ended our mails',
  coordinator: 'a coordinator put it on the list',
};

/** That an address gets no mail, or no outreach; nothing where it does. */
export const suppressionNotice = (suppression: Suppression | null): Html | '' =>
  suppression === null || suppression.scope === 'none'
    ? ''
    : notice(
        html`<strong>This address gets ${suppression.scope === 'all' ? 'no mail' : 'no outreach'}:</strong>
          ${suppressionCauses[suppression.cause]}.`,
        'bad',
      );
