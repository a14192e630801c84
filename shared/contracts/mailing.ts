import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import { Mail, MailId, MailKind, MailStatus } from '../domain/mail.ts';
import { Brake } from '../domain/mailing.ts';
import { EmailAddress, prose } from '../domain/primitives.ts';
import { Suppression, SuppressionId, SuppressionScope } from '../domain/suppression.ts';
import { PageQuery, pageOf, SeenVersion } from './common.ts';
import { forAdmins, forUpkeep } from './for-coordinators.ts';

/** Mails, the suppression list, and the switches of mailing. */

/** States in which a mail can be in trouble; `pending`: it waits, and says for what. */
export const TroubleStatus = lazily(() =>
  MailStatus.extract(['unknown', 'failed', 'bounced', 'complained', 'suppressed', 'cancelled', 'pending']),
);

export const listMails = forUpkeep({
  id: 'listMails',
  method: 'GET',
  path: '/api/coordinator/mails',
  summary: 'Mails with something doubtful or wrong about them, newest first: those in doubt, other states by `status`',
  query: () => z.strictObject({ ...PageQuery().shape, status: TroubleStatus().default('unknown') }),
  success: { status: 200, body: pageOf(() => Mail) },
});

/** What mails are about: the id of a request, an offer, a facility, or what else a mail tells of. */
export const MailsAbout = lazily(() => z.string().regex(/^[A-Za-z0-9_-]{4,120}$/, 'must be an id, such as req_k3f9'));

export const listMailsAbout = forUpkeep({
  id: 'listMailsAbout',
  method: 'GET',
  path: '/api/coordinator/mails/about/{subject}',
  summary: 'Every mail about a request, an offer or a facility, with its state',
  params: () => z.strictObject({ subject: MailsAbout() }),
  query: PageQuery,
  success: { status: 200, body: pageOf(() => Mail) },
});

export const sendMailAgain = forUpkeep({
  id: 'sendMailAgain',
  method: 'POST',
  path: '/api/coordinator/mails/{mailId}/copies',
  summary: 'Send a mail again that is in doubt, failed, bounced or was kept back; it may then arrive twice',
  params: () => z.strictObject({ mailId: MailId }),
  body: () => z.strictObject({ reason: prose(1000) }),
  success: { status: 201, body: () => z.object({ mailId: MailId }) },
});

export const closeMail = forUpkeep({
  id: 'closeMail',
  method: 'POST',
  path: '/api/coordinator/mails/{mailId}/closing',
  summary: 'Close what is doubtful or wrong about a mail without sending it again; what SES still says of it counts',
  params: () => z.strictObject({ mailId: MailId }),
  body: () => z.strictObject({ reason: prose(1000) }),
  success: { status: 200, body: () => z.object({ mailId: MailId }) },
});

export const listSuppressions = forUpkeep({
  id: 'listSuppressions',
  method: 'GET',
  path: '/api/coordinator/suppressions',
  summary: 'Addresses that get no mail or no outreach, newest first; as keys, never as addresses',
  query: PageQuery,
  success: { status: 200, body: pageOf(() => Suppression) },
});

const suppressionReceipt = lazily(() => z.object({ id: SuppressionId }));

export const suppressAddress = forUpkeep({
  id: 'suppressAddress',
  method: 'POST',
  path: '/api/coordinator/suppressions',
  summary: 'Put an address on the suppression list, for all mail or for outreach',
  body: () => z.strictObject({ email: EmailAddress, scope: SuppressionScope.exclude(['none']), reason: prose(1000) }),
  success: { status: 201, body: suppressionReceipt },
});

export const liftSuppression = forUpkeep({
  id: 'liftSuppression',
  method: 'POST',
  path: '/api/coordinator/suppressions/{suppressionId}/lifting',
  summary: 'Take an address off the suppression list',
  params: () => z.strictObject({ suppressionId: SuppressionId }),
  body: () => z.strictObject({ version: SeenVersion, reason: prose(1000) }),
  success: { status: 200, body: suppressionReceipt },
});

export const MailingView = lazily(() =>
  z.object({
    /** Null: nobody and nothing ever touched a switch. */
    version: z.int().nullable(),
    /** Null: outreach goes on. */
    brake: Brake.nullable(),
    kindsOff: z.array(MailKind),
    reason: z.string().nullable(),
  }),
);

const decision = lazily(() => z.strictObject({ version: SeenVersion.nullable(), reason: prose(1000) }));

export const readMailing = forUpkeep({
  id: 'readMailing',
  method: 'GET',
  path: '/api/coordinator/mailing',
  summary: 'Whether outreach is stopped, by what, and which kinds of mail are switched off',
  success: { status: 200, body: MailingView },
});

export const stopOutreach = forUpkeep({
  id: 'stopOutreach',
  method: 'POST',
  path: '/api/coordinator/mailing/stop',
  summary: 'Stop outreach: briefs, invitations and reminders wait; essential mail goes on',
  body: decision,
  success: { status: 200, body: MailingView },
});

export const resumeOutreach = forUpkeep({
  id: 'resumeOutreach',
  method: 'POST',
  path: '/api/coordinator/mailing/resumption',
  summary:
    'Resume outreach; what waited leaves within a quarter of an hour, and earlier bounces are not counted any more',
  body: decision,
  success: { status: 200, body: MailingView },
});

/** Even essential mail can be switched off by it: a decision of admins. */
export const switchMailKind = forAdmins({
  id: 'switchMailKind',
  method: 'PUT',
  path: '/api/coordinator/mailing/kinds/{kind}',
  summary: 'Switch a kind of mail off, or on again; its mails wait meanwhile',
  params: () => z.strictObject({ kind: MailKind }),
  body: () => z.strictObject({ version: SeenVersion.nullable(), off: z.boolean(), reason: prose(1000) }),
  success: { status: 200, body: MailingView },
});

export const mailingRoutes = [
  listMails,
  listMailsAbout,
  sendMailAgain,
  closeMail,
  listSuppressions,
  suppressAddress,
  liftSuppression,
  readMailing,
  stopOutreach,
  resumeOutreach,
  switchMailKind,
] as const;
