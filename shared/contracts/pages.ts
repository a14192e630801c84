import * as z from 'zod';
import { DraftFields } from '../domain/draft.ts';
import { lazily } from '../domain/lazily.ts';
import { OfferId } from '../domain/offer.ts';
import { EmailAddress } from '../domain/primitives.ts';
import { WrittenStep } from './request-form/steps.ts';
import { routesFor } from './route.ts';
import { ended, ticked } from './ticked.ts';

const tag = 'Pages';

/**
 * Pages behind mailed links. Reading one changes nothing; acting is a form with an explicit choice.
 * The token's own purpose decides what a page shows, so `access` is `anyone` here and the handler verifies the token:
 * a wrong one gets a page with words, not a problem document.
 */
const toRead = routesFor({ tag, served: 'public-read', access: { by: 'anyone' } });
const toMatch = routesFor({ tag, served: 'public-match', access: { by: 'anyone' } });
const toAct = routesFor({ tag, served: 'public-act', access: { by: 'anyone' } });

const params = lazily(() => z.strictObject({ token: z.string().max(600) }));

const page = <const Id extends string, const Path extends string>(id: Id, path: Path, summary: string) =>
  toRead({ id, method: 'GET', path, summary, params, success: { status: 200, body: 'html' } });

/** The form of a page, sent to the page's own address. */
const form = <const Id extends string, const Path extends string, Body extends z.ZodType>(
  id: Id,
  path: Path,
  summary: string,
  body: () => Body,
) => toAct({ id, method: 'POST', path, summary, params, body, success: { status: 200, body: 'html' } });

export const homePage = toRead({
  id: 'homePage',
  method: 'GET',
  path: '/',
  summary: 'What the service is, for whom, and how to reach a person',
  success: { status: 200, body: 'html' },
});

export const asset = toRead({
  id: 'asset',
  method: 'GET',
  path: '/assets/{name}',
  summary: 'A style sheet, script or picture of the pages; its name changes with what is in it',
  params: () => z.strictObject({ name: z.string().max(60) }),
  success: { status: 200, body: 'text' },
});

export const linksForm = toAct({
  id: 'linksForm',
  method: 'POST',
  path: '/links',
  causesMail: true,
  summary: 'Mails the links of an address again; the page is the same for every address',
  body: () => z.object({ email: EmailAddress }),
  success: { status: 200, body: 'html' },
});

export const requestPage = toRead({
  id: 'requestPage',
  method: 'GET',
  path: '/request',
  summary: 'Begins a placement request: asks for the address that its link is mailed to',
  success: { status: 200, body: 'html' },
});

export const requestForm = toAct({
  id: 'requestForm',
  method: 'POST',
  path: '/request',
  causesMail: true,
  summary: 'Mails the link under which a request is written; the page is the same for every address',
  body: () => z.object({ email: EmailAddress }),
  success: { status: 200, body: 'html' },
});

const stepParams = lazily(() => z.strictObject({ token: z.string().max(600), step: WrittenStep }));

export const draftPage = page('draftPage', '/request/{token}', 'A request that is being written, step by step');
export const draftStepPage = toRead({
  id: 'draftStepPage',
  method: 'GET',
  path: '/request/{token}/{step}',
  summary: 'One step of a request that is being written',
  params: stepParams,
  success: { status: 200, body: 'html' },
});
export const draftStepForm = toAct({
  id: 'draftStepForm',
  method: 'POST',
  path: '/request/{token}/{step}',
  summary: 'Keeps what was written in a step and goes on to the next',
  params: stepParams,
  body: () => DraftFields,
  success: { status: 303, body: 'html' },
});
export const draftSendPage = toMatch({
  id: 'draftSendPage',
  method: 'GET',
  path: '/request/{token}/send',
  summary: 'The last step of a request that is being written: what it would find today, and the choice to send it',
  params,
  success: { status: 200, body: 'html' },
});
export const draftSendForm = toAct({
  id: 'draftSendForm',
  method: 'POST',
  path: '/request/{token}/send',
  summary: 'Sends the request that was written',
  params,
  body: () => z.object({ sure: ticked() }),
  success: { status: 303, body: 'html' },
});

