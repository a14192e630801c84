import { html } from 'hono/html';
import { peoplePage, personSearchForm } from '../../../contracts/record-pages.ts';
import { emailField, type FormState } from '../../fields.ts';
import { errorSummary } from '../../forms.ts';
import type { Html } from '../../render.ts';
import { coordinatorLayout, type CoordinatorFrame } from '../frame.ts';

/** Asks for an address: people are found by nothing else. */
export const personSearchPage = (frame: CoordinatorFrame, state: FormState): Html =>
  coordinatorLayout(frame, {
    title: 'People',
    current: peoplePage.path,
    main: html`${errorSummary('person', state)}
      <h1>People</h1>
      <p class="lead">When somebody asks what we hold of them, or wants it erased.</p>
      <p>
        The table knows people by a key of their address, not by the address. Write it as they write it to you: capital
        letters, and what follows a plus sign, make no difference.
      </p>
      <form method="post" action="${personSearchForm.path}" novalidate>
        ${frame.token} ${emailField({ form: 'person', name: 'email', label: 'E-mail address', state })}
        <div class="buttons"><button>Find</button></div>
      </form>`,
  });
