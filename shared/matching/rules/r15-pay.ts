import { change, rule } from './rule.ts';

export const R15 = rule({
  id: 'R15',
  kind: 'H',
  source: 'S',
  title: 'Who accepts only paid training is not sent to unpaid sites',
  rows: {
    'pay-not-asked': ['pass', 'unpaid training is accepted'],
    paid: ['pass', 'paid only: the site pays'],
    unpaid: ['fail', 'paid only: the site does not pay'],
    'pay-unknown': ['ask', 'paid only: the site has not said'],
  },
  notes: {
    'unpaid-labor-law': [
      'unpaid training is accepted and the site does not pay: labor law is for the host to decide',
      ({ site: { offer } }, judged) => offer.terms.paysTrainee === 'no' && judged.includes('pay-not-asked'),
    ],
  },
  judge: ({ request: { wishes }, site: { offer } }) => {
    if (!wishes.paidOnly) return 'pay-not-asked';
    switch (offer.terms.paysTrainee) {
      case 'yes':
        return 'paid';
      case 'no':
        return 'unpaid';
      case 'unknown':
        return 'pay-unknown';
    }
  },
  remedies: { unpaid: () => change('paidOnly', 'accept-unpaid') },
});
