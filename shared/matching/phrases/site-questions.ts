import { listed } from '../../domain/wording.ts';

export const people = {
  supervisor: 'a supervisor who works there',
  verifier: 'somebody who may verify procedures',
  staff: 'the agreement of its staff technologists',
};

const charges = { 'host-fee': "the site's fee", 'program-charge': "the program's charge" };
export type ChargePart = keyof typeof charges;

/**
 * Questions that a site causes by what it has not said, as findings. Apart from the others, so that pages of facilities can
 * tell them without carrying every phrase.
 */
export const siteQuestions = {
  'cover-demand-unknown': () => 'Does the site require liability insurance? It has not said.',
  'cover-limits-unknown': () => 'The site requires liability insurance; which limits and policy type does it ask for?',
  'hipaa-demand-unknown': () => 'Which HIPAA education does the site ask for? It has not said.',
  'site-hours-unknown': () => 'In which hours does the site train? It has not said.',
  'charges-unknown': ({ parts }: { parts: readonly ChargePart[] }) =>
    `How much is ${listed(parts.map((part) => charges[part]))}? It is not known yet.`,
  'pay-unknown': () => 'Does the site pay its trainees? It has not said.',
  'lodging-open': () =>
    'It is too far to commute: is there housing for every night, or will the technologist pay for lodging?',
  'volume-unknown': () => 'How many procedures a month does the site do? It has not said.',
  'employees-only-unknown': () => 'Does the site take people who do not work there? It has not said.',
  'supervisor-unknown': () => `Does the site have ${people.supervisor}? It has not said.`,
  'verifier-unknown': () => `Does the site have ${people.verifier}? It has not said.`,
  'staff-unknown': () => `Does the site have ${people.staff}? It has not said.`,
  'affiliation-demand-unknown': () => "Does the site require a school's affiliation? It has not said.",
  'education-demand-unknown': () => 'Does the site require structured education before the start? It has not said.',
} as const;
