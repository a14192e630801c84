import { html } from 'hono/html';
import type { Html } from './render.ts';
import { styleName } from './style.ts';

export const serviceName = 'Clinical Site Match';

interface PageParts {
  /** What the page is, said first in the window's title and by screen readers. */
  readonly title: string;
  readonly main: Html;
}

/** The frame of every page: no scripts, one column, one heading of the first rank (in `main`). */
export const layout = ({ title, main }: PageParts): Html =>
  html`<!doctype html>
    <html lang="en-US">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${serviceName}</title>
        <link rel="stylesheet" href="/style/${styleName}" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header><a href="/">${serviceName}</a></header>
        <main id="main" tabindex="-1">${main}</main>
        <footer>
          <p>
            ${serviceName} is not affiliated with the American Society of Radiologic Technologists (ASRT) or the
            American Registry of Radiologic Technologists (ARRT).
          </p>
        </footer>
      </body>
    </html>`;
