import type { LinkPurpose, Route } from '../contracts/route.ts';
import type { Html } from '../html/render.ts';
import { renderPage } from '../html/render.ts';
import type { Call } from '../usecases/ports.ts';
import { anyonesCall } from './api-route.ts';
import type { Binding, HttpAnswer, HttpEvent } from './binding.ts';
import { isOneClick, readForm, type FormFields } from './body.ts';
import type { AnswerUse, MailedLinks, OpenedLink } from './mailed-links.ts';
import { readFormWithFile } from './multipart.ts';
import { HttpProblem } from './problems.ts';

/** Somebody who came by a mailed link, and what the form says that they sent. */
export interface Visit<P extends LinkPurpose> {
  readonly link: OpenedLink<P>;
  readonly form: FormFields;
  /** The parts of the address, the token among them. */
  readonly params: AddressParts;
  /** What follows the address; a page takes of it what it knows. */
  readonly query: AddressParts;
}

type AddressParts = Readonly<Record<string, string | undefined>>;

/**
 * 422: the form is shown again with what is wrong beside its fields. `to`: the form was taken, and the browser goes on to
 * another page of ours, so that reading it again sends nothing twice; an address that the service made. `file`: to be
 * kept, not shown.
 */
export type Page =
  { readonly status?: 200 | 422; readonly html: Html } | { readonly to: `/${string}` } | { readonly file: FileToKeep };

export interface FileToKeep {
  /** Letters, digits, hyphens and its ending: it is written into a header. */
  readonly name: string;
  readonly contentType: string;
  readonly text: string;
}

/**
 * A form of ours comes from a page of ours. The token in the path is what allows an answer, and it is in no cookie; a
 * form that another site sends is refused all the same. Browsers say where it came from in one of two headers (pages
 * with `no-referrer` send the origin "null", which says nothing).
 */
const refuseOtherSites = ({ headers }: HttpEvent): void => {
  const site = headers['sec-fetch-site'];
  const origin = headers['origin'];
  const fromElsewhere =
    site === undefined
      ? origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== headers['host']
      : site !== 'same-origin' && site !== 'none';
  if (fromElsewhere) throw new HttpProblem('cross-site');
};

/** What a form sent; nothing where a page is only read. */
export const formOf = async (route: Route, event: HttpEvent, oneClick?: FormFields): Promise<FormFields> => {
  if (route.method === 'GET') return {};
  // Whatever program shows the mail sends it, from wherever; there is no page of ours before it.
  if (oneClick !== undefined && isOneClick(event)) return oneClick;
  refuseOtherSites(event);
  return route.takesFile === true ? readFormWithFile(event) : readForm(event);
};

export const pageAnswer = async (page: Page): Promise<HttpAnswer> => {
  if ('to' in page) return { statusCode: 303, headers: { location: page.to } };
  if ('file' in page) {
    const { name, contentType, text } = page.file;
    const headers = { 'content-type': contentType, 'content-disposition': `attachment; filename="${name}"` };
    return { statusCode: 200, headers, body: text };
  }
  return {
    statusCode: page.status ?? 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: await renderPage(page.html),
  };
};

/** Binds pages that anybody may open. `call` is what a use-case is to be called with for what the form asks. */
export const openPage = (
  route: Route,
  handler: (form: FormFields, call: Call, query: AddressParts) => Promise<Page>,
): Binding => ({
  route,
  answer: async (event) =>
    pageAnswer(await handler(await formOf(route, event), anyonesCall(event), event.queryStringParameters ?? {})),
});

interface LinkPage<P extends LinkPurpose> {
  readonly purposes: readonly P[];
  readonly use?: AnswerUse;
  /** The form that one click in a mail program stands for (RFC 8058). */
  readonly oneClick?: FormFields;
}

/** Binds pages behind mailed links: the token in the path is checked before anything is read of it. */
export const linkPages =
  (links: MailedLinks) =>
  <const P extends LinkPurpose>(
    route: Route,
    { purposes, use = 'decide', oneClick }: LinkPage<P>,
    handler: (visit: Visit<P>) => Promise<Page>,
  ): Binding => ({
    route,
    answer: async (event) => {
      const form = await formOf(route, event, oneClick);
      const link = await links.verify(event.pathParameters?.['token'] ?? '', purposes);
      const { pathParameters: params = {}, queryStringParameters: query = {} } = event;
      return pageAnswer(await handler({ link: await links.open(link, use), form, params, query }));
    },
  });
