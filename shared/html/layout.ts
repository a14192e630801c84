import { html } from 'hono/html';
import { assetAddress, type AssetName } from './assets.ts';
import type { Html } from './render.ts';

export const serviceName = 'Clinical Site Match';

interface Link {
  readonly href: string;
  readonly label: string;
}

/** Whom a page is for: says so in its header, with the ways that they have. */
export type Audience = 'everyone' | 'technologist' | 'facility' | 'coordinator';

const audiences: Readonly<Record<Audience, { readonly words: string; readonly nav: readonly Link[] }>> = {
  everyone: {
    words: '',
    nav: [
      { href: '/#technologists', label: 'For technologists' },
      { href: '/#facilities', label: 'For facilities' },
      { href: '/#person', label: 'Ask a person' },
    ],
  },
  technologist: { words: 'Your request', nav: [] },
  facility: { words: 'Your facility', nav: [] },
  coordinator: {
    words: '',
    nav: [
      { href: '/coordinator', label: 'Today' },
      { href: '/coordinator/requests', label: 'Requests' },
      { href: '/coordinator/rounds', label: 'Rounds' },
      { href: '/coordinator/facilities', label: 'Facilities' },
      { href: '/coordinator/map', label: 'Map' },
      { href: '/coordinator/people', label: 'People' },
      { href: '/coordinator/mails', label: 'Mails' },
      { href: '/coordinator/history', label: 'History' },
      { href: '/coordinator/files', label: 'Files' },
    ],
  },
};

interface PageParts {
  /** What the page is, said first in the window's title and by screen readers. */
  readonly title: string;
  readonly main: Html;
  readonly audience?: Audience;
  /** Scripts that make the page easier to use; it works without them. */
  readonly scripts?: readonly AssetName[];
  /** The address of the way in the header that the page is on. */
  readonly current?: string;
  /** An address elsewhere that the page goes on to by itself. */
  readonly goesOnTo?: string;
  /** What stands last in the header, such as who is signed in. */
  readonly account?: Html;
}

const nav = (links: readonly Link[], current: string | undefined): Html =>
  html`<nav class="site-nav" aria-label="Main">
    <ul>
      ${links.map(
        ({ href, label }) =>
          html`<li><a href="${href}" ${href === current ? html`aria-current="page"` : ''}>${label}</a></li>`,
      )}
    </ul>
  </nav>`;

/** The frame of every page: its header for an audience, one heading of the first rank (in `main`), its footer. */
export const layout = ({
  title,
  main,
  audience = 'everyone',
  scripts = [],
  current,
  goesOnTo,
  account,
}: PageParts): Html => {
  const { words, nav: links } = audiences[audience];
  const isWide = audience === 'coordinator';
  return html`<!doctype html>
    <html lang="en-US">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${goesOnTo === undefined ? '' : html`<meta http-equiv="refresh" content="0; url=${goesOnTo}" />`}
        <title>${title} – ${serviceName}</title>
        <link rel="stylesheet" href="${assetAddress('site.css')}" />
        ${isWide ? html`<link rel="stylesheet" href="${assetAddress('coordinator.css')}" />` : ''}
        <link rel="icon" type="image/svg+xml" href="${assetAddress('mark.svg')}" />
        ${scripts.map((name) => html`<script type="module" src="${assetAddress(name)}"></script>`)}
      </head>
      <body ${isWide ? html`class="wide"` : ''}>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="site-header">
          <div>
            <a class="wordmark" href="/"
              ><img src="${assetAddress('mark.svg')}" alt="" width="40" height="30" />${serviceName}</a
            >
            ${links.length === 0 ? '' : nav(links, current)}
            ${words === '' ? '' : html`<span class="for-whom">${words}</span>`} ${account ?? ''}
          </div>
        </header>
        <main id="main" tabindex="-1">${main}</main>
        <footer class="site-footer">
          <div>
            ${
              audience === 'coordinator'
                ? ''
                : html`<p><a href="/#person">Write to a person</a> at any time: a coordinator reads every mail.</p>`
            }
            <p>
              ${serviceName} is not affiliated with the American Society of Radiologic Technologists (ASRT) or the
              American Registry of Radiologic Technologists (ARRT).
            </p>
          </div>
        </footer>
      </body>
    </html>`;
};
