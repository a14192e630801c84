import * as contract from '../../shared/contracts/mailing.ts';
import * as pages from '../../shared/contracts/record-pages.ts';
import { type MailId, MailKind } from '../../shared/domain/mail.ts';
import { mailCaseOfCoordinators } from '../../shared/html/coordinator/mails/case-page.ts';
import { mailLogPage } from '../../shared/html/coordinator/mails/log-page.ts';
import { mailingOfCoordinators } from '../../shared/html/coordinator/mails/mailing-page.ts';
import { suppressionsOfCoordinators } from '../../shared/html/coordinator/mails/suppressions-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import type { FormFields } from '../../shared/http/body.ts';
import { valueOf } from '../../shared/http/problems.ts';
import type { SessionPages } from '../../shared/http/session-pages.ts';
import { closeMail, listMails, listMailsAbout, readMail, sendMailAgain } from '../../shared/usecases/mail-log.ts';
import { readMailing, resumeOutreach, stopOutreach, switchMailKind } from '../../shared/usecases/mailing.ts';
import { nowOf } from '../../shared/usecases/moments.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { liftSuppression, listSuppressions, suppressAddress } from '../../shared/usecases/suppressions.ts';
import { decide, decision, type Decision } from '../decide.ts';

type MailPorts = Pick<Ports, 'store' | 'clock' | 'personKeys'>;

const reason = { label: 'The reason', missing: 'Please write the reason.' };

/** Null: nobody had touched a switch. */
const seenOf = ({ version }: FormFields): number | null => (version === undefined ? null : Number(version));

const decisionsOnMail = (ports: MailPorts, mailId: MailId): Readonly<Record<string, Decision>> => ({
  'send-again': decision({
    schema: () => contract.sendMailAgain.body,
    input: (form) => ({ reason: form['reason'] }),
    act: (input, call) => sendMailAgain(ports)({ mailId, ...input }, call),
    done: () => 'mail-again',
    words: { reason },
  }),
  close: decision({
    schema: () => contract.closeMail.body,
    input: (form) => ({ reason: form['reason'] }),
    act: (input, call) => closeMail(ports)({ mailId, ...input }, call),
    done: () => 'mail-closed',
    words: { reason },
  }),
});

const decisionsOnMailing = (ports: MailPorts): Readonly<Record<string, Decision>> => ({
  stop: decision({
    schema: () => contract.stopOutreach.body,
    input: (form) => ({ version: seenOf(form), reason: form['reason'] }),
    act: (input, call) => stopOutreach(ports)(input, call),
    done: () => 'outreach-stopped',
    words: { reason },
  }),
  resume: decision({
    schema: () => contract.resumeOutreach.body,
    input: (form) => ({ version: seenOf(form), reason: form['reason'] }),
    act: (input, call) => resumeOutreach(ports)(input, call),
    done: () => 'outreach-resumed',
    words: { reason },
  }),
});

/** A form names the kind with what becomes of it: `off brief`. */
const switchOfKinds = (ports: MailPorts): Readonly<Record<string, Decision>> => ({
  switch: decision({
    schema: () => contract.switchMailKind.params.extend(contract.switchMailKind.body.shape),
    input: (form) => {
      const [state = '', kind] = (form['kind'] ?? '').split(' ');
      return {
        kind: MailKind.safeParse(kind).data,
        off: state === 'off',
        version: seenOf(form),
        reason: form['reason'],
      };
    },
    act: (input, call) => switchMailKind(ports)(input, call),
    done: () => 'kind-switched',
    words: { reason, kind: { label: 'The kind', missing: 'Please choose a kind of mail.' } },
  }),
});

