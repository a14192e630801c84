import type { IncomingMessage, ServerResponse } from 'node:http';
import { html } from 'hono/html';
import type { Server } from './listen.ts';
import type { Mails, ReceivedMail } from './mails.ts';
import { sendPage } from './page.ts';

const when = (at: string): string => at.slice(0, 19).replace('T', ' ');

const listPage = (mails: readonly ReceivedMail[]): ReturnType<typeof html> => html`
  <h1>Mailbox</h1>
  <p>
    ${mails.length === 0 ? 'No mail yet.' : `${mails.length} mails, newest first.`} As data:
    <a href="/messages">/messages</a>
  </p>
  <table>
    <thead>
      <tr>
        <th scope="col">Time (UTC)</th>
        <th scope="col">To</th>
        <th scope="col">Subject</th>
      </tr>
    </thead>
    <tbody>
      ${mails.toReversed().map(
        ({ id, at, to, subject }) =>
          html`<tr>
            <td>${when(at)}</td>
            <td>${to.join(', ')}</td>
            <td><a href="/mail/${id}">${subject}</a></td>
          </tr>`,
      )}
    </tbody>
  </table>
`;

/** The text with its addresses as links. */
const linked = (text: string): unknown[] =>
  text
    .split(/(https?:\/\/[^\s<>]+)/u)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part));

const mailPage = (mail: ReceivedMail): ReturnType<typeof html> => html`
  <p><a href="/">All mails</a></p>
  <h1>${mail.subject}</h1>
  <p>From ${mail.from} to ${mail.to.join(', ')}, ${when(mail.at)} UTC</p>
  <h2>Text</h2>
  <pre>${linked(mail.text)}</pre>
  ${
    mail.html === null
      ? ''
      : html`<h2>HTML</h2>
          <iframe
            src="/mail/${mail.id}/html"
            title="The HTML part"
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          ></iframe>`
  }
  <h2>Headers</h2>
  <table>
    ${mail.headers.map(
      ({ name, value }) =>
        html`<tr>
          <th scope="row">${name}</th>
          <td>${value}</td>
        </tr>`,
    )}
  </table>
`;

/** Shows every mail that SES took: a list, each with its parts, and all of them as JSON. */
export const openMailbox = (server: Server, mails: Mails): void => {
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://mailbox');
    const [, id, part] = /^\/mail\/([^/]+)(\/html)?$/u.exec(pathname) ?? [];
    const mail = mails.all().find((one) => one.id === id);
    if (pathname === '/') await sendPage(response, 'Mailbox', listPage(mails.all()));
    else if (pathname === '/messages') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(mails.all()));
    } else if (mail !== undefined && part === undefined) await sendPage(response, mail.subject, mailPage(mail));
    else if (mail !== undefined && mail.html !== null) {
      // Links open beside the mail; scripts, forms and anything from elsewhere do not run in it.
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      });
      response.end(`<base target="_blank">${mail.html}`);
    } else
      await sendPage(
        response,
        'Not found',
        html`<h1>There is no such mail</h1>
          <p><a href="/">All mails</a></p>`,
        404,
      );
  };
  server.answer(serve);
};
