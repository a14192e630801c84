import type { Facility } from '../domain/facility.ts';
import type { Offer } from '../domain/offer.ts';
import { awaitsConsent } from '../domain/offer-lifecycle.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import { atInstant } from '../domain/wording.ts';

const nothingToDo = 'There is nothing you need to do now.';

const inReview = (match: PlacementRequest['match']): string =>
  match !== null && match.candidates === 0
    ? 'No site that takes part fits your request yet. A coordinator is looking at it, and it is matched again whenever a site changes. Wider limits for distance, hours or charges may open more sites; you can edit them on your status page.'
    : `A coordinator is reviewing the sites that fit your request. ${nothingToDo}`;

/** A shortlist is being asked: what it has come to, and whether the technologist is the one who acts. */
const onShortlist = (underWay: Offer | null, zone: string | null): string => {
  if (underWay !== null && awaitsConsent(underWay))
    return `A site said yes and holds a seat for you. Please decide by ${atInstant(underWay.answerBy, zone)} whether we may introduce you; without your answer the seat goes to others.`;
  switch (underWay?.status) {
    case 'accepted':
      return `A site said yes. We are about to introduce you to each other. ${nothingToDo}`;
    case 'introduced':
      return 'You are introduced to a site. Please settle the details with it, and report the start on your status page when your training begins.';
    default:
      return `A coordinator approved your shortlist. The sites on it are asked one at a time, and each has a few days to answer. ${nothingToDo}`;
  }
};

/**
 * Where a request stands and who acts next, in the words that its technologist reads. `underWay`: its offer that has
 * neither ended nor been completed; only an approved request is told by it.
 */
export const standingOfRequest = (request: PlacementRequest, underWay: Offer | null): string => {
  switch (request.status) {
    case 'submitted':
      return `Please confirm your address by ${atInstant(request.confirmBy, request.home.zone)}, with the link in our mail. Until then nothing else happens.`;
    case 'confirmed':
      return `Your request is being matched with sites. ${nothingToDo}`;
    case 'in-review':
      return inReview(request.match);
    case 'on-hold':
      return `Your request is on hold and no site is asked meanwhile. The coordinator writes: “${request.reason}”`;
    case 'approved':
      return onShortlist(underWay, request.home.zone);
    case 'placed':
      return 'Your placement has started. We wish you a good time there.';
    case 'completed':
      return 'Your placement is complete. Congratulations!';
    case 'expired':
      return 'The address was not confirmed in time, so the request has ended. You are welcome to submit it again.';
    case 'rejected':
      return `Your request was closed by a coordinator, who writes: “${request.reason}”`;
    case 'withdrawn':
      return 'You withdrew your request. No site is asked any more. You are welcome to submit a new one at any time.';
  }
};

/** Where a facility stands and who acts next, in the words that its contact reads. */
export const standingOfFacility = (facility: Facility): string => {
  switch (facility.status) {
    case 'claimed':
      return `Please confirm your address by ${atInstant(facility.confirmBy, facility.place.zone)}, with the link in our mail. Until then nothing else happens.`;
    case 'awaiting-vetting':
      return 'A coordinator is checking that you speak for this facility, and may call. You are matched with nobody, and receive no one’s data, before that is done.';
    case 'open':
      return 'You take part: technologists are matched with your open seats, and we send you a brief when one is meant for you.';
    case 'paused':
      return facility.pausedBecause === 'unsubscribed'
        ? 'You ended our mails, so you are paused: you are matched with nobody and receive no briefs. To come back, choose “Take part again” below; the mails start again with it.'
        : 'You paused. You are matched with nobody and receive no briefs until you resume.';
    case 'refused':
      return `A coordinator could not accept this claim, and writes: “${facility.reason}”`;
    case 'expired':
      return 'The address was not confirmed in time, so the claim has ended. You are welcome to claim the facility again.';
    case 'left':
      return 'You left the service. We do not contact you any more.';
  }
};
