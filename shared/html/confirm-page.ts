import { html } from 'hono/html';
import { disciplineNames } from '../domain/discipline.ts';
import type { Facility } from '../domain/facility.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import { atInstant } from '../domain/wording.ts';
import { tickBox, type FormState } from './fields.ts';
import { errorSummary } from './forms.ts';
import { layout } from './layout.ts';
import type { Html } from './render.ts';

/** What somebody is asked to confirm. It tells nothing of the sender: the address may be a stranger's. */
interface Confirmation {
  readonly what: Html;
  readonly box: string;
  /** What happens once it is confirmed. */
  readonly next: string;
}

const ofRequest = ({ wishes, submittedAt, home }: PlacementRequest): Confirmation => ({
  what: html`Somebody gave this address in a request for a clinical placement in
    <strong>${disciplineNames[wishes.discipline]}</strong>, sent on ${atInstant(submittedAt, home.zone)}.`,
  box: 'Yes, this request is mine, and I want to get mail about it at this address.',
  next: 'Then your request is matched with the sites that take part, and a coordinator reviews what was found. You get a mail with a link to see where it stands.',
});

const ofFacility = ({ profile, claimedAt, place }: Facility): Confirmation => ({
  what: html`Somebody gave this address as the contact of <strong>${profile.name}</strong>, on
    ${atInstant(claimedAt, place.zone)}.`,
  box: `Yes, I speak for ${profile.name}, and I want to get mail about placements at this address.`,
  next: 'Then a coordinator checks that you speak for the facility, and may call you. Before that you are matched with nobody and receive no one’s data.',
});

/** Whose address is to be confirmed, by the purpose of the link. */
export type Confirmed =
  | { readonly purpose: 'confirm-request'; readonly request: PlacementRequest }
  | { readonly purpose: 'confirm-facility'; readonly facility: Facility };

const confirmationOf = (subject: Confirmed): Confirmation =>
  subject.purpose === 'confirm-request' ? ofRequest(subject.request) : ofFacility(subject.facility);

/** Asks whether the address is right. Opening it confirms nothing; neither does pressing the button alone. */
export const confirmPage = (subject: Confirmed, state: FormState): Html => {
  const { what, box, next } = confirmationOf(subject);
  return layout({
    title: 'Confirm your address',
    main: html`${errorSummary('confirm', state)}
      <h1>Please confirm your address</h1>
      <p class="lead">${what}</p>
      <form class="card" method="post" novalidate>
        ${tickBox({ form: 'confirm', name: 'confirmed', label: box, state })}
        <div class="buttons"><button>Confirm</button></div>
      </form>
      <h2>What happens then</h2>
      <p>${next}</p>
      <p class="quiet">Not you? Then do nothing. What is not confirmed ends by itself, and we write no more.</p>`,
  });
};

export const confirmedPage = (subject: Confirmed): Html =>
  layout({
    title: 'Address confirmed',
    main: html`<h1>Thank you, your address is confirmed</h1>
      <p class="lead">${confirmationOf(subject).next}</p>
      <p>You can close this page.</p>`,
  });
