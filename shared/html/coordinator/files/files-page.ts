import { html } from 'hono/html';
import { fileDownload, filesPage, importPreviewForm } from '../../../contracts/file-pages.ts';
import { digits } from '../../../domain/wording.ts';
import { mostFacilities } from '../../../usecases/files/import-plan.ts';
import { emptyForm, inputField, select, textArea } from '../../fields.ts';
import { card } from '../../parts.ts';
import type { Html } from '../../render.ts';
import { coordinatorLayout, type CoordinatorFrame } from '../frame.ts';
import { facilityStatuses } from '../words.ts';

const folder = fileDownload.path.replace('/{file}', '');

const link = (file: string, words: string, what: string): Html =>
  html`<li><a href="${folder}/${file}" download>${words}</a> <span class="quiet">${what}</span></li>`;

const takeOut = (): Html =>
  card({
    id: 'out',
    title: 'Take out',
    body: html`<ul class="plain-list">
        ${link('facilities.csv', 'Facilities', 'a row each, without who speaks for them')}
        ${link('site-offers.csv', 'Site offers', 'what they offer, a row for each discipline')}
        ${link('intakes.csv', 'Intakes', 'dated seats, a row each')}
        ${link('sites.csv', 'All of it in one', 'a row for each intake, as the commands match and round take it')}
        ${link('requests.csv', 'Requests', 'figures of each, without any personal data')}
        ${link('history.csv', 'History', 'what coordinators and admins did')}
      </ul>
      <p class="quiet small">
        CSV in UTF-8. A text that a spreadsheet would run as a formula has an apostrophe before it, which is taken off
        again when the file comes back.
      </p>
      <details>
        <summary>Only some facilities</summary>
        <form method="get" action="${folder}/sites.csv">
          ${select({
            form: 'some',
            name: 'status',
            label: 'Status',
            prompt: 'Any',
            options: Object.fromEntries(
              Object.entries(facilityStatuses).map(([status, [words]]) => [status, words] as const),
            ),
            state: emptyForm,
          })}
          ${inputField({ form: 'some', name: 'state', label: 'State', hint: 'Two letters, such as MA.', state: emptyForm })}
          <div class="buttons">
            ${(['facilities.csv', 'site-offers.csv', 'intakes.csv', 'sites.csv'] as const).map(
              (file) =>
                html`<button class="plain small" formaction="${folder}/${file}">${file.replace('.csv', '')}</button>`,
            )}
          </div>
        </form>
      </details>`,
  });

/** The form that a file is sent with; it may hold what was sent before. */
const sendForm = (token: Html): Html =>
  html`<form method="post" action="${importPreviewForm.path}" enctype="multipart/form-data" novalidate>
    ${token}
    <div class="field">
      <label for="import-file">A CSV file</label>
      <span class="hint" id="import-file-hint">1 MB and ${digits(mostFacilities, 0)} facilities at most.</span>
      <input type="file" id="import-file" name="file" accept=".csv,text/csv" aria-describedby="import-file-hint" />
    </div>
    ${textArea({
      form: 'import',
      name: 'text',
      label: 'Or its text',
      hint: 'Paste it with its first line, which names the columns.',
      maxLength: 1_000_000,
      state: emptyForm,
    })}
    <div class="buttons"><button>Show what it would change</button></div>
  </form>`;

const takeIn = (token: Html): Html =>
  card({
    id: 'in',
    title: 'Take in',
    body: html`<p>
        Facilities, site offers and intakes, with the columns of the files on this page: all of them or some. You see
        what would change before anything does.
      </p>
      <ul>
        <li>What has no column stays as it is. An empty cell says “not said”.</li>
        <li>
          A facility that is new needs its contact. The contact is mailed to confirm the address, and you vet it, as if
          it had claimed itself: nothing of a file is open by itself.
        </li>
        <li>A facility that left a discipline is not taken back into it by a file.</li>
      </ul>
      ${sendForm(token)}`,
  });

/** What can be taken out and in. */
export const filesOfCoordinators = (frame: CoordinatorFrame): Html =>
  coordinatorLayout(frame, {
    title: 'Files',
    current: filesPage.path,
    main: html`<h1>Files</h1>
      <div class="two">
        <div>${takeIn(frame.token)}</div>
        <div>${takeOut()}</div>
      </div>`,
  });
