import { disciplineNames } from '../../domain/discipline.ts';
import { atInstant } from '../../domain/wording.ts';
import { button, paragraph, small, type MailContent } from '../content.ts';
import type { AboutRequest } from '../material.ts';

/** Goes to an address that nobody confirmed: it holds no word that the form's sender could have chosen. */
export const confirmRequest = ({ mail, request, page }: AboutRequest): MailContent => ({
  subject: 'Please confirm your placement request',
  preheader: 'One click and one choice: then we start looking for a clinical site.',
  blocks: [
    paragraph(
      `Someone, we hope you, asked for a clinical site in ${disciplineNames[request.wishes.discipline]} and gave this address.`,
    ),
    paragraph('Please confirm that the address is yours. Until you do, nothing else happens: no site hears of it.'),
    button('Look at it and confirm', page),
    paragraph(
      `The link holds until ${atInstant(mail.linkExpiresAt ?? mail.createdAt, request.home.zone)}. After that the request ends by itself.`,
    ),
    small('If it was not you, do nothing. We will not write to you about this request again.'),
  ],
  because: 'this address was given with a placement request. We send it once.',
});
