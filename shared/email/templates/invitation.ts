import { disciplineNames } from '../../domain/discipline.ts';
import { button, paragraph, small, type MailContent } from '../content.ts';
import type { AboutNamedSite } from '../material.ts';

/** R25: the one invitation to a site outside the list. It tells of a technologist no more than that there is one. */
export const invitation = ({ siteName, discipline, state, homePage }: AboutNamedSite): MailContent => ({
  subject: `Would ${siteName} train a technologist in ${disciplineNames[discipline]}?`,
  preheader: 'One invitation, from people who read every answer. Nothing happens if you do nothing.',
  blocks: [
    paragraph('Hello,'),
    paragraph(
      `A technologist${state === null ? '' : ` in ${state}`} is looking for a site for the clinical part of a certification in ${disciplineNames[discipline]}, and named ${siteName} as a place to train at.`,
    ),
    paragraph(
      'We help technologists and clinical sites to find each other. A site says what it offers, when, and on which conditions; it gets short anonymous briefs, a few at most, answers yes or no, and can pause or leave at any time. It costs nothing.',
    ),
    button('See how it works, and take part', homePage),
    small(
      'This is the only invitation that we send to this address: if you do nothing, you do not hear from us again. If we wrote to the wrong person, a reply helps us.',
    ),
  ],
  because: 'a technologist named your facility, and a coordinator of ours looked up this address.',
});
