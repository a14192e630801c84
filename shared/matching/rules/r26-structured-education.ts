import { change, rule } from './rule.ts';

export const R26 = rule({
  id: 'R26',
  kind: 'Q',
  source: 'A S',
  title: 'Structured education, where the host demands it',
  rows: {
    'education-not-demanded': ['pass', 'not demanded'],
    'education-demand-unknown': ['ask', 'the host has not said, and it is not done'],
    'education-done': ['pass', 'done'],
    'education-in-progress': ['condition', 'demanded: in progress'],
    'education-missing': ['fail', 'demanded: none'],
    'education-unknown': ['ask', 'demanded: not known'],
  },
  judge: ({ request: { wishes }, site: { offer } }) => {
    const demanded = offer.terms.structuredEducationDemanded;
    const education = wishes.readiness.structuredEducation;
    if (education === 'done') return 'education-done';
    if (demanded === 'no') return 'education-not-demanded';
    if (demanded === 'unknown') return 'education-demand-unknown';
    switch (education) {
      case 'in-progress':
        return 'education-in-progress';
      case 'none':
        return 'education-missing';
      case 'unknown':
        return 'education-unknown';
    }
  },
  remedies: {
    'education-missing': () => change('readiness.structuredEducation', 'complete-education'),
  },
});
