import { html, raw } from 'hono/html';
import { serviceName, type Block, type MailContent } from './content.ts';

/** What stands at the foot of a mail. */
export interface Foot {
  readonly postalAddress: string;
  /** Where the reader ends mails like this one; null: it is no outreach. */
  readonly unsubscribePage: string | null;
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const notAffiliated = `${serviceName} is not affiliated with ASRT or ARRT.`;

/** The subject is one line whatever went into it. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const indented = (text: string, indent: string): string =>
  text
    .split('\n')
    .map((line) => `${indent}${line}`)
    .join('\n');

const textOf = (block: Block): string => {
  switch (block.as) {
    case 'paragraph':
    case 'small':
      return block.text;
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'button':
      return `${block.label}:\n${block.address}`;
    case 'list':
      return [block.title, ...block.items.map((item) => `- ${item}`)].join('\n');
    case 'quote':
      return `${block.by}:\n${indented(block.text, '> ')}`;
  }
};

/**
 * Layout for narrow screens; colours for light and dark, those of the pages. The only style beside the hidden line at the top, which stays
 * hidden in readers that take style sheets out. Nothing is fetched, nothing is measured.
 */
const style = raw(`
  body { margin: 0; padding: 0; background: #faf6ef; color: #1d2b2f; }
  .mail { max-width: 36em; margin: 0 auto; padding: 24px 20px; background: #ffffff;
    font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; overflow-wrap: anywhere; }
  .service { margin: 0 0 .5em; color: #0e5a56; font-size: .875em; font-weight: 600; }
  h1 { font-size: 1.3em; line-height: 1.3; margin: 0 0 1em; }
  p, dl, ul, blockquote { margin: 0 0 1em; }
  h2 { font-size: 1em; margin: 1.4em 0 .4em; }
  dl { border-top: 1px solid #e3d9c9; }
  dt { padding-top: .5em; color: #556268; font-size: .875em; }
  dd { margin: 0; padding-bottom: .5em; border-bottom: 1px solid #e3d9c9; }
  dl + dl { margin-top: 1.75em; }
  ul { padding-left: 1.2em; }
  li { margin-bottom: .25em; }
  a { color: #0e5a56; }
  blockquote { padding: .2em 0 .2em 1em; border-left: 3px solid #0e5a56; white-space: pre-line; }
  .button { display: inline-block; padding: .75em 1.25em; border-radius: 2em; background: #0e5a56; color: #ffffff;
    font-weight: 600; text-decoration: none; }
  .small, footer { color: #556268; font-size: .875em; }
  footer { margin-top: 2em; padding-top: 1em; border-top: 1px solid #e3d9c9; }
  @media (min-width: 480px) {
    dl { display: grid; grid-template-columns: minmax(8em, 30%) 1fr; }
    dd { padding: .5em 0; }
    dt { padding: .65em 1em .5em 0; border-bottom: 1px solid #e3d9c9; }
  }
  @media (prefers-color-scheme: dark) {
    body { background: #12191b; color: #ece8e0; }
    .mail { background: #1a2427; }
    dl, dt, dd, footer { border-color: #2f3d41; }
    .service { color: #7fd1c4; }
    dt, .small, footer { color: #aab5b6; }
    a { color: #7fd1c4; }
    blockquote { border-color: #7fd1c4; }
    .button { background: #7fd1c4; color: #06302d; }
  }`);

const htmlOf = (block: Block) => {
  switch (block.as) {
    case 'paragraph':
      return html`<p>${block.text}</p>`;
    case 'small':
      return html`<p class="small">${block.text}</p>`;
    case 'facts':
      return html`<dl>
        ${block.facts.map(
          ({ label, value }) =>
            html`<dt>${label}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>`;
    case 'button':
      return html`<p><a class="button" href="${block.address}">${block.label}</a></p>`;
    case 'list':
      return html`<h2>${block.title}</h2>
        <ul>
          ${block.items.map((item) => html`<li>${item}</li>`)}
        </ul>`;
    case 'quote':
      return html`<h2>${block.by}</h2>
        <blockquote>${block.text}</blockquote>`;
  }
};

/** Text and HTML of one content. Pure: the same content gives the same bytes. */
export const renderMail = async (
  content: MailContent,
  { postalAddress, unsubscribePage }: Foot,
): Promise<RenderedMail> => {
  const subject = oneLine(content.subject);
  const why = `You get this mail because ${content.because}`;
  const footer = [why, `${serviceName} · ${postalAddress}`, notAffiliated];
  const end = 'End mails like this one';
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${subject}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <div hidden style="display: none">${content.preheader}</div>
        <div class="mail">
          <p class="service">${serviceName}</p>
          <h1>${subject}</h1>
          ${content.blocks.map(htmlOf)}
          <footer>
            ${footer.map((line) => html`<p>${line}</p>`)}
            ${unsubscribePage === null ? '' : html`<p><a href="${unsubscribePage}">${end}</a></p>`}
          </footer>
        </div>
      </body>
    </html>`;
  return {
    subject,
    text: `${[...content.blocks.map(textOf), `-- \n${[...footer, ...(unsubscribePage === null ? [] : [`${end}: ${unsubscribePage}`])].join('\n')}`].join('\n\n')}\n`,
    html: (await page).toString(),
  };
};
