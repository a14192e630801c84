import { html } from 'hono/html';
import type { Help, WhatWouldHelp } from '../../usecases/what-would-help.ts';
import { stepOf } from '../../contracts/request-form/steps.ts';
import { layout } from '../layout.ts';
import { card, emptyState } from '../parts.ts';
import type { Html } from '../render.ts';

const counted = (sites: number): string => `${sites} ${sites === 1 ? 'site' : 'sites'}`;

const isOrAre = (sites: number): string => (sites === 1 ? 'is' : 'are');

const today = ({ sites, ready, nearMisses }: WhatWouldHelp): Html =>
  sites === 0
    ? emptyState(
        'No site fits your request today',
        'It waits, and is matched again whenever a site opens or changes. A coordinator looks at it too.',
      )
    : html`<p class="lead">
        <strong>${counted(sites)}</strong> ${isOrAre(sites)} open to
        you${ready === 0 ? '' : `, ${ready === sites ? 'with' : `${ready} of them with`} nothing left to settle`}.
        ${nearMisses === 0 ? '' : `${nearMisses} more ${nearMisses === 1 ? 'misses' : 'miss'} by little.`}
      </p>`;

/** The changes, each a link to the step where it is made, while it can be made. */
const change = ({ changes, sites }: Help, editBase: string | null): Html =>
  html`<li>
    ${changes.map(({ words, field }, place) => {
      const step = stepOf(field);
      const named =
        editBase === null || step === null
          ? html`<strong>${words}</strong>`
          : html`<a href="${editBase}/${step}">${words}</a>`;
      return html`${place === 0 ? '' : ' and '}${named}`;
    })}
    <span>${changes.length === 1 ? 'opens' : 'together open'} ${counted(sites)}.</span>
  </li>`;

interface ListParts {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly helps: readonly Help[];
  readonly editBase: string | null;
}

const listOf = ({ id, title, words, helps, editBase }: ListParts): Html | '' =>
  helps.length === 0
    ? ''
    : card({
        id,
        title,
        body: html`<p class="quiet">${words}</p>
          <ul>
            ${helps.map((help) => change(help, editBase))}
          </ul>`,
      });

interface HelpPageParts {
  readonly help: WhatWouldHelp;
  /** `/status/<token>`: where the request's pages are. */
  readonly base: `/${string}`;
  /** Whether it can still be changed. */
  readonly mayChange: boolean;
}

/** What would open more sites, in counts: no site is named before an introduction (R28). */
export const helpPage = ({ help, base, mayChange }: HelpPageParts): Html => {
  const editBase = mayChange ? `${base}/edit` : null;
  return layout({
    title: 'What would help',
    audience: 'technologist',
    main: html`<p><a href="${base}">Back to your request</a></p>
      <h1>What would help</h1>
      ${today(help)}
      ${
        help.single.length + help.pairs.length === 0
          ? html`<p>Nothing that you could change would open a site that is closed to you today.</p>`
          : html`${listOf({
              id: 'single',
              title: 'One change',
              words: 'Each is the smallest of its kind that opens a site.',
              helps: help.single,
              editBase,
            })}
            ${listOf({
              id: 'pairs',
              title: 'Two changes together',
              words: 'They open sites that neither opens alone.',
              helps: help.pairs,
              editBase,
            })}`
      }
      <p class="quiet small">
        Counted from the sites that take part at this moment. It is no promise: each site decides for itself. Nothing
        changes by reading this page.
      </p>`,
  });
};
