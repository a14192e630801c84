import { html } from 'hono/html';
import type { OfferId, Side } from '../domain/offer.ts';
import { emptyForm, radioGroup, textArea } from './fields.ts';
import { hiddenFields, type SentForm } from './forms.ts';
import type { Html } from './render.ts';

const endings = { finished: 'Yes, it ended as planned.', 'ended-early': 'Yes, it ended early.' } as const;
const recordsEarned = (notKnown: string) =>
  ({ all: 'All of them', some: 'Some of them', none: 'None', 'not-known': notKnown }) as const;
const yesOrNo = { yes: 'Yes', no: 'No' } as const;

/** The questions in the words of who is asked. */
const questions = {
  technologist: {
    ending: {
      label: 'Is your training there over?',
      options: endings,
    },
    records: {
      label: 'Did you earn the records that you needed there?',
      options: recordsEarned('I cannot say yet'),
    },
    again: {
      label: 'Would you train there again?',
      options: { ...yesOrNo, unknown: 'I do not know' },
    },
  },
  facility: {
    ending: {
      label: 'Is the training over?',
      options: endings,
    },
    records: {
      label: 'Were the records signed that were to be earned with you?',
      options: recordsEarned('We cannot say yet'),
    },
    again: {
      label: 'Would you train somebody again?',
      options: { ...yesOrNo, unknown: 'We do not know' },
    },
  },
} as const;

interface OutcomeParts {
  readonly offerId: OfferId;
  readonly side: Side;
  readonly sent: SentForm;
}

/** That a training is over, and how it went: nothing is chosen beforehand. */
export const outcomeForm = ({ offerId, side, sent }: OutcomeParts): Html => {
  const form = `end-${offerId}`;
  const state = sent?.form === form ? sent.state : emptyForm;
  const { ending, records, again } = questions[side];
  return html`<form method="post" novalidate>
    ${hiddenFields({ action: 'end', offerId })} ${radioGroup({ form, name: 'ending', state, ...ending })}
    ${radioGroup({ form, name: 'records', state, ...records })} ${radioGroup({ form, name: 'again', state, ...again })}
    ${textArea({
      form,
      name: 'comment',
      label: 'Anything that the coordinators should know? (optional)',
      hint: 'The other side does not see it.',
      maxLength: 1000,
      state,
    })}
    <div class="buttons"><button class="plain">Tell how it ended</button></div>
  </form>`;
};
