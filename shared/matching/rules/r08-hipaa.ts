import { change, mendable, row, rule, type Found } from './rule.ts';

export const R8 = rule({
  id: 'R8',
  kind: 'Q',
  source: 'S L',
  title: 'HIPAA education that the host accepts',
  rows: {
    'hipaa-by-employer': ['pass', 'own employer, and trained by it'],
    'hipaa-host-trains': ['condition', 'the host trains newcomers'],
    'hipaa-not-asked': ['pass', 'the host asks for none'],
    'hipaa-demand-unknown': ['ask', 'the host has not said'],
    'hipaa-accepted': ['pass', 'evidence required: from an accepted source, and valid at the start'],
    'hipaa-source-open': ['ask', 'evidence required: acceptance not known, or source unspecified'],
    'hipaa-to-complete': ['condition', 'refused, expired or none: will be completed'],
    'hipaa-refused': ['fail', 'refused, expired or none: will not be completed'],
    'hipaa-willingness-unknown': ['ask', 'refused, expired or none: left blank'],
    'hipaa-host-duty': ['note', "always: the host's own policy training is the host's duty"],
  },
  judge: ({ request: { wishes }, site: { offer, intake }, track }) => {
    const { source, expiresOn, willComplete } = wishes.readiness.hipaa;
    const demand = offer.terms.hipaa;

    const missing = (): Found<'hipaa-to-complete' | 'hipaa-refused' | 'hipaa-willingness-unknown'> => {
      switch (willComplete) {
        case 'yes':
          return row('hipaa-to-complete');
        case 'no':
          return mendable(row('hipaa-refused'), change('readiness.hipaa.willComplete', 'complete-hipaa'));
        case 'unknown':
          return row('hipaa-willingness-unknown');
      }
    };

    const judged = () => {
      if (track === 'employer' && wishes.employment?.hipaaTrained === true) return row('hipaa-by-employer');
      if (demand.policy === 'trains-newcomers') return row('hipaa-host-trains');
      if (demand.policy === 'none') return row('hipaa-not-asked');
      if (demand.policy === 'unknown') return row('hipaa-demand-unknown');
      const expired = expiresOn !== null && expiresOn < intake.startsOn;
      if (source === null || expired || demand.refused.includes(source)) return missing();
      return source !== 'unspecified' && demand.accepted.includes(source)
        ? row('hipaa-accepted', { source })
        : row('hipaa-source-open', { source });
    };

    return [judged(), row('hipaa-host-duty')];
  },
});
