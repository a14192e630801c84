import * as contract from '../../shared/contracts/pages.ts';
import { fieldOfPath, type TravelEstimate } from '../../shared/contracts/request-form/read-form.ts';
import { nextStep, stepOf, type WrittenStep } from '../../shared/contracts/request-form/steps.ts';
import { DraftFields } from '../../shared/domain/draft.ts';
import { beginPage, linkMailedPage } from '../../shared/html/request-form/begin-pages.ts';
import { sendPage, unfinishedPage } from '../../shared/html/request-form/send.ts';
import type { Binding } from '../../shared/http/binding.ts';
import { checkInput } from '../../shared/http/field-errors.ts';
import { checkForm } from '../../shared/http/form.ts';
import type { MailedLinks } from '../../shared/http/mailed-links.ts';
import { linkPages, openPage, type Page } from '../../shared/http/page-route.ts';
import { HttpProblem, problemKinds, valueOf } from '../../shared/http/problems.ts';
import { checkDraft, errorsIn } from '../../shared/http/request-form.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { draftSteps, stepIn } from '../draft-steps.ts';
import { baseOf, viewOf } from '../draft-view.ts';
import type { UseCases } from './use-cases.ts';

const emailWords = { email: { label: 'The address', missing: 'Please write your e-mail address.' } };

const sureWords = {
  sure: { label: 'The box', missing: 'Please tick the box first, so that nothing is sent by mistake.' },
};

interface FormPorts {
  readonly store: Ports['store'];
  readonly estimate: TravelEstimate;
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

const stepForm = (links: MailedLinks, { saveDraft }: UseCases, { store, estimate }: FormPorts): Binding => {
  const written = draftSteps({ store, estimate });
  return linkPages(links)(
    contract.draftStepForm,
    { purposes: ['draft'] },
    async ({ link, form, params }): Promise<Page> => {
      const step = stepIn(params);
      const base = baseOf(params);
      const given = checkInput(DraftFields, form, 'body');
      if (!given.ok) throw new HttpProblem('invalid-input', { errors: given.errors });
      const draft = valueOf(await saveDraft({ draftId: link.draft.id, change: withStep(step, given.value) }, link));
      if (form['search'] !== undefined) return { to: `${base}/${step}` };
      const checked = checkDraft(draft, estimate);
      const errors = errorsIn(checked, step);
      return Object.keys(errors).length === 0
        ? { to: `${base}/${nextStep(step)}` }
        : { status: 422, html: await written(draft, viewOf(draft, base, checked), step, errors) };
    },
  );
};

const sendForm = (links: MailedLinks, { sendDraft }: UseCases, { estimate }: FormPorts): Binding =>
  linkPages(links)(contract.draftSendForm, { purposes: ['draft'] }, async ({ link, form, params }): Promise<Page> => {
    const base = baseOf(params);
    const checked = checkDraft(link.draft, estimate);
    const view = viewOf(link.draft, base, checked);
    if (!checked.ok) return { status: 422, html: unfinishedPage(view, checked.errors) };
    const sure = checkForm(contract.draftSendForm.body, form, sureWords);
    if (!sure.ok) return { status: 422, html: sendPage(view, checked.input, null, sure.state) };
    const sent = await sendDraft({ draftId: link.draft.id, input: checked.input }, link);
    if (!sent.ok && sent.refusal.field !== undefined) {
      const { code, field, detail = problemKinds[code].detail } = sent.refusal;
      return { status: 422, html: unfinishedPage(view, { [fieldOfPath(field)]: detail }) };
    }
    valueOf(sent);
    return { to: base };
  });

/** The forms by which a request is begun, written and sent. */
export const requestPages = (links: MailedLinks, useCases: UseCases, ports: FormPorts): readonly Binding[] => [
  beginForm(useCases),
  stepForm(links, useCases, ports),
  sendForm(links, useCases, ports),
];
