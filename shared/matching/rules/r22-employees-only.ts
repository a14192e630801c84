import { rule } from './rule.ts';

export const R22 = rule({
  id: 'R22',
  kind: 'H',
  source: 'S',
  title: 'Hosts that train their own employees only',
  rows: {
    'open-to-all': ['pass', 'not employees only'],
    'employees-only-unknown': ['ask', 'the host has not said'],
    'own-employee': ['pass', 'employees only: own employee'],
    'sister-employee': ['ask', "employees only: a sister site's employee"],
    'employees-only': ['fail', 'employees only: others'],
  },
  notes: {
    'hired-to-train': ['with the failure: being hired to train', (_, judged) => judged.includes('employees-only')],
  },
  judge: ({ site: { offer }, track }) => {
    switch (offer.terms.employeesOnly) {
      case 'no':
        return 'open-to-all';
      case 'unknown':
        return 'employees-only-unknown';
      case 'yes':
        if (track === 'employer') return 'own-employee';
        return track === 'sister' ? 'sister-employee' : 'employees-only';
    }
  },
});
