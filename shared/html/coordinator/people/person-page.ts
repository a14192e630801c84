import { html } from 'hono/html';
import { facilitiesPage, queuePage, type DoneCode } from '../../../contracts/coordinator-pages.ts';
import { peoplePage } from '../../../contracts/record-pages.ts';
import { disciplineNames } from '../../../domain/discipline.ts';
import { isOver } from '../../../domain/placement-request.ts';
import { atInstant } from '../../../domain/wording.ts';
import type { PersonExport } from '../../../usecases/export-person.ts';
import { tickBox, type FormState } from '../../fields.ts';
import { errorSummary } from '../../forms.ts';
import { badge, card, dataTable, doneNotice, emptyState, factsList } from '../../parts.ts';
import type { Html } from '../../render.ts';
import { coordinatorLayout, type CoordinatorFrame } from '../frame.ts';
import { suppressionCauses } from '../history.ts';
import { doneWords, mailKindInWords, mailStatuses, requestStatuses } from '../words.ts';

type RequestHeld = PersonExport['requests'][number];
type FacilityHeld = PersonExport['facilities'][number];

const requestsTable = (requests: readonly RequestHeld[]): Html =>
  requests.length === 0
    ? emptyState('No request', 'None was confirmed under this address, or all of them are erased.')
    : dataTable({
        caption: 'Requests, open ones first',
        columns: [
          {
            head: 'Request',
            cell: ({ request: { requestId, contact } }) =>
              html`<a href="${queuePage.path}/${requestId}">${contact.name}</a>`,
          },
          { head: 'Seeks', cell: ({ request: { discipline } }) => disciplineNames[discipline] },
          { head: 'State', cell: ({ request: { status } }) => badge(...requestStatuses[status]) },
          { head: 'Sent in', cell: ({ request: { submittedAt, zone } }) => atInstant(submittedAt, zone) },
          { head: 'Tries', cell: ({ tries }) => tries.length, isNumber: true },
        ],
        rows: requests,
        as: 'dense',
      });

const facilitiesTable = (facilities: readonly FacilityHeld[]): Html =>
  dataTable({
    caption: 'Facilities whose contact has this address',
    columns: [
      {
        head: 'Facility',
        cell: ({ facilityId, name }) => html`<a href="${facilitiesPage.path}/${facilityId}">${name}</a>`,
      },
      { head: 'Contact', cell: ({ contact: { name, role } }) => `${name}, ${role}` },
      { head: 'State', cell: ({ status }) => status },
    ],
    rows: facilities,
    as: 'dense',
  });

const mailsTable = (requests: readonly RequestHeld[]): Html => {
  const mails = requests.flatMap((held) => held.mails).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return mails.length === 0
    ? html`<p class="quiet">No mail about a request was written yet.</p>`
    : dataTable({
        caption: 'Mails about the requests, newest first; their words are not kept',
        columns: [
          { head: 'Mail', cell: ({ kind }) => mailKindInWords(kind) },
          { head: 'State', cell: ({ status }) => badge(...mailStatuses[status]) },
          { head: 'Written', cell: ({ createdAt }) => atInstant(createdAt, null) },
        ],
        rows: mails,
        as: 'dense',
      });
};

const suppressed = ({ suppression }: PersonExport): string =>
  suppression === null || suppression.scope === 'none'
    ? 'gets mail'
    : `gets ${suppression.scope === 'all' ? 'no mail' : 'no outreach'}: ${suppressionCauses[suppression.cause]}`;

const eraseForm = ({ token }: CoordinatorFrame, { requests, facilities }: PersonExport, state: FormState): Html =>
  html`<p>At once, and for good: names, contacts, ZIP codes, answers, questions, drafts and the list of mails.</p>
    <ul>
      ${
        requests.some(({ request }) => !isOver(request.status))
          ? html`<li>
              Open requests end first. A seat that is held is free again, and the site is told without a reason.
            </li>`
          : ''
      }
      <li>What is kept says nothing of the person: a discipline, how it ended, and the line of each act.</li>
      <li>Mails that were sent cannot be called back, and a facility that was introduced keeps what it was told.</li>
      ${
        facilities.length === 0
          ? ''
          : html`<li>
              The contact of a facility is not erased with it: let the facility name another contact, or leave.
            </li>`
      }
    </ul>
    <form method="post" novalidate>
      ${token}
      ${tickBox({
        form: 'erase',
        name: 'sure',
        label: `Yes, erase ${requests.length === 1 ? 'this request' : `these ${requests.length} requests`}`,
        state,
      })}
      <div class="buttons"><button class="danger">Erase</button></div>
    </form>`;

export interface PersonParts {
  readonly personKey: string;
  readonly held: PersonExport;
  readonly done?: DoneCode | undefined;
  readonly state: FormState;
}

/** What is held of a person, for handing it out and for erasing it. */
export const personOfCoordinators = (frame: CoordinatorFrame, { personKey, held, done, state }: PersonParts): Html => {
  const { requests, facilities } = held;
  return coordinatorLayout(frame, {
    title: 'A person',
    current: peoplePage.path,
    main: html`${errorSummary('erase', state)} ${doneNotice(done && doneWords[done])}
      <p class="eyebrow"><a href="${peoplePage.path}">People</a></p>
      <h1>What is held of this person</h1>
      <div class="side-by-side">
        <div>
          ${card({
            id: 'person',
            title: 'The address',
            body: html`${factsList([
                { label: 'Key', value: html`<code>${personKey.slice(0, 12)}…</code>` },
                { label: 'Address', value: suppressed(held) },
              ])}
              <p>
                <a class="button plain small" href="${peoplePage.path}/${personKey}/held.json" download
                  >Download everything (JSON)</a
                >
              </p>
              <p class="quiet small">As it is handed out to the person. Send it to the confirmed address only.</p>`,
          })}
          ${requests.length === 0 ? '' : card({ id: 'erase', title: 'Erase', body: eraseForm(frame, held, state) })}
        </div>
        <div>
          ${card({ id: 'requests', title: 'Requests', body: requestsTable(requests) })}
          ${
            facilities.length === 0
              ? ''
              : card({ id: 'facilities', title: 'Speaks for', body: facilitiesTable(facilities) })
          }
          ${requests.length === 0 ? '' : card({ id: 'mails', title: 'Mails', body: mailsTable(requests) })}
        </div>
      </div>`,
  });
};
