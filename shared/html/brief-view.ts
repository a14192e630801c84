import { html } from 'hono/html';
import type { Brief } from '../contracts/brief.ts';
import { factsList } from './parts.ts';
import type { Html } from './render.ts';
import { weekPicture } from './week-picture.ts';

const weekOf = ({ week: { technologist, site }, zone }: Brief): Html | '' =>
  technologist === null || technologist.length === 0
    ? ''
    : weekPicture({
        layers: { mine: technologist, ...(site !== null && { theirs: site }) },
        names: { mine: 'Free to train', theirs: 'Your training hours' },
        ...(zone !== null && { zone: `your time, ${zone}` }),
      });

/** A brief as it is read at a desk between two patients: what and when first, then who, then what is open. */
export const briefView = (brief: Brief): Html => {
  const { toSettle, questions } = brief;
  const [what, when, ...facts] = brief.facts;
  return html`<section class="card brief" aria-labelledby="facts">
    <h2 id="facts">${what?.value}</h2>
    <p class="when">${when?.value}</p>
    <div class="beside">${factsList(facts)} ${weekOf(brief)}</div>
    ${
      toSettle.length === 0
        ? ''
        : html`<h3>Still to settle</h3>
            <ul>
              ${toSettle.map((point) => html`<li>${point}</li>`)}
            </ul>`
    }
    ${
      questions.length === 0
        ? ''
        : html`<h3>Your questions</h3>
            <dl>
              ${questions.map(
                ({ question, reply }) =>
                  html`<dt><strong>${question}</strong></dt>
                    <dd>${reply ?? 'Not answered yet. You get this brief again with the reply.'}</dd>`,
              )}
            </dl>`
    }
  </section>`;
};
