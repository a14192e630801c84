import { change, ofRequest, rule, sure } from './rule.ts';

const sourceOf = ofRequest(({ request: { wishes } }) => ({ source: sure(wishes.readiness.hipaa.source) }));

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
  },
  notes: {
    'hipaa-host-duty': ["always: the host's own policy training is the host's duty", () => true],
  },
  judge: ({ request: { wishes }, site: { offer, intake }, track }) => {
    const { source, expiresOn, willComplete } = wishes.readiness.hipaa;
    const demand = offer.terms.hipaa;
    if (track === 'employer' && wishes.employment?.hipaaTrained === true) return 'hipaa-by-employer';
    if (demand.policy === 'trains-newcomers') return 'hipaa-host-trains';
    if (demand.policy === 'none') return 'hipaa-not-asked';
    if (demand.policy === 'unknown') return 'hipaa-demand-unknown';
    const expired = expiresOn !== null && expiresOn < intake.startsOn;
    if (source !== null && !expired && !demand.refused.includes(source))
      return source !== 'unspecified' && demand.accepted.includes(source) ? 'hipaa-accepted' : 'hipaa-source-open';
    switch (willComplete) {
      case 'yes':
        return 'hipaa-to-complete';
      case 'no':
        return 'hipaa-refused';
      case 'unknown':
        return 'hipaa-willingness-unknown';
    }
  },
  facts: {
    'hipaa-accepted': sourceOf,
    'hipaa-source-open': sourceOf,
  },
  remedies: {
    'hipaa-refused': () => change('readiness.hipaa.willComplete', 'complete-hipaa'),
  },
});