export const confirmPage = page('confirmPage', '/confirm/{token}', 'Asks to confirm an address');
export const confirmForm = form('confirmForm', '/confirm/{token}', 'Confirms an address', () =>
  z.object({ confirmed: ticked() }),
);

export const unsubscribePage = page('unsubscribePage', '/unsubscribe/{token}', 'Asks whether unasked mails are to end');
export const unsubscribeForm = form(
  'unsubscribeForm',
  '/unsubscribe/{token}',
  'Ends unasked mails to the address: by the page’s form, or by a mail program’s one click (RFC 8058)',
  () => z.object({ sure: ticked() }),
);

export const statusPage = page('statusPage', '/status/{token}', 'Where a request stands');
export const statusForm = form(
  'statusForm',
  '/status/{token}',
  'Withdraw, agree to an introduction, report the start and the end',
  () =>
    z.discriminatedUnion('action', [
      z.object({ action: z.literal('withdraw'), sure: ticked() }),
      z.object({ action: z.literal('consent'), offerId: OfferId, sure: ticked() }),
      z.object({ action: z.literal('take-back'), offerId: OfferId, sure: ticked() }),
      z.object({ action: z.literal('start'), offerId: OfferId, sure: ticked() }),
      ended(),
    ]),
);

export const editPage = page('editPage', '/status/{token}/edit', 'Changes a request that was sent, step by step');
export const editStepPage = toRead({
  id: 'editStepPage',
  method: 'GET',
  path: '/status/{token}/edit/{step}',
  summary: 'One step of a request that is being changed',
  params: stepParams,
  success: { status: 200, body: 'html' },
});
export const editStepForm = toAct({
  id: 'editStepForm',
  method: 'POST',
  path: '/status/{token}/edit/{step}',
  summary: 'Keeps what was changed in a step and goes on to the next; the request stays as it is',
  params: stepParams,
  body: () => DraftFields,
  success: { status: 303, body: 'html' },
});
export const editSendPage = toMatch({
  id: 'editSendPage',
  method: 'GET',
  path: '/status/{token}/edit/send',
  summary: 'The last step of a change: what it would find today, and the choice to make it',
  params,
  success: { status: 200, body: 'html' },
});
export const editSendForm = form(
  'editSendForm',
  '/status/{token}/edit/send',
  'Changes the request to what was written; it is matched again',
  () => z.object({ sure: ticked() }),
);

export const helpPage = toMatch({
  id: 'helpPage',
  method: 'GET',
  path: '/status/{token}/what-would-help',
  summary: 'What would open more sites to a request: single changes and pairs, in counts',
  params,
  success: { status: 200, body: 'html' },
});

export const heldPage = page('heldPage', '/status/{token}/data', 'What is held about a technologist');
export const heldFile = toRead({
  id: 'heldFile',
  method: 'GET',
  path: '/status/{token}/data/export',
  summary: 'Everything that is held about a technologist, as a file of JSON',
  params,
  success: { status: 200, body: 'text' },
});
export const heldForm = form('heldForm', '/status/{token}/data', 'Erases what is held about a technologist', () =>
  z.object({ sure: ticked() }),
);

export const pageReadRoutes = [
  homePage,
  asset,
  requestPage,
  draftPage,
  draftStepPage,
  draftSendPage,
  confirmPage,
  unsubscribePage,
  statusPage,
  editPage,
  editStepPage,
  editSendPage,
  helpPage,
  heldPage,
  heldFile,
] as const;
export const pageActRoutes = [
  linksForm,
  requestForm,
  draftStepForm,
  draftSendForm,
  confirmForm,
  unsubscribeForm,
  statusForm,
  editStepForm,
  editSendForm,
  heldForm,
] as const;
