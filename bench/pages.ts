import { WrittenStep } from '../shared/contracts/request-form/steps.ts';
import { assetNames } from '../shared/html/built/asset-names.ts';
import { assetTexts } from '../shared/html/built/asset-texts.ts';
import { claimPage } from '../shared/html/facility/claim-pages.ts';
import { answerPage } from '../shared/html/answer-page.ts';
import { emptyForm, type FormState } from '../shared/html/fields.ts';
import { homePage } from '../shared/html/home-page.ts';
import { renderPage, type Html } from '../shared/html/render.ts';
import { beginPage } from '../shared/html/request-form/begin-pages.ts';
import { stepPage, type DraftView } from '../shared/html/request-form/draft-pages.ts';
import { readyFields } from '../shared/html/request-form/ready.ts';
import { seekFields } from '../shared/html/request-form/seek.ts';
import { sendPage } from '../shared/html/request-form/send.ts';
import { termsFields } from '../shared/html/request-form/terms.ts';
import { whenFields } from '../shared/html/request-form/when.ts';
import { whereFields } from '../shared/html/request-form/where.ts';
import { workFields } from '../shared/html/request-form/work.ts';
import { checkDraft } from '../shared/http/request-form.ts';
import { briefOf, weekOfBrief } from '../shared/usecases/brief.ts';
import { aDraft, aFacility, anOffer, aProgram, aRequest, aSite } from '../tests/support/builders.ts';
import { requestFields } from '../tests/support/request-fields.ts';
import { coordinatorPages } from './coordinator-pages.ts';
import { medianCpuMilliseconds, shown, shownTime } from './measure.ts';
import type { Bench, Row } from './table.ts';

/** What somebody's first page may weigh with everything that it loads. */
const heaviestFirstPage = 50_000;

const stated = { detourFactor: 1.3, milesPerHour: 50, restMinutes: 30 };
const draft = aDraft({ fields: requestFields });
const state: FormState = { values: draft.fields, errors: {} };

const view: DraftView = { draft, base: '/request/token', unfinished: new Set() };

const sending = (): Html => {
  const checked = checkDraft(draft, stated);
  if (!checked.ok) throw new Error(`The example of a request lacks something: ${JSON.stringify(checked.errors)}`);
  return sendPage(
    view,
    checked.input,
    { sites: 12, ready: 3, openings: ['One evening more opens 4 sites'] },
    emptyForm,
  );
};

const fieldsOf: Readonly<Record<WrittenStep, () => Html>> = {
  seek: () => seekFields(state),
  where: () => whereFields(state, stated),
  when: () => whenFields(state),
  work: () => workFields(state, [], stated),
  ready: () => readyFields(state, { programs: [aProgram({})], likelySource: 'the employer' }),
  terms: () => termsFields(state),
};

const step = (name: WrittenStep) => (): Html =>
  stepPage({
    ...view,
    step: name,
    state,
    fields: fieldsOf[name](),
    hasHours: name === 'when' || name === 'work',
  });

const site = aSite();
const material = { offer: anOffer(), request: aRequest(), facility: aFacility(), intake: site.intake };
const brief = { ...briefOf(material), week: weekOfBrief(material, site.offer.terms) };

const pages: Readonly<Record<string, () => Html>> = {
  'home, the first page': () => homePage({ coordinatorEmail: 'coordinator@example.org' }),
  'request: begin': () => beginPage(emptyForm),
  ...Object.fromEntries(WrittenStep.options.map((name) => [`request: ${name}`, step(name)] as const)),
  'request: send': sending,
  brief: () => answerPage(brief, emptyForm),
  'facility: claim': () => claimPage(emptyForm),
};

type AssetName = keyof typeof assetNames;

/** Bytes of what a page loads beside itself. */
const loadedBy = (text: string): number =>
  (Object.keys(assetNames) as AssetName[])
    .filter((name) => text.includes(assetNames[name]))
    .reduce((sum, name) => sum + Buffer.byteLength(assetTexts[name]), 0);

const kilobytes = (bytes: number): string => `${shown(bytes / 1000, 1)} kB`;

const rowOf = async (name: string, page: () => Html): Promise<Row> => {
  const text = await renderPage(page());
  const own = Buffer.byteLength(text);
  const all = own + loadedBy(text);
  const isFirst = name.startsWith('home');
  return {
    target: '',
    what: name,
    measured: `${shownTime(medianCpuMilliseconds(5, page))} to render`,
    beside: `${kilobytes(own)} of HTML`,
    result: `${kilobytes(all)} with everything${isFirst ? ' (≤ 50 kB)' : ''}`,
    reached: isFirst ? all <= heaviestFirstPage : null,
  };
};

/** Server time of the pages, warm, and what they weigh as they are sent: nothing is compressed on the way. */
export const pagesBench: Bench = {
  name: 'pages',
  run: async () => {
    const rows: Row[] = [];
    for (const [name, page] of Object.entries({ ...pages, ...coordinatorPages() })) rows.push(await rowOf(name, page));
    return rows;
  },
};
