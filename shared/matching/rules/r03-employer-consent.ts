import type { Encounter } from '../types.ts';
import { change, mendable, row, rule } from './rule.ts';

const sameName = (a: string, b: string | null): boolean => a.trim().toLowerCase() === b?.trim().toLowerCase();

/** An employer who was named but not chosen from the list may be this very site. */
const employerByName = ({ request: { wishes }, site: { offer } }: Encounter): boolean => {
  const { employment } = wishes;
  return (
    employment !== null &&
    employment.facilityId === null &&
    (sameName(employment.name, offer.facility.name) || sameName(employment.name, offer.facility.legalEmployer))
  );
};

export const R3 = rule({
  id: 'R3',
  kind: 'H',
  source: 'S',
  title: 'The employer and its sister sites are contacted only with consent',
  rows: {
    'no-employer-contact': ['pass', 'the track is neither employer nor sister'],
    'employer-contact-allowed': ['pass', 'own or sister site, consent given'],
    'employer-contact-refused': [
      'fail',
      'own or sister site, consent refused; the track is never changed to slip through',
    ],
    'employer-contact-unanswered': ['ask', 'own or sister site, consent left blank'],
    'employer-by-name': ['ask', 'another track, but the site has the name of the employer, and no consent is given'],
  },
  judge: (pair) => {
    const consent = pair.request.wishes.employment?.contactConsent ?? 'unknown';
    if (pair.track !== 'employer' && pair.track !== 'sister')
      return consent !== 'yes' && employerByName(pair) ? row('employer-by-name') : row('no-employer-contact');
    switch (consent) {
      case 'yes':
        return row('employer-contact-allowed');
      case 'no':
        return mendable(row('employer-contact-refused'), change('employment.contactConsent', 'allow-employer-contact'));
      case 'unknown':
        return row('employer-contact-unanswered');
    }
  },
});
