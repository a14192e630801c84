import type { LinkPurpose } from '../contracts/route.ts';
import { isOutreach, mailKinds, type Mail, type MailKind } from '../domain/mail.ts';
import { coordinatorsAddress, pageAddress } from '../links/addresses.ts';
import type { Link, LinkTokens } from '../links/tokens.ts';
import { accessLinkEnd } from '../usecases/queue-mail.ts';
import { calendarFile } from './calendar.ts';
import type { MailContent } from './content.ts';
import type { Letter } from './letter.ts';
import { renderMail } from './render.ts';
import type { MailSubject, OfferSubject } from './subject.ts';
import { templates } from './templates/index.ts';
import { wordsShown } from './words-of-people.ts';

/** Who writes, and with what: settings of the stage and the keys that links are signed with. */
export interface Desk {
  readonly tokens: LinkTokens;
  /** What links begin with, without a slash at the end. */
  readonly siteUrl: string;
  /** The address that mails come from. */
  readonly from: string;
  readonly coordinatorEmail: string;
  readonly postalAddress: string;
}

const page = ({ tokens, siteUrl }: Desk, link: Link, expiresAt: string | null): string =>
  pageAddress(siteUrl, link.purpose, tokens.issue(link, expiresAt));

/** Pages of another aggregate than the mail's subject: the link is made for that aggregate as it is now. */
const statusPage = (desk: Desk, mail: Mail, { request }: OfferSubject): string =>
  page(
    desk,
    { purpose: 'request-access', subject: request.id, version: request.accessVersion },
    accessLinkEnd(mail.createdAt),
  );

const facilityPage = (desk: Desk, mail: Mail, { facility }: OfferSubject): string =>
  page(
    desk,
    { purpose: 'facility-access', subject: facility.id, version: facility.accessVersion },
    accessLinkEnd(mail.createdAt),
  );

const contentOf = (desk: Desk, mail: Mail, subject: MailSubject): MailContent => {
  const template = templates[mail.kind];
  const ownPage = (purpose: LinkPurpose) =>
    page(desk, { purpose, subject: mail.subject, version: mail.linkVersion }, mail.linkExpiresAt);
  const coordinatorsPage = (path?: string) => coordinatorsAddress(desk.siteUrl, path);
  if (template.about === 'request' && subject.of === 'request') {
    const purpose = mail.kind === 'confirm-request' ? 'confirm-request' : 'request-access';
    return template.content({ mail, request: subject.request, underWay: subject.underWay, page: ownPage(purpose) });
  }
  if (template.about === 'named-site' && subject.of === 'request') {
    const { home, wishes } = subject.request;
    return template.content({
      siteName: wishes.namedSite?.name ?? 'your facility',
      discipline: wishes.discipline,
      state: home.state,
      homePage: `${desk.siteUrl}/`,
    });
  }
  if (template.about === 'draft' && subject.of === 'draft') return template.content({ mail, page: ownPage('draft') });
  if (template.about === 'facility' && subject.of === 'facility') {
    const purpose = mail.kind === 'confirm-facility' ? 'confirm-facility' : 'facility-access';
    return template.content({ mail, facility: subject.facility, page: ownPage(purpose) });
  }
  if (subject.of === 'offer') {
    const about = { mail, ...subject };
    if (template.about === 'brief')
      return template.content({
        ...about,
        facilityPage: facilityPage(desk, mail, subject),
        answerPage: ownPage('answer'),
      });
    if (template.about === 'offer-for-facility')
      return template.content({ ...about, facilityPage: facilityPage(desk, mail, subject) });
    if (template.about === 'offer-for-technologist')
      return template.content({ ...about, statusPage: statusPage(desk, mail, subject) });
    if (template.about === 'offer-for-coordinator')
      return template.content({
        ...about,
        coordinatorPage: coordinatorsPage(`/requests/${subject.request.id}#offers`),
      });
  }
  if (template.about === 'suppression' && subject.of === 'suppression') {
    const seen = subject.cause === null ? '/suppressions' : `/mails/${subject.cause.id}`;
    return template.content({ ...subject, coordinatorPage: coordinatorsPage(seen) });
  }
  if (template.about === 'mailing' && subject.of === 'mailing')
    return template.content({ ...subject, coordinatorPage: coordinatorsPage('/mailing') });
  if (template.about === 'digest' && subject.of === 'digest')
    return template.content({ digest: subject.digest, coordinatorPage: coordinatorsPage() });
  throw new Error(`A mail of the kind ${mail.kind} cannot be about a ${subject.of}.`);
};

/** By the mail and not by its subject: whoever got it ends what comes to that address, whatever has changed since. */
const unsubscribePageOf = (desk: Desk, { id, kind, linkVersion }: Mail): string | null =>
  isOutreach(kind) ? page(desk, { purpose: 'unsubscribe', subject: id, version: linkVersion }, null) : null;

const addressOf = (desk: Desk, kind: MailKind, subject: MailSubject): string => {
  const { recipient } = mailKinds[kind];
  if (recipient === 'coordinator') return desk.coordinatorEmail;
  const request = subject.of === 'request' || subject.of === 'offer' ? subject.request : null;
  const facility = subject.of === 'facility' || subject.of === 'offer' ? subject.facility : null;
  if (recipient === 'technologist' && subject.of === 'draft') return subject.draft.email;
  if (recipient === 'technologist' && request !== null) return request.contact.email;
  if (recipient === 'facility' && facility !== null) return facility.contact.email;
  if (recipient === 'named-site' && request?.invitation?.status === 'invited') return request.invitation.email;
  throw new Error(`A mail of the kind ${kind} has no recipient in a ${subject.of}.`);
};

/** A reply reaches the coordinators; after an introduction, the other side. */
const replyAddressOf = (desk: Desk, kind: MailKind, subject: MailSubject): string | null => {
  if (kind === 'introduction-technologist' && subject.of === 'offer') return subject.facility.contact.email;
  if (kind === 'introduction-facility' && subject.of === 'offer') return subject.request.contact.email;
  return mailKinds[kind].recipient === 'coordinator' ? null : desk.coordinatorEmail;
};

/** The letter that a mail has become, to the person whom it is for now. */
export const composeLetter = async (desk: Desk, mail: Mail, subject: MailSubject): Promise<Letter> => {
  const content = contentOf(desk, mail, wordsShown(subject));
  const unsubscribePage = unsubscribePageOf(desk, mail);
  return {
    ...(await renderMail(content, { postalAddress: desk.postalAddress, unsubscribePage })),
    to: addressOf(desk, mail.kind, subject),
    replyTo: replyAddressOf(desk, mail.kind, subject),
    unsubscribePage,
    calendar:
      content.calendar === undefined
        ? null
        : calendarFile(content.calendar, { host: new URL(desk.siteUrl).host, madeAt: mail.createdAt }),
  };
};
