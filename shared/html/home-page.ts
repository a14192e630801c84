import { html } from 'hono/html';
import { layout, serviceName } from './layout.ts';
import { linksSection } from './links-form.ts';
import type { Html } from './render.ts';

/**
 * R11, R31: how people found their sites, in the figures of the survey and as description only. Several answers were
 * possible, so they add up to more than 100 %.
 */
const survey = {
  ways: [
    ['through an employer', '71.3 %'],
    ['through the affiliation of an educational program', '24.5 %'],
    ['with a health care provider that was not the employer', '8.4 %'],
    ['in another way', '5.6 %'],
  ],
  settings: [
    ['in a hospital', '78.9 %'],
    ['in an imaging center', '19.7 %'],
    ['in a large clinic', '10.6 %'],
  ],
} as const;

const figures = (rows: readonly (readonly [string, string])[]): Html =>
  html`<dl class="facts">
    ${rows.map(
      ([words, share]) =>
        html`<dt>${share}</dt>
          <dd>${words}</dd>`,
    )}
  </dl>`;

interface HomePageParts {
  readonly coordinatorEmail: string;
}

/** What the service is, for whom, and how to reach a person. */
export const homePage = ({ coordinatorEmail }: HomePageParts): Html =>
  layout({
    title: 'Clinical sites for radiologic technologists',
    main: html`<h1>Clinical sites for radiologic technologists</h1>
      <p class="lead">
        ${serviceName} helps technologists who prepare for a post-primary certification to find a facility to train at,
        and facilities to find technologists for the seats they have.
      </p>

      <h2>For technologists</h2>
      <ol>
        <li>You say what you look for: the discipline, your hours, how far you travel, what you hold.</li>
        <li>You confirm your address, with the link in our mail.</li>
        <li>Your request is matched with the facilities that take part. A coordinator reviews what was found.</li>
        <li>
          Facilities get a brief without your name. If one says yes, and you agree, we introduce you to each other.
        </li>
      </ol>
      <p>You can see where your request stands, and withdraw it, at any time.</p>

      <h2>For facilities</h2>
      <ol>
        <li>You say in which disciplines you train, when, and what you ask for.</li>
        <li>A coordinator checks that you speak for the facility. Before that you hear of nobody.</li>
        <li>You get a brief when a technologist fits an open seat. You answer yes or no, or ask.</li>
      </ol>
      <p>You can pause or leave at any time, with effect at once.</p>
      <p>Requests and facilities are sent in by the <a href="/api/docs">programming interface</a>.</p>

      ${linksSection()}

      <h2>How others found their site</h2>
      <p>
        In a survey by the American Society of Radiologic Technologists (“Searching for a Clinical Site?”), members who
        hold or work toward a post-primary certification reported that they trained
      </p>
      ${figures(survey.ways)}
      <p>and, most often,</p>
      ${figures(survey.settings)}
      <p class="quiet">
        Several answers were possible. The figures describe people who had found a site; they are no promise of how
        likely you are to find one. The full report is for members of the society, at
        <a href="https://www.asrt.org">asrt.org</a>.
      </p>

      <h2>Write to a person</h2>
      <p>A coordinator reads <a href="mailto:${coordinatorEmail}">${coordinatorEmail}</a>.</p>`,
  });
