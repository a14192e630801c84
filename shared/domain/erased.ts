import type { Offer } from './offer.ts';
import type { PlacementRequest, TechnologistContact, Wishes } from './placement-request.ts';
import type { Place } from './primitives.ts';
import { noRulings } from './rulings.ts';
import { unsaidWishes } from './unsaid-wishes.ts';

/** Stands where a person was; no mail can be sent there (RFC 2606). */
const nobody: TechnologistContact = { name: 'Erased', email: 'erased@erased.invalid', phone: null };

const nowhere: Place = { zip: '00000', point: null, zone: null, state: null, town: null };

/** What was sought, and by which credential: a figure of what was asked for, of nobody. */
const wishesOfNobody = ({ discipline, credentials, earliestStart }: Wishes): Wishes => ({
  ...unsaidWishes,
  discipline,
  credentials: credentials.map(({ credential }) => ({ credential, expiresOn: null })),
  earliestStart,
});

/**
 * What a request's fields become when it is erased: nothing that a technologist told us or a coordinator wrote about
 * them, no key of the person, no link that opens it. What stays is its id, its discipline and credential, its states
 * with their times, and its tries.
 */
export const erasedFields = (request: PlacementRequest) => ({
  contact: nobody,
  home: nowhere,
  wishes: wishesOfNobody(request.wishes),
  personKey: '',
  employmentConfirmed: false,
  match: null,
  invitation: null,
  rulings: noRulings,
  accessVersion: request.accessVersion + 1,
  ...('reason' in request && { reason: 'Erased.' }),
  ...('approval' in request && { approval: { ...request.approval, reason: null } }),
});

/** A try without any free text: what either side, or the rules, said of a person. */
export const withoutWords = (offer: Offer): Offer => {
  const bare = { ...offer, questions: [], toSettle: [] };
  switch (bare.status) {
    case 'declined':
    case 'cancelled':
      return { ...bare, comment: null };
    case 'completed': {
      const { technologist, facility } = bare.outcomes;
      return {
        ...bare,
        outcomes: {
          technologist: technologist && { ...technologist, comment: null },
          facility: facility && { ...facility, comment: null },
        },
      };
    }
    default:
      return bare;
  }
};
