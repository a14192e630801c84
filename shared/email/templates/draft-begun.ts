import { atInstant } from '../../domain/wording.ts';
import { button, paragraph, small, type MailContent } from '../content.ts';
import type { AboutDraft } from '../material.ts';

/** Goes to an address that nobody confirmed: it holds no word that the form's sender could have chosen. */
export const draftBegun = ({ mail, page }: AboutDraft): MailContent => ({
  subject: 'Your link to write a placement request',
  preheader: 'It keeps what you write, on any device. Nothing else happens until you send the request.',
  blocks: [
    paragraph('Someone, we hope you, wants to ask for a clinical site and gave this address.'),
    paragraph(
      'The link opens the request. What you write is kept as you go; you can stop and come back to it, on another device too.',
    ),
    button('Write the request', page),
    paragraph(
      `The link holds until ${atInstant(mail.linkExpiresAt ?? mail.createdAt, null)}. What was not sent by then is deleted.`,
    ),
    small('If it was not you, do nothing. We will not write to you about this again.'),
  ],
  because: 'this address was given to begin a placement request. We send it once.',
});
