import type { Facility } from '../domain/facility.ts';
import type { Mail } from '../domain/mail.ts';
import { mailingId, type Mailing } from '../domain/mailing.ts';
import { isUnderWay, offerIdBefore, requestIdOf, type Offer } from '../domain/offer.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import { siteOfferIdOf, type Intake, type SiteOffer } from '../domain/site-offer.ts';
import type { Suppression } from '../domain/suppression.ts';
import type { Store } from '../usecases/ports.ts';
import { templates } from './templates/index.ts';

/** What a mail is about, as it is now. The outbox itself holds no personal data. */
export type MailSubject =
  | { readonly of: 'request'; readonly request: PlacementRequest; readonly underWay: Offer | null }
  | { readonly of: 'facility'; readonly facility: Facility }
  | ({ readonly of: 'offer' } & OfferSubject)
  /** `cause`: the mail that put the address on the list. */
  | { readonly of: 'suppression'; readonly suppression: Suppression; readonly cause: Mail | null }
  | { readonly of: 'mailing'; readonly mailing: Mailing };

export interface OfferSubject {
  readonly offer: Offer;
  /** The try before this one, where the mail tells of it. */
  readonly previous: Offer | null;
  readonly request: PlacementRequest;
  readonly facility: Facility;
  readonly intake: Intake;
  readonly siteOffer: SiteOffer;
}

export type MailSources = Pick<
  Store,
  'requests' | 'facilities' | 'offers' | 'intakes' | 'siteOffers' | 'suppressions' | 'outbox' | 'mailing'
>;

const loadOffer = async (store: MailSources, { kind, subject }: Mail): Promise<MailSubject | null> => {
  const offer = await store.offers.get(subject);
  if (offer === null) return null;
  const [previous, request, facility, intake, siteOffer] = await Promise.all([
    kind === 'next-candidate' ? store.offers.get(offerIdBefore(offer.id)) : null,
    store.requests.get(requestIdOf(offer.id)),
    store.facilities.get(offer.facilityId),
    store.intakes.get(offer.intakeId),
    store.siteOffers.get(siteOfferIdOf(offer.facilityId, offer.discipline)),
  ]);
  return request === null || facility === null || intake === null || siteOffer === null
    ? null
    : { of: 'offer', offer, previous, request, facility, intake, siteOffer };
};

/** Its offer under way is told only by a status mail, and only an approved request is told by it. */
const loadRequest = async (store: MailSources, { kind, subject }: Mail): Promise<MailSubject | null> => {
  const request = await store.requests.get(subject);
  if (request === null) return null;
  const offers =
    kind === 'request-status' && request.status === 'approved' ? await store.offers.ofRequest(subject) : [];
  return { of: 'request', request, underWay: offers.find(({ status }) => isUnderWay(status)) ?? null };
};

const loadSuppression = async (store: MailSources, id: string): Promise<MailSubject | null> => {
  const suppression = await store.suppressions.get(id);
  if (suppression === null) return null;
  const cause = suppression.mailId === null ? null : await store.outbox.get(suppression.mailId);
  return { of: 'suppression', suppression, cause };
};

/** Null: what the mail was about is gone, for instance erased. */
export const loadSubject = async (store: MailSources, mail: Mail): Promise<MailSubject | null> => {
  switch (templates[mail.kind].about) {
    case 'named-site':
    case 'request':
      return loadRequest(store, mail);
    case 'facility': {
      const facility = await store.facilities.get(mail.subject);
      return facility && { of: 'facility', facility };
    }
    case 'brief':
    case 'offer-for-technologist':
    case 'offer-for-facility':
    case 'offer-for-coordinator':
      return loadOffer(store, mail);
    case 'suppression':
      return loadSuppression(store, mail.subject);
    case 'mailing': {
      const mailing = await store.mailing.get(mailingId);
      return mailing && { of: 'mailing', mailing };
    }
  }
};
