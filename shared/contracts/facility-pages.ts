import * as z from 'zod';
import { Discipline } from '../domain/discipline.ts';
import { DraftFields } from '../domain/draft.ts';
import { lazily } from '../domain/lazily.ts';
import { DeclineReason, OfferId } from '../domain/offer.ts';
import { prose } from '../domain/primitives.ts';
import { routesFor } from './route.ts';
import { ended, ticked } from './ticked.ts';

const tag = 'Pages';

/**
 * The pages on which a facility claims itself, keeps up what it offers and answers briefs. As with all pages behind mailed links the
 * handler verifies the token, and shows a form again with what is wrong; so a form may hold anything here.
 */
const toRead = routesFor({ tag, served: 'public-read', access: { by: 'anyone' } });
const toAct = routesFor({ tag, served: 'facility-act', access: { by: 'anyone' } });

export const claimPath = '/facility/claim';

/** What a claim begins with: from the public list, or as it was looked for. */
const said = (max: number) => z.string().max(max).optional().catch(undefined);

export const findFacilityPage = toRead({
  id: 'findFacilityPage',
  method: 'GET',
  path: '/facility',
  summary: 'Finds a facility by name and ZIP code in the public list of hospitals, to claim it',
  query: () => z.object({ name: said(160), zip: said(5) }),
  success: { status: 200, body: 'html' },
});

export const claimPage = toRead({
  id: 'claimPage',
  method: 'GET',
  path: claimPath,
  summary: 'The form by which a facility says who speaks for it, and what it offers',
  query: () => z.object({ name: said(160), street: said(160), zip: said(5), setting: said(20) }),
  success: { status: 200, body: 'html' },
});

export const claimForm = toAct({
  id: 'claimForm',
  method: 'POST',
  path: claimPath,
  causesMail: true,
  summary: 'Shows what was written with a sample of the briefs that follow from it; sends it once the box is ticked',
  body: () => DraftFields,
  success: { status: 200, body: 'html' },
});

/** What a form has just done, as the address of the dashboard after it says it. */
export const facilityDoneCodes = ['saved', 'unchanged', 'seats'] as const;
export type FacilityDoneCode = (typeof facilityDoneCodes)[number];
export const FacilityDone = lazily(() => z.object({ done: z.enum(facilityDoneCodes).optional().catch(undefined) }));

const params = lazily(() => z.strictObject({ token: z.string().max(600) }));
const siteParams = lazily(() => z.strictObject({ token: z.string().max(600), discipline: Discipline }));

const page = <const Id extends string, const Path extends string>(id: Id, path: Path, summary: string) =>
  toRead({ id, method: 'GET', path, summary, params, success: { status: 200, body: 'html' } });

/** The form of a page, sent to the page's own address. */
const form = <const Id extends string, const Path extends string, Body extends z.ZodType>(
  id: Id,
  path: Path,
  summary: string,
  body: () => Body,
) => toAct({ id, method: 'POST', path, summary, params, body, success: { status: 200, body: 'html' } });

export const answerPage = page('answerPage', '/answer/{token}', 'The anonymous brief with its choices');
export const answerForm = form('answerForm', '/answer/{token}', 'Yes, no with a reason, a question, or undo', () =>
  z.discriminatedUnion('choice', [
    z.object({ choice: z.literal('yes') }),
    z.object({ choice: z.literal('no'), reason: DeclineReason, comment: prose(1000).nullable().default(null) }),
    z.object({ choice: z.literal('question'), question: prose(1000) }),
    z.object({ choice: z.literal('undo') }),
  ]),
);

export const facilityPage = page('facilityPage', '/facility/{token}', 'A facility with its seats and offers');
export const facilityForm = form(
  'facilityForm',
  '/facility/{token}',
  'Pause, resume, leave, end all links, cancel a placement, report a start and an end',
  () =>
    z.discriminatedUnion('action', [
      z.object({ action: z.literal('pause'), sure: ticked() }),
      z.object({ action: z.literal('resume'), sure: ticked() }),
      z.object({ action: z.literal('leave'), sure: ticked() }),
      z.object({ action: z.literal('end-links'), sure: ticked() }),
      z.object({ action: z.literal('start'), offerId: OfferId, sure: ticked() }),
      z.object({
        action: z.literal('cancel'),
        offerId: OfferId,
        sure: ticked(),
        comment: prose(1000).nullable().default(null),
      }),
      ended(),
    ]),
);

export const profilePage = page('profilePage', '/facility/{token}/profile', 'What a facility says of itself');
export const profileForm = toAct({
  id: 'profileForm',
  method: 'POST',
  path: '/facility/{token}/profile',
  summary: 'Saves what a facility says of itself',
  params,
  body: () => DraftFields,
  success: { status: 303, body: 'html' },
});
export const contactPage = page('contactPage', '/facility/{token}/contact', 'Who speaks for a facility');
export const contactForm = toAct({
  id: 'contactForm',
  method: 'POST',
  path: '/facility/{token}/contact',
  summary: 'Names another contact, who is confirmed and vetted before anything else',
  params,
  body: () => DraftFields,
  success: { status: 200, body: 'html' },
});

const sitePath = '/facility/{token}/disciplines/{discipline}';

export const sitePage = toRead({
  id: 'sitePage',
  method: 'GET',
  path: sitePath,
  summary: 'Seats and conditions of a facility in one discipline',
  params: siteParams,
  success: { status: 200, body: 'html' },
});
export const siteForm = toAct({
  id: 'siteForm',
  method: 'POST',
  path: sitePath,
  summary: 'Saves the conditions in one discipline, or adds, changes or ends dated seats',
  params: siteParams,
  body: () => DraftFields,
  success: { status: 303, body: 'html' },
});

export const sampleBriefPage = toRead({
  id: 'sampleBriefPage',
  method: 'GET',
  path: `${sitePath}/sample`,
  summary: 'The brief that a facility would get, of an invented technologist',
  params: siteParams,
  success: { status: 200, body: 'html' },
});

export const facilityPageReadRoutes = [
  findFacilityPage,
  claimPage,
  answerPage,
  facilityPage,
  profilePage,
  contactPage,
  sitePage,
  sampleBriefPage,
] as const;
export const facilityPageActRoutes = [claimForm, answerForm, facilityForm, profileForm, contactForm, siteForm] as const;
