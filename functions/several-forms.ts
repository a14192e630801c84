import type { FormState } from '../shared/html/fields.ts';
import type { SentForm } from '../shared/html/forms.ts';
import type { FormFields } from '../shared/http/body.ts';
import { HttpProblem } from '../shared/http/problems.ts';

export const box = { label: 'The box', missing: 'Please tick the box first, so that nothing happens by mistake.' };

/** What can be forgotten or overdone in the forms of a page with several. */
export const stepWords = {
  sure: box,
  ending: { label: 'The end', missing: 'Please choose how it ended.' },
  records: { label: 'The records', missing: 'Please choose an answer about the records.' },
  again: { label: 'The answer', missing: 'Please choose whether it would be done again.' },
  comment: { label: 'What you added', missing: 'Please write something.' },
};

/**
 * The form that is shown again, on a page with several. Who sent something wrong that cannot be chosen or written there
 * did not send our form.
 */
export const sentForm = (form: FormFields, state: FormState): SentForm => {
  if (Object.keys(state.errors).some((name) => !(name in stepWords)))
    throw new HttpProblem('invalid-input', { detail: 'Please open the link in your mail, and answer there.' });
  return { form: [form['action'], form['offerId']].filter((part) => part !== undefined).join('-'), state };
};
