import * as contract from '../../shared/contracts/pages.ts';
import { fieldOfPath, type StatedSettings } from '../../shared/contracts/request-form/read-form.ts';
import { nextStep, stepOf, type WrittenStep } from '../../shared/contracts/request-form/steps.ts';
import { type Draft, DraftFields } from '../../shared/domain/draft.ts';
import type { Result } from '../../shared/domain/result.ts';
import { beginPage, linkMailedPage } from '../../shared/html/request-form/begin-pages.ts';
import { sendPage, unfinishedPage } from '../../shared/html/request-form/send.ts';
import { statusPage } from '../../shared/html/status/status-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import type { FormFields } from '../../shared/http/body.ts';
import { checkInput } from '../../shared/http/field-errors.ts';
import { checkForm } from '../../shared/http/form.ts';
import type { MailedLinks } from '../../shared/http/mailed-links.ts';
import { linkPages, openPage, type Page, type Visit } from '../../shared/http/page-route.ts';
import { HttpProblem, problemKinds, valueOf } from '../../shared/http/problems.ts';
import { checkDraft, errorsIn } from '../../shared/http/request-form.ts';
import type { RequestInput } from '../../shared/usecases/drafts.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { draftSteps, stepIn } from '../draft-steps.ts';
import { baseOf, viewOf } from '../draft-view.ts';
import { editBaseOf, statusBaseOf } from '../status-base.ts';
import type { UseCases } from './use-cases.ts';

const emailWords = { email: { label: 'The address', missing: 'Please write your e-mail address.' } };

const sureWords = {
  sure: { label: 'The box', missing: 'Please tick the box first, so that nothing is sent by mistake.' },
};

interface FormPorts {
  readonly store: Ports['store'];
  readonly stated: StatedSettings;
}

const beginForm = ({ beginDraft }: UseCases): Binding =>
  openPage(contract.requestForm, async (form, call) => {
    const checked = checkForm(contract.requestForm.body, form, emailWords);
    if (!checked.ok) return { status: 422, html: beginPage(checked.state) };
    const begun = await beginDraft(checked.value, call);
    if (!begun.ok && begun.refusal.field === 'email')
      return {
        status: 422,
        html: beginPage({
          values: form,
          errors: { email: begun.refusal.detail ?? problemKinds['invalid-input'].detail },
        }),
      };
    valueOf(begun);
    return { html: linkMailedPage() };
  });

/** What a step's form says instead of what it said before; the other steps stay. */
const withStep =
  (step: WrittenStep, form: DraftFields) =>
  (fields: DraftFields): DraftFields => ({
    ...Object.fromEntries(Object.entries(fields).filter(([name]) => stepOf(name) !== step)),
    ...Object.fromEntries(Object.entries(form).filter(([name]) => stepOf(name) === step)),
  });

/** A step that was sent: kept right or wrong, and gone on from when nothing in it is wrong. */
const takeStep = ({ store, stated }: FormPorts) => {
  const written = draftSteps({ store, stated });
  return async (
    { form, params }: Pick<Visit<'draft'>, 'form' | 'params'>,
    base: `/${string}`,
    save: (change: (fields: DraftFields) => DraftFields) => Promise<Result<Draft>>,
  ): Promise<Page> => {
    const step = stepIn(params);
    const given = checkInput(DraftFields, form, 'body');
    if (!given.ok) throw new HttpProblem('invalid-input', { errors: given.errors });
    const draft = valueOf(await save(withStep(step, given.value)));
    if (form['search'] !== undefined) return { to: `${base}/${step}` };
    const checked = checkDraft(draft, stated);
    const errors = errorsIn(checked, step);
    return Object.keys(errors).length === 0
      ? { to: `${base}/${nextStep(step)}` }
      : { status: 422, html: await written(draft, viewOf(draft, base, checked), step, errors) };
  };
};

/** The last step, sent: null where all is right and was taken, else the page that says what is wrong. */
const takeAll = async (
  stated: StatedSettings,
  draft: Draft,
  base: `/${string}`,
  form: FormFields,
  send: (input: RequestInput) => Promise<Result<unknown>>,
): Promise<Page | null> => {
  const checked = checkDraft(draft, stated);
  const view = viewOf(draft, base, checked);
  if (!checked.ok) return { status: 422, html: unfinishedPage(view, checked.errors) };
  const sure = checkForm(contract.draftSendForm.body, form, sureWords);
  if (!sure.ok) return { status: 422, html: sendPage(view, checked.input, null, sure.state) };
  const sent = await send(checked.input);
  if (!sent.ok && sent.refusal.code !== 'stale-version' && sent.refusal.field !== undefined) {
    const { code, field, detail = problemKinds[code].detail } = sent.refusal;
    return { status: 422, html: unfinishedPage(view, { [fieldOfPath(field)]: detail }) };
  }
  valueOf(sent);
  return null;
};

const draftForms = (links: MailedLinks, { saveDraft, sendDraft }: UseCases, ports: FormPorts): readonly Binding[] => {
  const page = linkPages(links);
  const take = takeStep(ports);
  const purposes = ['draft'] as const;
  return [
    page(contract.draftStepForm, { purposes }, async (visit) => {
      const { link, params } = visit;
      return take(visit, baseOf(params), async (change) => saveDraft({ draftId: link.draft.id, change }, link));
    }),
    page(contract.draftSendForm, { purposes }, async ({ link, form, params }) => {
      const base = baseOf(params);
      const send = async (input: RequestInput) => sendDraft({ draftId: link.draft.id, input }, link);
      return (await takeAll(ports.stated, link.draft, base, form, send)) ?? { to: base };
    }),
  ];
};

const editForms = (
  links: MailedLinks,
  { readEdit, saveEdit, sendEdit, readRequest }: UseCases,
  ports: FormPorts,
): readonly Binding[] => {
  const page = linkPages(links);
  const take = takeStep(ports);
  const purposes = ['request-access'] as const;
  return [
    page(contract.editStepForm, { purposes }, async (visit) => {
      const { link, params } = visit;
      return take(visit, editBaseOf(params), async (change) => saveEdit({ requestId: link.request.id, change }, link));
    }),
    page(contract.editSendForm, { purposes }, async ({ link, form, params }): Promise<Page> => {
      const { id: requestId } = link.request;
      const draft = valueOf(await readEdit({ requestId }));
      const send = async (input: RequestInput) => sendEdit({ requestId, input }, link);
      const wrong = await takeAll(ports.stated, draft, editBaseOf(params), form, send);
      if (wrong !== null) return wrong;
      const request = valueOf(await readRequest({ requestId }, link));
      return { html: statusPage({ request, base: statusBaseOf(params), done: 'Your changes are saved.' }) };
    }),
  ];
};

/** The forms by which a request is begun, written and sent, and changed later. */
export const requestPages = (links: MailedLinks, useCases: UseCases, ports: FormPorts): readonly Binding[] => [
  beginForm(useCases),
  ...draftForms(links, useCases, ports),
  ...editForms(links, useCases, ports),
];
