import { change, mendable, row, rule } from './rule.ts';

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
    'unpaid-labor-law': [
      'note',
      'unpaid training is accepted and the site does not pay: labor law is for the host to decide',
    ],
  },
  judge: ({ request: { wishes }, site: { offer } }) => {
    const pays = offer.terms.paysTrainee;
    if (!wishes.paidOnly) return pays === 'no' ? [row('pay-not-asked'), row('unpaid-labor-law')] : row('pay-not-asked');
    switch (pays) {
      case 'yes':
        return row('paid');
      case 'no':
        return mendable(row('unpaid'), change('paidOnly', 'accept-unpaid'));
      case 'unknown':
        return row('pay-unknown');
    }
  },
});
