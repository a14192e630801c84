import { html } from 'hono/html';
import { claimPath, findFacilityPage } from '../../contracts/facility-pages.ts';
import type { ListedFacility } from '../../usecases/ports.ts';
import { inputField } from '../fields.ts';
import { layout } from '../layout.ts';
import { emptyState } from '../parts.ts';
import type { Html } from '../render.ts';

const form = 'find';

const claimOf = (fields: Readonly<Record<string, string>>): string =>
  `${claimPath}?${String(new URLSearchParams(fields))}`;

const listed = ({ name, street, zip }: ListedFacility): Html =>
  html`<li>
    <a href="${claimOf({ name, street, zip, setting: 'hospital' })}">${name}</a>
    <span class="quiet small">${street}, ${zip}</span>
  </li>`;

interface Search {
  readonly name: string;
  readonly zip: string;
}

const results = (found: readonly ListedFacility[], search: Search): Html =>
  html`<h2 id="found">${found.length === 0 ? 'Not in the list' : 'Is it one of these?'}</h2>
    ${
      found.length === 0
        ? emptyState(
            'The list has no hospital of this name there',
            'It holds hospitals only. Imaging centers and clinics are as welcome: enter yours by hand.',
          )
        : html`<ul class="links">
            ${found.map(listed)}
          </ul>`
    }
    <p>
      <a class="button plain" href="${claimOf({ ...search })}"
        >${found.length === 0 ? 'Enter it by hand' : 'None of these'}</a
      >
    </p>`;

/** The way in for facilities. `found` null: nothing was looked for yet. */
export const findPage = (search: Search, found: readonly ListedFacility[] | null): Html =>
  layout({
    title: 'Train technologists at your facility',
    main: html`<h1>Train technologists at your facility</h1>
      <p class="lead">
        Say what you can offer, in some minutes. You get a short brief by mail when somebody fits an open seat, and
        answer it with one choice. You can pause or leave at any time.
      </p>
      <form class="card" role="search" method="get" action="${findFacilityPage.path}">
        <h2>Find your facility</h2>
        <div class="row">
          ${inputField({
            form,
            name: 'name',
            label: 'Name, or a part of it',
            autocomplete: 'organization',
            state: { values: { name: search.name }, errors: {} },
          })}
          ${inputField({
            form,
            name: 'zip',
            label: 'ZIP code',
            autocomplete: 'postal-code',
            isNumber: true,
            state: { values: { zip: search.zip }, errors: {} },
          })}
        </div>
        <div class="buttons">
          <button>Look for it</button>
          <a href="${claimPath}">Enter it by hand</a>
        </div>
      </form>
      ${found === null ? '' : results(found, search)}
      <p class="quiet">
        You take part already? <a href="/#links">Get a new link to your page</a>. The list of hospitals is published by
        the Centers for Medicare &amp; Medicaid Services; being in it means nothing else.
      </p>`,
  });
