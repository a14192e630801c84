import type { Draft } from '../domain/draft.ts';
import type { Digest } from '../domain/digest.ts';
import type { Facility } from '../domain/facility.ts';
import type { Mail } from '../domain/mail.ts';
import { mailingId, type Mailing } from '../domain/mailing.ts';
import { isUnderWay, offerIdBefore, type Offer } from '../domain/offer.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import { siteOf, type Intake, type SiteOffer } from '../domain/site-offer.ts';
import type { Suppression } from '../domain/suppression.ts';
import type { Store } from '../usecases/ports.ts';
import { templates } from './templates/index.ts';

/** What a mail is about, as it is now. The outbox itself holds no personal data. */
export type MailSubject =
  | { readonly of: 'request'; readonly request: PlacementRequest; readonly underWay: Offer | null }
  | { readonly of: 'draft'; readonly draft: Draft }
  | { readonly of: 'facility'; readonly facility: Facility }
  | ({ readonly of: 'offer' } & OfferSubject)
  /** `cause`: the mail that put the address on the list. */
  | { readonly of: 'suppression'; readonly suppression: Suppression; readonly cause: Mail | null }
  | { readonly of: 'mailing'; readonly mailing: Mailing }
  | { readonly of: 'digest'; readonly digest: Digest };

export interface OfferSubject {
  readonly offer: Offer;
  /** The try before this one, where the mail tells of it. */
  readonly previous: Offer | null;
  readonly request: PlacementRequest;
  readonly facility: Facility;
  readonly intake: Intake;
  readonly siteOffer: SiteOffer;
}

export type MailSources = Pick<Store, 'requests' | 'drafts' | 'facilities' | 'suppressions' | 'outbox' | 'mailing'>;

const loadOffer = async (store: MailSources, { kind, subject }: Mail): Promise<MailSubject | null> => {
  const found = await store.requests.ofOffer(subject);
  if (found === null) return null;
  const { offer, offers, request } = found;
  const at = await store.facilities.withSites(offer.facilityId);
  const site = at && siteOf(at, offer.intakeId);
  if (at === null || site === null) return null;
  const before = kind === 'next-candidate' ? offerIdBefore(offer.id) : null;
  const previous = offers.find(({ id }) => id === before) ?? null;
  return { of: 'offer', offer, previous, request, facility: at.facility, intake: site.intake, siteOffer: site.offer };
};

const loadRequest = async (store: MailSources, { subject }: Mail): Promise<MailSubject | null> => {
  const found = await store.requests.withOffers(subject);
  if (found === null) return null;
  const underWay = found.offers.find(({ status }) => isUnderWay(status)) ?? null;
  return { of: 'request', request: found.request, underWay };
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
    case 'draft': {
      const draft = await store.drafts.get(mail.subject);
      return draft && { of: 'draft', draft };
    }
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
    case 'digest':
      return mail.digest && { of: 'digest', digest: mail.digest };
    case 'mailing': {
      const mailing = await store.mailing.get(mailingId);
      return mailing && { of: 'mailing', mailing };
    }
  }
};
