import { html } from 'hono/html';
import type * as z from 'zod';
import type { AuditKind } from '../../contracts/filters.ts';
import { auditPage } from '../../contracts/record-pages.ts';
import type { AuditLine } from '../../domain/audit.ts';
import { atInstant } from '../../domain/wording.ts';
import type { Chains } from '../../usecases/read-audit-log.ts';
import { inputField, select, type FormState } from '../fields.ts';
import { dataTable, emptyState, notice } from '../parts.ts';
import type { Html } from '../render.ts';
import { coordinatorLayout, type CoordinatorFrame } from './frame.ts';
import { byWhom } from './history.ts';
import { paging } from './lists.ts';
import { subjectLink } from './subject-link.ts';
import { actionInWords } from './words.ts';

type Query = z.infer<(typeof auditPage)['query']>;

const kinds: Readonly<Record<AuditKind, string>> = {
  requests: 'requests and offers',
  facilities: 'facilities and their seats',
  rounds: 'rounds',
  mails: 'mails',
  suppressions: 'the suppression list',
  mailing: 'what may leave',
  programs: 'programs',
  systems: 'health systems',
  requirements: 'requirements',
};

/** `in-review` as `in review`. */
const inWords = (state: string): string => state.replaceAll('-', ' ');

/** The filter, as the page's address says it. */
const filterOf = ({ by, kind, from, to }: Query): Readonly<Record<string, string>> => ({
  ...(by !== undefined && { by }),
  ...(kind !== undefined && { kind }),
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});

const filterForm = (state: FormState): Html => {
  const form = 'filter';
  return html`<form method="get" action="${auditPage.path}" role="search">
    <div class="two">
      ${inputField({ form, name: 'from', label: 'From', type: 'date', state })}
      ${inputField({ form, name: 'to', label: 'To', hint: 'That day included; days are those of UTC.', type: 'date', state })}
      ${select({ form, name: 'kind', label: 'About', prompt: 'Anything', options: kinds, state })}
      ${inputField({ form, name: 'by', label: 'By', hint: 'The id of who did it, as it stands beside an act.', state })}
    </div>
    <div class="buttons"><button class="plain small">Show</button></div>
  </form>`;
};

const aboutForm = (state: FormState): Html =>
  html`<form method="get" action="${auditPage.path}" role="search" aria-label="About one thing">
    ${inputField({
      form: 'about',
      name: 'about',
      label: 'Everything about one thing, whoever did it',
      hint: 'An id: of a request, an offer, a facility, a round, a mail, a program …',
      state,
    })}
    <div class="buttons"><button class="plain small">Show</button></div>
  </form>`;

/** Who did it: people who sign in by their id in the user pool, which knows their names. */
const who = ({ actor }: AuditLine, own: string): Html | string => {
  if (actor.kind !== 'coordinator' && actor.kind !== 'admin') return byWhom[actor.kind];
  const words = actor.id === own ? 'you' : byWhom[actor.kind];
  return html`${words} <a href="${auditPage.path}?by=${encodeURIComponent(actor.id)}"><code>${actor.id}</code></a>`;
};

const table = (caption: string, lines: readonly AuditLine[], own: string): Html =>
  dataTable({
    caption,
    columns: [
      { head: 'When', cell: ({ at }) => atInstant(at, null) },
      { head: 'What', cell: ({ action }) => actionInWords(action) },
      { head: 'About', cell: ({ of }) => subjectLink(of) },
      { head: 'By', cell: (line) => who(line, own) },
      {
        head: 'State',
        cell: ({ from, to }) => (from === null || from === to ? [to] : [from, to]).map(inWords).join(' → '),
      },
    ],
    rows: lines,
    as: 'dense',
  });

export interface AuditParts {
  readonly query: Query;
  /** The id of who looks. */
  readonly own: string;
  readonly shown:
    | { readonly of: 'acts'; readonly lines: readonly AuditLine[]; readonly next: string | null }
    | ({ readonly of: 'one thing' } & Chains);
}

const actsOfPeople = (query: Query, lines: readonly AuditLine[], next: string | null, own: string): Html =>
  html`<h2>What coordinators did</h2>
    ${filterForm({ values: filterOf(query), errors: {} })}
    ${
      lines.length === 0
        ? emptyState(
            next === null ? 'Nothing' : 'Nothing yet in what was looked through',
            next === null ? 'No act fits this filter.' : 'The next page goes on from there.',
          )
        : table('What coordinators and admins did, newest first', lines, own)
    }
    ${paging({ path: auditPage.path, query: filterOf(query), next, isFirst: query.cursor === undefined })}`;

const oneThing = (about: string, { lines, broken }: Chains, own: string): Html =>
  html`<h2>About ${subjectLink(about)}</h2>
    ${
      lines.length === 0
        ? emptyState('Nothing', 'Nothing was done to this, or the id is of nothing we know.')
        : html`${
            broken === null
              ? notice('Each line follows from the one before it: nothing was changed or left out.', 'good')
              : notice(
                  html`<strong>The chain is broken</strong> at version ${broken.version} of ${broken.of}: a line was
                    changed or is missing. See the runbook.`,
                  'bad',
                )
          }
          ${table(`Everything about ${about}, newest first`, lines, own)}`
    }
    <p><a href="${auditPage.path}">Back to what coordinators did</a></p>`;

/** The audit log: what people who sign in did, or everything about one thing. */
export const auditLogPage = (frame: CoordinatorFrame, { query, own, shown }: AuditParts): Html => {
  const { about = '' } = query;
  return coordinatorLayout(frame, {
    title: 'History',
    current: auditPage.path,
    main: html`<h1>History</h1>
      ${aboutForm({ values: { about }, errors: {} })}
      ${shown.of === 'acts' ? actsOfPeople(query, shown.lines, shown.next, own) : oneThing(about, shown, own)}`,
  });
};
