import { plainNames, plainly } from '../plain-names.ts';
import type { Pair } from '../types.ts';
import { change, rule } from './rule.ts';

/** An employer who was named but not chosen from the list may be this very site. */
const employerByName = ({ request: { wishes }, site: { offer } }: Pair): boolean => {
  const { employment } = wishes;
  if (employment === null || employment.facilityId !== null) return false;
  const employer = plainly(employment.name);
  const { name, legalEmployer } = plainNames(offer.facility);
  return employer === name || employer === legalEmployer;
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
      return consent !== 'yes' && employerByName(pair) ? 'employer-by-name' : 'no-employer-contact';
    switch (consent) {
      case 'yes':
        return 'employer-contact-allowed';
      case 'no':
        return 'employer-contact-refused';
      case 'unknown':
        return 'employer-contact-unanswered';
    }
  },
  remedies: {
    'employer-contact-refused': () => change('employment.contactConsent', 'allow-employer-contact'),
  },
});
