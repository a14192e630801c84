import { html } from 'hono/html';
import { credentialNames, disciplineNames, settingNames } from '../../../domain/discipline.ts';
import type { PlacementRequest } from '../../../domain/placement-request.ts';
import { atInstant, digits, dollars, fromTo, hours, onDate, windowsInWords } from '../../../domain/wording.ts';
import { factsList } from '../../parts.ts';
import type { Html } from '../../render.ts';
import { whereabouts } from '../words.ts';

const notSaid = html`<span class="quiet">not said</span>`;

const employmentOf = ({ wishes: { employment }, employmentConfirmed }: PlacementRequest): Html | string => {
  if (employment === null) return 'none told';
  const { name, contactConsent, adjustment } = employment;
  return html`${name} (${employmentConfirmed ? 'confirmed' : 'claimed, not confirmed'})<br />
    <span class="small"
      >May be contacted: ${contactConsent}. Adjusted hours: ${adjustment.status.replaceAll('-', ' ')}.</span
    >`;
};

const consentOf = ({ introductionConsent }: PlacementRequest['wishes']): string =>
  introductionConsent.scope === 'ask-each-time'
    ? 'asked each time'
    : `given for the shortlist until ${onDate(introductionConsent.until)}`;

/** What a request says, in the order in which it is weighed. */
export const requestFacts = (request: PlacementRequest): Html => {
  const { wishes, contact, home, submittedAt } = request;
  return factsList([
    { label: 'Seeks', value: disciplineNames[wishes.discipline] },
    {
      label: 'Holds',
      value: wishes.credentials
        .map(({ credential, expiresOn }) =>
          expiresOn === null
            ? credentialNames[credential]
            : `${credentialNames[credential]}, until ${onDate(expiresOn)}`,
        )
        .join('; '),
    },
    {
      label: 'Contact',
      value: html`<a href="mailto:${contact.email}">${contact.email}</a
        >${contact.phone === null ? '' : html`<br />${contact.phone}`}`,
    },
    { label: 'Lives', value: `${whereabouts(home)} ${home.zip}` },
    {
      label: 'Travels',
      value:
        wishes.travelMiles === null
          ? notSaid
          : `up to ${digits(wishes.travelMiles, 0)} miles; lodging: ${wishes.acceptsLodging}`,
    },
    {
      label: 'Free',
      value: wishes.availability === null ? notSaid : windowsInWords(wishes.availability) || 'no weekly hours',
    },
    {
      label: 'Blocks',
      value: wishes.blocks.length === 0 ? 'none' : wishes.blocks.map(({ from, to }) => fromTo(from, to)).join('; '),
    },
    {
      label: 'Wants',
      value: `${hours(wishes.wantedWeeklyMinutes)} a week, at least ${hours(wishes.minWeeklyMinutes)}`,
    },
    {
      label: 'Between',
      value: `${onDate(wishes.earliestStart)} and ${wishes.latestEnd === null ? 'no latest end' : onDate(wishes.latestEnd)}`,
    },
    {
      label: 'Records',
      value: wishes.recordsNeeded === null ? notSaid : `${digits(wishes.recordsNeeded, 0)} still needed`,
    },
    { label: 'Employer', value: employmentOf(request) },
    {
      label: 'Charges',
      value: html`${wishes.maxChargesCents === null ? notSaid : `up to ${dollars(wishes.maxChargesCents)}`}${wishes.paidOnly ? '; paid places only' : ''}`,
    },
    ...(wishes.wishedSettings.length === 0
      ? []
      : [{ label: 'Would like', value: wishes.wishedSettings.map((setting) => settingNames[setting]).join(', ') }]),
    { label: 'Introductions', value: consentOf(wishes) },
    { label: 'Sent', value: atInstant(submittedAt, home.zone) },
  ]);
};
