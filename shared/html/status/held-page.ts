import { html } from 'hono/html';
import { disciplineNames } from '../../domain/discipline.ts';
import type { MailKind } from '../../domain/mail.ts';
import { isOver } from '../../domain/placement-request.ts';
import { atInstant } from '../../domain/wording.ts';
import type { RequestExport } from '../../contracts/held-data.ts';
import { actionInWords } from '../coordinator/words.ts';
import { emptyForm, type FormState } from '../fields.ts';
import { actionForm, errorSummary } from '../forms.ts';
import { layout } from '../layout.ts';
import { card, dataTable, factsList } from '../parts.ts';
import type { Html } from '../render.ts';
import { wishesInWords } from '../request-form/wishes-in-words.ts';

/** What a mail was about, to who got it. */
const mailWords: Readonly<Partial<Record<MailKind, string>>> = {
  'draft-begun': 'The link to write your request',
  'confirm-request': 'Please confirm your address',
  'request-received': 'Your request is received',
  'request-status': 'Where your request stands',
  'shortlist-ready': 'Your shortlist is ready',
  'next-candidate': 'The next site is asked',
  'consent-question': 'May we introduce you?',
  'introduction-technologist': 'The introduction',
  'offer-declined': 'A site said no',
  'offer-lapsed': 'A site did not answer',
  'offer-cancelled-technologist': 'A site had to cancel',
  'placement-start-technologist': 'Did your training start?',
  'completion-question-technologist': 'Is your training over?',
  'outcome-question-technologist': 'How did it go?',
};

const mailState = ({ status }: RequestExport['mails'][number]): string => {
  if (status === 'delivered') return 'arrived';
  if (status === 'sent' || status === 'complained') return 'sent';
  return status === 'pending' || status === 'sending' ? 'on its way' : 'did not reach you';
};

const actors: Readonly<Record<RequestExport['history'][number]['by'], string>> = {
  technologist: 'you',
  facility: 'a facility',
  coordinator: 'a coordinator',
  admin: 'a coordinator',
  service: 'the service',
};

const written = ({ request, home }: RequestExport): Html =>
  html`${factsList([
    { label: 'Name', value: request.contact.name },
    { label: 'E-mail', value: request.contact.email },
    { label: 'Phone', value: request.contact.phone ?? 'not given' },
  ])}
  ${wishesInWords({ wishes: request.wishes, zip: home.zip })}`;

const mails = (held: RequestExport): Html =>
  held.mails.length === 0
    ? html`<p class="quiet">No mail was written to you yet.</p>`
    : dataTable({
        caption: 'Mails to you; their words are not kept',
        columns: [
          { head: 'Mail', cell: ({ kind }) => mailWords[kind] ?? 'A mail' },
          { head: 'Written', cell: ({ createdAt }) => atInstant(createdAt, held.request.zone) },
          { head: 'State', cell: mailState },
        ],
        rows: held.mails,
        as: 'folds',
      });

const history = ({ history: lines, request }: RequestExport): Html =>
  lines.length === 0
    ? html`<p class="quiet">Nothing yet.</p>`
    : html`<ol class="timeline">
        ${lines.map(
          ({ at, by, what, about }) =>
            html`<li class="done">
              ${about === request.requestId ? 'Request' : 'Try at a site'}: <strong>${actionInWords(what)}</strong> by
              ${actors[by]}
              <span class="quiet small">${atInstant(at, request.zone)}</span>
            </li>`,
        )}
      </ol>`;

const sitesThatKnow = ({ offers }: RequestExport['request'], tries: number): string => {
  if (tries === 0) return 'No site was asked yet, so none knows of you.';
  const asked = `${tries} ${tries === 1 ? 'site has' : 'sites have'} seen a brief without your name.`;
  return offers.some(({ facility }) => facility !== null)
    ? `${asked} The one that you were introduced to has your name and contact.`
    : `${asked} None has your name or contact now from us.`;
};

const others = ({ request, tries, suppression, drafts }: RequestExport): Html =>
  html`<ul>
    <li>Coordinators of this service, who look for a site for you.</li>
    <li>${sitesThatKnow(request, tries.length)}</li>
    ${drafts.length === 0 ? '' : html`<li>A form that you began is kept with what you wrote in it.</li>`}
    ${
      suppression === null || suppression.scope === 'none'
        ? ''
        : html`<li>
            Your address is on the list of those that get
            ${suppression.scope === 'all' ? 'no mail' : 'no unasked mail'}.
          </li>`
    }
  </ul>`;

const erasing = (held: RequestExport, state: FormState): Html =>
  html`<p>Erasing is at once, and cannot be undone:</p>
    <ul>
      ${
        isOver(held.request.status)
          ? ''
          : html`<li>
              Your request ends. If a site has a seat for you, or trains you, that is cancelled here, and the site is
              told so without a reason.
            </li>`
      }
      <li>
        Your name, contact, ZIP code, all your answers, questions about you, drafts and the list of your mails go.
      </li>
      <li>All links to your pages stop working, this one too. We can write to you no more, not even about this.</li>
    </ul>
    <p>What stays, and why:</p>
    <ul>
      <li>
        That there was a request for ${disciplineNames[held.request.discipline]}, with its credential, its states and
        their times, under a number that leads to nobody: to count what the service does, and to show that nobody
        tampered with it.
      </li>
      <li>If your address is on the list of those that get no mail, its scrambled key, so that it stays so.</li>
      <li>Backups of up to 35 days; after a restore erasing is done again.</li>
      <li>
        Mails that left are in mailboxes, yours and those of sites you were introduced to: nobody can call them back.
      </li>
    </ul>
    ${actionForm({
      form: 'erase',
      hidden: {},
      box: 'Yes, erase everything about me in this request.',
      button: 'Erase it',
      ends: true,
      sent: { form: 'erase', state },
    })}`;

interface HeldPageParts {
  readonly held: RequestExport;
  /** `/status/<token>`: where the request's pages are. */
  readonly base: `/${string}`;
  readonly state?: FormState;
}

/** Everything that is held about a technologist in words, as a file, and the way to have it erased. */
export const heldPage = ({ held, base, state = emptyForm }: HeldPageParts): Html =>
  layout({
    title: 'What is held about you',
    audience: 'technologist',
    main: html`${errorSummary('erase', state)}
      <p><a href="${base}">Back to your request</a></p>
      <h1>What is held about you</h1>
      <p class="lead">Everything that we keep under this request, and who else has seen it.</p>
      <div class="buttons"><a class="button" href="${base}/data/export">Download it as a file</a></div>
      ${card({ id: 'written', title: 'What you wrote', body: written(held) })}
      ${card({ id: 'others', title: 'Who else has seen it', body: others(held) })}
      ${card({ id: 'mails', title: 'Mails', body: mails(held) })}
      ${card({ id: 'history', title: 'What was done', body: history(held) })}
      ${card({ id: 'erase', title: 'Have it erased', body: erasing(held, state) })}`,
  });

/** Said once: no link leads here again. */
export const erasedPage = (): Html =>
  layout({
    title: 'It is erased',
    main: html`<h1>It is erased.</h1>
      <p class="lead">What we held about you in this request is gone, and its links open nothing any more.</p>
      <p>
        If a site had a seat for you it is told that it was cancelled. If you sent a second request, it goes on: its own
        page can erase it. You are welcome to begin <a href="/request">a new request</a> at any time.
      </p>`,
  });
