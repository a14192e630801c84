import { row, rule } from './rule.ts';

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
    'hired-to-train': ['note', 'with the failure: being hired to train'],
  },
  judge: ({ site: { offer }, track }) => {
    switch (offer.terms.employeesOnly) {
      case 'no':
        return row('open-to-all');
      case 'unknown':
        return row('employees-only-unknown');
      case 'yes':
        if (track === 'employer') return row('own-employee');
        return track === 'sister' ? row('sister-employee') : [row('employees-only'), row('hired-to-train')];
    }
  },
});
