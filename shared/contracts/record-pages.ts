import * as z from 'zod';
import { Discipline } from '../domain/discipline.ts';
import { lazily } from '../domain/lazily.ts';
import { MailId } from '../domain/mail.ts';
import { EmailAddress } from '../domain/primitives.ts';
import { adminsOfRecords, Done, mailsPath, ofRecords } from './coordinator-pages.ts';
import { PageQuery } from './common.ts';
import { actFilter, filled } from './filters.ts';
import { MailsAbout, TroubleStatus } from './mailing.ts';

/** Pages about what the service keeps beside requests and facilities: the map of both, mails, what was done, people. */

export const mapPage = ofRecords({
  id: 'mapPage',
  method: 'GET',
  path: '/coordinator/map',
  summary: 'Open seats and people who wait for one, of a discipline, on the map of the country and as a list',
  query: () => z.strictObject({ discipline: Discipline.default('CT') }),
  success: { status: 200, body: 'html' },
});

export const mailsPage = ofRecords({
  id: 'mailsPage',
  method: 'GET',
  path: mailsPath,
  summary: 'Mails in trouble by `status`, or every mail `about` a request, an offer or a facility',
  query: () =>
    z.strictObject({
      ...PageQuery().shape,
      status: TroubleStatus().default('unknown'),
      about: filled(MailsAbout()),
    }),
  success: { status: 200, body: 'html' },
});

const ofMail = () => z.strictObject({ mailId: MailId });

export const mailCasePage = ofRecords({
  id: 'mailCasePage',
  method: 'GET',
  path: '/coordinator/mails/{mailId}',
  summary: 'A mail: its state, what coordinators did with it, and its copies',
  params: ofMail,
  query: () => z.strictObject({ done: Done }),
  success: { status: 200, body: 'html' },
});

export const mailCaseForm = ofRecords({
  id: 'mailCaseForm',
  method: 'POST',
  path: '/coordinator/mails/{mailId}',
  summary: 'Send a mail again, or close what is doubtful about it',
  params: ofMail,
  success: { status: 303, body: 'html' },
});

export const mailingPage = ofRecords({
  id: 'mailingPage',
  method: 'GET',
  path: '/coordinator/mailing',
  summary: 'Which mails may leave: outreach as a whole, and each kind',
  query: () => z.strictObject({ done: Done }),
  success: { status: 200, body: 'html' },
});

export const mailingForm = ofRecords({
  id: 'mailingForm',
  method: 'POST',
  path: '/coordinator/mailing',
  summary: 'Stop outreach, or resume it',
  success: { status: 303, body: 'html' },
});

/** Even essential mail can be switched off by it: a decision of admins. */
export const mailKindForm = adminsOfRecords({
  id: 'mailKindForm',
  method: 'POST',
  path: '/coordinator/mailing/kinds',
  summary: 'Switch a kind of mail off, or on again',
  success: { status: 303, body: 'html' },
});

export const suppressionsPage = ofRecords({
  id: 'suppressionsPage',
  method: 'GET',
  path: '/coordinator/suppressions',
  summary: 'Addresses that get no mail or no outreach, newest first; as keys, never as addresses',
  query: () => z.strictObject({ ...PageQuery().shape, done: Done }),
  success: { status: 200, body: 'html' },
});

export const suppressionsForm = ofRecords({
  id: 'suppressionsForm',
  method: 'POST',
  path: '/coordinator/suppressions',
  summary: 'Put an address on the suppression list, or take it off',
  success: { status: 303, body: 'html' },
});

export const auditPage = ofRecords({
  id: 'auditPage',
  method: 'GET',
  path: '/coordinator/history',
  summary: 'What people who sign in did, by person, kind and dates; or everything that was done `about` one thing',
  query: () =>
    z.strictObject({
      ...PageQuery().shape,
      about: filled(MailsAbout()),
      ...actFilter(),
    }),
  success: { status: 200, body: 'html' },
});

export const peoplePage = ofRecords({
  id: 'peoplePage',
  method: 'GET',
  path: '/coordinator/people',
  summary: 'Asks for the address of a person',
  success: { status: 200, body: 'html' },
});

/** In a form, and not in an address: what is in an address stays in the history of browsers and in logs. */
export const personSearchForm = ofRecords({
  id: 'personSearchForm',
  method: 'POST',
  path: '/coordinator/people',
  summary: 'Leads to what is held of the person with an address',
  body: () => z.strictObject({ email: EmailAddress }),
  success: { status: 303, body: 'html' },
});

const ofPerson = lazily(() => z.strictObject({ personKey: z.string().regex(/^[A-Za-z0-9_-]{4,80}$/) }));

export const personPage = ofRecords({
  id: 'personPage',
  method: 'GET',
  path: '/coordinator/people/{personKey}',
  summary: 'What is held of a person, by the key of their address: requests, facilities, mails, suppression',
  params: ofPerson,
  query: () => z.strictObject({ done: Done }),
  success: { status: 200, body: 'html' },
});

export const personForm = ofRecords({
  id: 'personForm',
  method: 'POST',
  path: '/coordinator/people/{personKey}',
  summary: 'Erases all requests of a person',
  params: ofPerson,
  success: { status: 303, body: 'html' },
});

export const personExport = ofRecords({
  id: 'personExport',
  method: 'GET',
  path: '/coordinator/people/{personKey}/held.json',
  summary: 'Everything that is held of a person, as it is handed out to them',
  params: ofPerson,
  success: { status: 200, body: 'text' },
});

export const recordPageRoutes = [
  mapPage,
  mailsPage,
  mailCasePage,
  mailCaseForm,
  mailingPage,
  mailingForm,
  mailKindForm,
  suppressionsPage,
  suppressionsForm,
  auditPage,
  peoplePage,
  personSearchForm,
  personPage,
  personForm,
  personExport,
] as const;
