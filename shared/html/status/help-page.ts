import { html } from 'hono/html';
import type { Help, WhatWouldHelp } from '../../usecases/what-would-help.ts';
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
        ${nearMisses === 0 ? '' : `${counted(nearMisses)} more ${nearMisses === 1 ? 'misses' : 'miss'} by little.`}
      </p>`;

const change = ({ changes, sites }: Help): Html =>
  html`<li>
    <strong>${changes.map(({ words }) => words).join(' and ')}</strong>
    <span>${changes.length === 1 ? 'opens' : 'together open'} ${counted(sites)}.</span>
  </li>`;

const listOf = (id: string, title: string, words: string, helps: readonly Help[]): Html | '' =>
  helps.length === 0
    ? ''
    : card({
        id,
        title,
        body: html`<p class="quiet">${words}</p>
          <ul>
            ${helps.map(change)}
          </ul>`,
      });

interface HelpPageParts {
  readonly help: WhatWouldHelp;
  /** `/status/<token>`: where the request's pages are. */
  readonly base: `/${string}`;
}

/** What would open more sites, in counts: no site is named before an introduction (R28). */
export const helpPage = ({ help, base }: HelpPageParts): Html =>
  layout({
    title: 'What would help',
    audience: 'technologist',
    main: html`<p><a href="${base}">Back to your request</a></p>
      <h1>What would help</h1>
      ${today(help)}
      ${
        help.single.length + help.pairs.length === 0
          ? html`<p>Nothing that you could change would open a site that is closed to you today.</p>`
          : html`${listOf('single', 'One change', 'Each is the smallest of its kind that opens a site.', help.single)}
            ${listOf('pairs', 'Two changes together', 'They open sites that neither opens alone.', help.pairs)}`
      }
      <p class="quiet small">
        Counted from the sites that take part at this moment. It is no promise: each site decides for itself. Nothing
        changes by reading this page.
      </p>`,
  });
