import { html } from 'hono/html';
import { layout, serviceName } from './layout.ts';
import { linksSection } from './links-form.ts';
import { dataTable } from './parts.ts';
import type { Html } from './render.ts';

interface Figure {
  readonly words: string;
  readonly share: string;
}

/**
 * R11, R31: how people found their sites, in the figures of the survey and as description only. Several answers were
 * possible, so they add up to more than 100 %.
 */
const survey = {
  ways: [
    { words: 'through an employer', share: '71.3 %' },
    { words: 'through the affiliation of an educational program', share: '24.5 %' },
    { words: 'with a health care provider that was not the employer', share: '8.4 %' },
    { words: 'in another way', share: '5.6 %' },
  ],
  settings: [
    { words: 'in a hospital', share: '78.9 %' },
    { words: 'in an imaging center', share: '19.7 %' },
    { words: 'in a large clinic', share: '10.6 %' },
  ],
} as const;

const figures = (caption: string, head: string, rows: readonly Figure[]): Html =>
  dataTable({
    caption,
    columns: [
      { head, cell: ({ words }) => words },
      { head: 'Share', cell: ({ share }) => share, isNumber: true },
    ],
    rows,
    as: 'plain',
  });

interface HomePageParts {
  readonly coordinatorEmail: string;
}

/** What the service is, for whom, and how to reach a person. */
export const homePage = ({ coordinatorEmail }: HomePageParts): Html =>
  layout({
    title: 'Clinical sites for radiologic technologists',
    main: html`<p class="eyebrow">Post-primary certification</p>
      <h1>Clinical sites for radiologic technologists</h1>
      <p class="lead">
        ${serviceName} helps technologists who prepare for a post-primary certification to find a facility to train at,
        and facilities to find technologists for the seats they have.
      </p>

      <div class="cards">
        <section class="card" aria-labelledby="technologists">
          <h2 id="technologists">For technologists</h2>
          <ol>
            <li>You say what you look for: the discipline, your hours, how far you travel, what you hold.</li>
            <li>You confirm your address, with the link in our mail.</li>
            <li>Your request is matched with the facilities that take part. A coordinator reviews what was found.</li>
            <li>
              Facilities get a brief without your name. If one says yes, and you agree, we introduce you to each other.
            </li>
          </ol>
          <p>You can see where your request stands, and withdraw it, at any time.</p>
          <div class="buttons"><a class="button" href="/request">Ask for a site</a></div>
        </section>
        <section class="card" aria-labelledby="facilities">
          <h2 id="facilities">For facilities</h2>
          <ol>
            <li>You say in which disciplines you train, when, and what you ask for.</li>
            <li>A coordinator checks that you speak for the facility. Before that you hear of nobody.</li>
            <li>You get a brief when a technologist fits an open seat. You answer yes or no, or ask.</li>
          </ol>
          <p>You can pause or leave at any time, with effect at once.</p>
          <div class="buttons"><a class="button" href="/facility">Offer seats</a></div>
        </section>
      </div>
      <p class="quiet">
        Requests and facilities can also be sent in by the <a href="/api/docs">programming interface</a>.
      </p>

      ${linksSection()}

      <h2 id="survey">How others found their site</h2>
      <p>
        In a survey by the American Society of Radiologic Technologists (“Searching for a Clinical Site?”), members who
        hold or work toward a post-primary certification reported how, and in what setting, they trained.
      </p>
      <div class="row tables">
        ${figures('How they came to their site', 'Way', survey.ways)}
        ${figures('Settings reported most often', 'Setting', survey.settings)}
      </div>
      <p class="quiet">
        Several answers were possible. The figures describe people who had found a site; they are no promise of how
        likely you are to find one. The full report is for members of the society, at
        <a href="https://www.asrt.org">asrt.org</a>.
      </p>

      <section class="notice" aria-labelledby="person">
        <h2 id="person">Write to a person</h2>
        <p>A coordinator reads <a href="mailto:${coordinatorEmail}">${coordinatorEmail}</a>.</p>
      </section>`,
  });
