import type { Discipline } from '../domain/discipline.ts';
import type { Digest } from '../domain/digest.ts';
import type { Facility } from '../domain/facility.ts';
import type { Mail, MailKind } from '../domain/mail.ts';
import type { Mailing } from '../domain/mailing.ts';
import type { Offer } from '../domain/offer.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Intake, SiteOffer } from '../domain/site-offer.ts';
import type { Suppression } from '../domain/suppression.ts';
import type { MailContent } from './content.ts';

/** What templates are given. Each reader's material holds links of that reader only: a template cannot mix them up. */

export interface AboutRequest {
  readonly mail: Mail;
  readonly request: PlacementRequest;
  /** Its offer under way, where the mail tells of it. */
  readonly underWay: Offer | null;
  /** The page to confirm on, while the request is unconfirmed; the status page after. */
  readonly page: string;
}

/** R25: what a site outside the list is told, and nothing else of the request. */
export interface AboutNamedSite {
  readonly siteName: string;
  readonly discipline: Discipline;
  /** Where the technologist lives; null: not known. */
  readonly state: string | null;
  /** Where the service says what it is. */
  readonly homePage: string;
}

export interface AboutDraft {
  readonly mail: Mail;
  /** The page on which it is written. */
  readonly page: string;
}

export interface AboutFacility {
  readonly mail: Mail;
  readonly facility: Facility;
  /** The page to confirm on, while the facility is unconfirmed; its own page after. */
  readonly page: string;
}

export interface AboutOffer {
  readonly mail: Mail;
  readonly offer: Offer;
  /** The try before this one, where the mail tells of it. */
  readonly previous: Offer | null;
  readonly request: PlacementRequest;
  readonly facility: Facility;
  readonly intake: Intake;
  readonly siteOffer: SiteOffer;
}

export interface OfferForTechnologist extends AboutOffer {
  readonly statusPage: string;
}

export interface OfferForFacility extends AboutOffer {
  readonly facilityPage: string;
}

export interface BriefForFacility extends OfferForFacility {
  readonly answerPage: string;
}

export interface OfferForCoordinator extends AboutOffer {
  /** The offer, among what the coordinators decide on. */
  readonly coordinatorPage: string;
}

export interface AboutSuppression {
  readonly suppression: Suppression;
  /** The mail that put the address on the list; null: none did, or it is gone. */
  readonly cause: Mail | null;
  /** That mail; where there is none, the suppression list. */
  readonly coordinatorPage: string;
}

export interface AboutDigest {
  readonly digest: Digest;
  readonly coordinatorPage: string;
}

export interface AboutMailing {
  readonly mailing: Mailing;
  /** Where it is said what may leave. */
  readonly coordinatorPage: string;
}

/** One kind of mail: whom it is for and what it is about, and its words. Pure. */
export type Template =
  | { readonly about: 'request'; readonly content: (about: AboutRequest) => MailContent }
  | { readonly about: 'draft'; readonly content: (about: AboutDraft) => MailContent }
  | { readonly about: 'named-site'; readonly content: (about: AboutNamedSite) => MailContent }
  | { readonly about: 'facility'; readonly content: (about: AboutFacility) => MailContent }
  | { readonly about: 'offer-for-technologist'; readonly content: (about: OfferForTechnologist) => MailContent }
  | { readonly about: 'offer-for-facility'; readonly content: (about: OfferForFacility) => MailContent }
  | { readonly about: 'brief'; readonly content: (about: BriefForFacility) => MailContent }
  | { readonly about: 'offer-for-coordinator'; readonly content: (about: OfferForCoordinator) => MailContent }
  | { readonly about: 'suppression'; readonly content: (about: AboutSuppression) => MailContent }
  | { readonly about: 'digest'; readonly content: (about: AboutDigest) => MailContent }
  | { readonly about: 'mailing'; readonly content: (about: AboutMailing) => MailContent };

export type Templates = { readonly [Kind in MailKind]: Template };
