import { html } from 'hono/html';
import { notice } from '../parts.ts';
import type { Html } from '../render.ts';

/** Which questions are asked because something was left open. */
export const questionsList = (questions: readonly string[]): Html =>
  questions.length === 0
    ? notice('You have said everything that the matching asks about.', 'good')
    : html`<section class="notice info" aria-labelledby="open-questions">
        <h2 id="open-questions">What we will ask because it is open</h2>
        <p>
          Each time somebody fits, these points stand in the brief as “still to settle”, and a coordinator asks you. It
          excludes nobody.
        </p>
        <ul>
          ${questions.map((question) => html`<li>${question}</li>`)}
        </ul>
      </section>`;
