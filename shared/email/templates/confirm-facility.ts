import { atInstant } from '../../domain/wording.ts';
import { button, list, paragraph, small, type MailContent } from '../content.ts';
import type { AboutFacility } from '../material.ts';

/** Goes to an address that nobody confirmed: it holds no word that the form's sender could have chosen. */
export const confirmFacility = ({ mail, facility, page }: AboutFacility): MailContent => {
  const { town, state } = facility.place;
  const where = town === null || state === null ? '' : ` in ${town}, ${state}`;
  return {
    subject: 'Please confirm that you speak for a facility',
    preheader: 'A facility was entered with this address as its contact.',
    blocks: [
      paragraph(
        `Someone, we hope you, named this address as the contact of a facility${where} that offers clinical training to technologists.`,
      ),
      paragraph('Please confirm that the address is yours. Until you do, nothing else happens.'),
      button('Look at it and confirm', page),
      list(
        'What happens next',
        'A coordinator checks that you speak for the facility, and may call its main number.',
        'Only then is it matched with technologists. Before that you receive no one’s data.',
      ),
      paragraph(
        `The link holds until ${atInstant(mail.linkExpiresAt ?? mail.createdAt, facility.place.zone)}. After that the entry ends by itself.`,
      ),
      small('If it was not you, do nothing. We will not write to you about this entry again.'),
    ],
    because: 'this address was given as the contact of a facility. We send it once.',
  };
};
