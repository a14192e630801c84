import * as contract from '../../shared/contracts/pages.ts';
import { fieldOfPath, type TravelEstimate } from '../../shared/contracts/request-form/read-form.ts';
import { nextStep, stepOf, type RequestStep } from '../../shared/contracts/request-form/steps.ts';
import { DraftFields } from '../../shared/domain/draft.ts';
import { beginPage, linkMailedPage } from '../../shared/html/request-form/begin-pages.ts';
import type { Binding } from '../../shared/http/binding.ts';
import { checkInput } from '../../shared/http/field-errors.ts';
import { checkForm } from '../../shared/http/form.ts';
import type { MailedLinks } from '../../shared/http/mailed-links.ts';
import { linkPages, openPage, type Page } from '../../shared/http/page-route.ts';
import { HttpProblem, problemKinds, valueOf } from '../../shared/http/problems.ts';
import { errorsIn } from '../../shared/http/request-form.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { baseOf, draftSteps, stepIn, viewOf } from '../draft-steps.ts';
import type { UseCases } from './use-cases.ts';

const emailWords = { email: { label: 'The address', missing: 'Please write your e-mail address.' } };

/** A box that was not ticked is the one thing that the last step can lack. */
const tickFirst = { sure: 'Please tick the box first, so that nothing is sent by mistake.' };

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
  (step: RequestStep, form: DraftFields) =>
  (fields: DraftFields): DraftFields => ({
    ...Object.fromEntries(Object.entries(fields).filter(([name]) => stepOf(name) !== step)),
    ...Object.fromEntries(Object.entries(form).filter(([name]) => stepOf(name) === step)),
  });

const stepForm = (
  links: MailedLinks,
  { saveDraft, sendDraft }: UseCases,
  steps: ReturnType<typeof draftSteps>,
): Binding =>
  linkPages(links)(contract.draftStepForm, { purposes: ['draft'] }, async ({ link, form, params }): Promise<Page> => {
    const step = stepIn(params);
    const base = baseOf(params);
    const draftId = link.draft.id;
    if (step === 'send') {
      const checked = steps.check(link.draft);
      const view = viewOf(link.draft, base, checked);
      if (!checked.ok) return { status: 422, html: steps.unfinished(view, checked.errors) };
      if (form['sure'] !== 'yes') return { status: 422, html: steps.sending(view, checked.input, null, tickFirst) };
      const sent = await sendDraft({ draftId, input: checked.input }, link);
      if (!sent.ok && sent.refusal.field !== undefined) {
        const { code, field, detail = problemKinds[code].detail } = sent.refusal;
        return { status: 422, html: steps.unfinished(view, { [fieldOfPath(field)]: detail }) };
      }
      valueOf(sent);
      return { to: base };
    }

    const given = checkInput(DraftFields, form, 'body');
    if (!given.ok) throw new HttpProblem('invalid-input', { errors: given.errors });
    const draft = valueOf(await saveDraft({ draftId, change: withStep(step, given.value) }, link));
    if (form['search'] !== undefined) return { to: `${base}/${step}` };
    const checked = steps.check(draft);
    const errors = errorsIn(checked, step);
    return Object.keys(errors).length === 0
      ? { to: `${base}/${nextStep(step)}` }
      : { status: 422, html: await steps.written(draft, viewOf(draft, base, checked), step, errors) };
  });

/** The forms by which a request is begun, written and sent. */
export const requestPages = (
  links: MailedLinks,
  useCases: UseCases,
  ports: { readonly store: Ports['store']; readonly estimate: TravelEstimate },
): readonly Binding[] => [beginForm(useCases), stepForm(links, useCases, draftSteps(ports))];