const decisionsOnList = (ports: MailPorts): Readonly<Record<string, Decision>> => ({
  suppress: decision({
    schema: () => contract.suppressAddress.body,
    input: ({ email, scope, reason: why }) => ({ email, scope, reason: why }),
    act: (input, call) => suppressAddress(ports)(input, call),
    done: () => 'suppressed',
    words: {
      reason,
      email: { label: 'The address', missing: 'Please write the address.' },
      scope: { label: 'The choice', missing: 'Please choose what it does not get.' },
    },
  }),
  lift: decision({
    schema: () => contract.liftSuppression.params.extend(contract.liftSuppression.body.shape),
    input: (form) => ({
      suppressionId: form['suppressionId'],
      version: Number(form['version']),
      reason: form['reason'],
    }),
    act: (input, call) => liftSuppression(ports)(input, call),
    done: () => 'suppression-lifted',
    words: { reason },
  }),
});

/** The mail log, what may leave, and the suppression list. */
export const pagesOfMails = ({ page }: SessionPages, ports: MailPorts): readonly Binding[] => {
  const now = () => nowOf(ports.clock);
  return [
    page(pages.mailsPage, async ({ query: { about, ...query }, frame, call }) => {
      const { items, cursor } = valueOf(
        about === undefined
          ? await listMails(ports)(query, call)
          : await listMailsAbout(ports)({ ...query, subject: about }, call),
      );
      const { status } = query;
      return {
        html: mailLogPage(frame, {
          status,
          about,
          items,
          next: cursor,
          isFirst: query.cursor === undefined,
          now: now(),
        }),
      };
    }),

    page(pages.mailCasePage, async ({ params: { mailId }, query: { done }, frame }) => ({
      html: mailCaseOfCoordinators(frame, { found: valueOf(await readMail(ports)(mailId)), now: now(), done }),
    })),

    page(pages.mailCaseForm, async ({ params: { mailId }, form, frame, call }) => {
      const decided = await decide(decisionsOnMail(ports, mailId), form, call);
      if ('done' in decided) return { to: `/coordinator/mails/${mailId}?done=${decided.done}` };
      const found = valueOf(await readMail(ports)(mailId));
      return { status: 422, html: mailCaseOfCoordinators(frame, { found, now: now(), sent: decided.sent }) };
    }),

    page(pages.mailingPage, async ({ query: { done }, frame, call }) => ({
      html: mailingOfCoordinators(frame, {
        mailing: valueOf(await readMailing(ports)({}, call)),
        isAdmin: call.actor.kind === 'admin',
        now: now(),
        done,
      }),
    })),

    ...([pages.mailingForm, pages.mailKindForm] as const).map((route) =>
      page(route, async ({ form, frame, call }) => {
        const decisions = route === pages.mailKindForm ? switchOfKinds(ports) : decisionsOnMailing(ports);
        const decided = await decide(decisions, form, call);
        if ('done' in decided) return { to: `${pages.mailingPage.path}?done=${decided.done}` };
        const mailing = valueOf(await readMailing(ports)({}, call));
        const isAdmin = call.actor.kind === 'admin';
        return {
          status: 422,
          html: mailingOfCoordinators(frame, { mailing, isAdmin, now: now(), sent: decided.sent }),
        };
      }),
    ),

    page(pages.suppressionsPage, async ({ query: { done, ...query }, frame, call }) => {
      const { items, cursor } = valueOf(await listSuppressions(ports)(query, call));
      const isFirst = query.cursor === undefined;
      return { html: suppressionsOfCoordinators(frame, { items, next: cursor, isFirst, now: now(), done }) };
    }),

    page(pages.suppressionsForm, async ({ form, frame, call }) => {
      const decided = await decide(decisionsOnList(ports), form, call, ['suppressionId']);
      if ('done' in decided) return { to: `${pages.suppressionsPage.path}?done=${decided.done}` };
      const { items, cursor } = valueOf(await listSuppressions(ports)({ limit: 25 }, call));
      return {
        status: 422,
        html: suppressionsOfCoordinators(frame, {
          items,
          next: cursor,
          isFirst: true,
          now: now(),
          sent: decided.sent,
        }),
      };
    }),
  ];
};
