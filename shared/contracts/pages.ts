import * as z from 'zod';
import { route } from './route.ts';

const tag = 'Pages';
const params = z.strictObject({ token: z.string().max(600) });

/**
 * Pages behind mailed links. Reading one changes nothing; acting is a form with an explicit choice.
 * The token's own purpose decides what a page shows, so `access` is `anyone` here and the handler verifies the token:
 * a wrong one gets a page with words, not a problem document.
 */
const page = <const Id extends string, const Method extends 'GET' | 'POST', const Path extends string>(
  id: Id,
  method: Method,
  path: Path,
  summary: string,
) =>
  route({
    id,
    method,
    path,
    served: method === 'GET' ? 'public-read' : 'public-act',
    access: { by: 'anyone' },
    tag,
    summary,
    params,
    success: { status: 200, body: 'html' },
  });

export const homePage = route({
  id: 'homePage',
  method: 'GET',
  path: '/',
  served: 'public-read',
  access: { by: 'anyone' },
  tag,
  summary: 'What the service is, for whom, and how to reach a person',
  success: { status: 200, body: 'html' },
});

export const confirmPage = page('confirmPage', 'GET', '/confirm/{token}', 'Asks to confirm an address');
export const confirmForm = page('confirmForm', 'POST', '/confirm/{token}', 'Confirms an address');
export const answerPage = page('answerPage', 'GET', '/answer/{token}', 'The anonymous brief with its choices');
export const answerForm = page('answerForm', 'POST', '/answer/{token}', 'Yes, no with a reason, a question, or undo');
export const statusPage = page('statusPage', 'GET', '/status/{token}', 'Where a request stands');
export const statusForm = page(
  'statusForm',
  'POST',
  '/status/{token}',
  'Withdraw, agree to an introduction, report the start',
);
export const facilityPage = page('facilityPage', 'GET', '/facility/{token}', 'A facility with its seats and offers');
export const facilityForm = page('facilityForm', 'POST', '/facility/{token}', 'Pause, resume, leave, report a start');

export const pageReadRoutes = [homePage, confirmPage, answerPage, statusPage, facilityPage] as const;
export const pageActRoutes = [confirmForm, answerForm, statusForm, facilityForm] as const;
