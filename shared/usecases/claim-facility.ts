import type * as contract from '../contracts/facility.ts';
import type { Discipline } from '../domain/discipline.ts';
import { later } from '../domain/durations.ts';
import { digestOf, type Facility, type FacilityIn } from '../domain/facility.ts';
import { type Decider, record } from '../domain/machine.ts';
import type { FacilityId, Place } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { overlapAmong } from '../domain/schedule.ts';
import {
  type Intake,
  type IntakeTerms,
  type SiteOffer,
  siteOfferIdOf,
  type SiteOfferTerms,
} from '../domain/site-offer.ts';
import { type Change, keepUp, unwritten } from './changes.ts';
import { askToConfirm, confirmation } from './confirmation-mails.ts';
import { countForm, type FormPorts } from './count-form.ts';
import { located } from './located.ts';
import { nowOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports } from './ports.ts';
import { mailOfFacility } from './queue-mail.ts';
import type { InputOf, UseCase } from './use-case.ts';

type Claim = InputOf<typeof contract.claimFacility>;

/** A site offer as it is first written. */
export const newSiteOffer = (facility: Facility, discipline: Discipline, terms: SiteOfferTerms): SiteOffer => ({
  ...unwritten,
  id: siteOfferIdOf(facility.id, discipline),
  facilityId: facility.id,
  discipline,
  facility: digestOf(facility),
  terms,
});

/** An intake as it is first written; `mark` is the last part of its id. */
export const newIntake = ({ id, facilityId, discipline }: SiteOffer, terms: IntakeTerms, mark: string): Intake => ({
  ...unwritten,
  id: `${id}-${mark}`,
  facilityId,
  discipline,
  startsOn: terms.startsOn,
  endsOn: terms.endsOn,
  seats: terms.seats,
  seatsTaken: 0,
  closed: false,
});

/** Terms must agree with themselves; `field` is where they stand. */
export const checkedTerms = (field: string, { windows }: SiteOfferTerms): Result<void> => {
  const contradiction = overlapAmong(`${field}.windows`, windows ?? []);
  return contradiction === null ? ok(undefined) : refuse('invalid-input', contradiction);
};

/** A facility has one site offer in a discipline, and each agrees with itself. */
export const checkedOffers = ({ siteOffers }: Pick<Claim, 'siteOffers'>): Result<void> => {
  for (const [index, { discipline, terms }] of siteOffers.entries()) {
    if (siteOffers.findIndex((other) => other.discipline === discipline) !== index)
      return refuse('invalid-input', {
        field: `siteOffers[${index}].discipline`,
        detail: 'This discipline is named twice. A facility has one site offer in a discipline, with several intakes.',
      });
    const checked = checkedTerms(`siteOffers[${index}].terms`, terms);
    if (!checked.ok) return checked;
  }
  return ok(undefined);
};

/** What a claim says, with its place found and its intakes marked. */
export interface LocatedClaim extends Pick<Claim, 'profile' | 'contact'> {
  readonly id: FacilityId;
  readonly place: Place;
  readonly siteOffers: readonly {
    readonly discipline: Discipline;
    readonly terms: SiteOfferTerms;
    readonly intakes: readonly (IntakeTerms & { readonly mark: string })[];
  }[];
}

/** A claimed facility with what it offers, and the mail that asks its contact to confirm the address. */
export const claimed = async (
  { store, personKeys, periods }: Pick<Ports, 'store' | 'personKeys' | 'periods'>,
  claim: LocatedClaim,
  decider: Decider,
): Promise<Change<FacilityIn<'claimed'>>> => {
  const { now } = decider;
  const { next: facility, audit } = record<FacilityIn<'claimed'>>(
    null,
    {
      ...unwritten,
      id: claim.id,
      status: 'claimed',
      profile: claim.profile,
      contact: claim.contact,
      place: claim.place,
      healthSystemId: null,
      claimedAt: now,
      accessVersion: 1,
      simulated: false,
      confirmBy: later(now, periods.confirmHours, 'hour'),
    },
    'claim',
    decider,
  );
  const siteOffers = claim.siteOffers.flatMap(({ discipline, terms, intakes }) => {
    const siteOffer = newSiteOffer(facility, discipline, terms);
    const dated = intakes.map(({ mark, ...intake }) => newIntake(siteOffer, intake, mark));
    return [
      ...keepUp({ repository: store.siteOffers, audit: store.audit }, null, siteOffer, 'claim', decider).writes,
      ...dated.flatMap(
        (intake) => keepUp({ repository: store.intakes, audit: store.audit }, null, intake, 'claim', decider).writes,
      ),
    ];
  });
  const personKey = await personKeys.of(claim.contact.email);
  const mail = mailOfFacility(confirmation.facility(facility), facility, now);
  return {
    next: facility,
    writes: [
      store.facilities.create(facility),
      store.audit.append(audit),
      ...siteOffers,
      ...(await askToConfirm(store, { personKey, mail, confirmBy: facility.confirmBy })),
    ],
  };
};

/**
 * Stores a claim: somebody says to speak for a facility, and what it offers. A mail asks to confirm the address; then a
 * coordinator vets the claim. Before that the facility is matched with nobody and receives no one's data (R21).
 */
export const claimFacility =
  (
    ports: FormPorts & Pick<Ports, 'ids' | 'places' | 'personKeys' | 'periods'>,
  ): UseCase<typeof contract.claimFacility> =>
  async (claim, call) => {
    const { store, clock, ids, places } = ports;
    return perform(store, call, async () => {
      const counted = await countForm(ports, call);
      if (!counted.ok) return counted;
      const place = located({ places }, claim);
      if (!place.ok) return place;
      const offers = checkedOffers(claim);
      if (!offers.ok) return offers;
      const id = ids.facility();
      const siteOffers = claim.siteOffers.map((siteOffer) => ({
        ...siteOffer,
        intakes: siteOffer.intakes.map((intake) => ({ ...intake, mark: ids.intakeMark() })),
      }));
      const { next: facility, writes } = await claimed(
        ports,
        { id, profile: claim.profile, contact: claim.contact, place: place.value, siteOffers },
        { now: nowOf(clock), actor: { kind: 'facility', id } },
      );
      return ok({
        writes: [...writes, ...counted.value],
        answer: { facilityId: id, status: facility.status, version: facility.version },
      });
    });
  };
