import type { IncomingMessage, ServerResponse } from 'node:http';
import { html } from 'hono/html';
import { lazily } from '../shared/domain/lazily.ts';
import type { Server } from './listen.ts';
import type { Mails, ReceivedMail } from './mails.ts';
import { sendPage } from './page.ts';
import { sampleMails } from './preview.ts';

const when = (at: string): string => at.slice(0, 19).replace('T', ' ');

const listPage = (mails: readonly ReceivedMail[]): ReturnType<typeof html> => html`
  <h1>Mailbox</h1>
  <p>
    ${mails.length === 0 ? 'No mail yet.' : `${mails.length} mails, newest first.`} As data:
    <a href="/messages">/messages</a>. Every kind of mail with sample data: <a href="/kinds">/kinds</a>
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

const kindsPage = (mails: readonly ReceivedMail[]): ReturnType<typeof html> => html`
  <p><a href="/">All mails</a></p>
  <h1>Every kind of mail</h1>
  <p>With invented data: what the service would send, and to whom. Links in them lead nowhere.</p>
  <table>
    <thead>
      <tr>
        <th scope="col">Kind</th>
        <th scope="col">To</th>
        <th scope="col">Subject</th>
      </tr>
    </thead>
    <tbody>
      ${mails.map(
        ({ id, to, subject }) =>
          html`<tr>
            <td><a href="/kinds/${id}">${id}</a></td>
            <td>${to.join(', ')}</td>
            <td>${subject}</td>
          </tr>`,
      )}
    </tbody>
  </table>
`;

/** A mail in all its forms. `page` is the address that shows it; its HTML part is served under it, in a frame apart. */
const mailPage = (mail: ReceivedMail, page: string): ReturnType<typeof html> => html`
  <p><a href="/">All mails</a> · <a href="/kinds">Every kind of mail</a></p>
  <h1>${mail.subject}</h1>
  <p>From ${mail.from} to ${mail.to.join(', ')}, ${when(mail.at)} UTC</p>
  <h2>Text</h2>
  <pre>${linked(mail.text)}</pre>
  ${
    mail.html === null
      ? ''
      : html`<h2>HTML</h2>
          <iframe
            src="${page}/html"
            title="The HTML part"
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          ></iframe>`
  }
  ${
    mail.calendar === null
      ? ''
      : html`<h2>Calendar file</h2>
          <pre>${mail.calendar}</pre>`
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

/** Links open beside the mail; scripts, forms and anything from elsewhere do not run in it. */
const sendHtmlPart = (response: ServerResponse, part: string): void => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  });
  response.end(`<base target="_blank">${part}`);
};

/** Shows every mail that SES took: a list, each with its parts, and all of them as JSON; and a sample of every kind. */
export const openMailbox = (server: Server, mails: Mails): void => {
  const samples = lazily(sampleMails);
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://mailbox');
    const [, page = '', folder, id, part] = /^(\/(mail|kinds)\/([^/]+))(\/html)?$/u.exec(pathname) ?? [];
    const shelf = folder === 'kinds' ? await samples() : mails.all();
    const mail = shelf.find((one) => one.id === id);
    if (pathname === '/') await sendPage(response, 'Mailbox', listPage(mails.all()));
    else if (pathname === '/kinds') await sendPage(response, 'Every kind of mail', kindsPage(await samples()));
    else if (pathname === '/messages') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(mails.all()));
    } else if (mail !== undefined && part === undefined) await sendPage(response, mail.subject, mailPage(mail, page));
    else if (mail !== undefined && mail.html !== null) sendHtmlPart(response, mail.html);
    else
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
