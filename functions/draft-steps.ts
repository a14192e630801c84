import type { StatedSettings } from '../shared/contracts/request-form/read-form.ts';
import { WrittenStep } from '../shared/contracts/request-form/steps.ts';
import { Discipline } from '../shared/domain/discipline.ts';
import type { Draft } from '../shared/domain/draft.ts';
import { hipaaSourceNames, likelyHipaaSources } from '../shared/domain/readiness.ts';
import type { FormState } from '../shared/html/fields.ts';
import type { Html } from '../shared/html/render.ts';
import { stepPage, type DraftView } from '../shared/html/request-form/draft-pages.ts';
import { readyFields } from '../shared/html/request-form/ready.ts';
import { seekFields } from '../shared/html/request-form/seek.ts';
import { termsFields } from '../shared/html/request-form/terms.ts';
import { whenFields } from '../shared/html/request-form/when.ts';
import { whereFields } from '../shared/html/request-form/where.ts';
import { workFields } from '../shared/html/request-form/work.ts';
import type { Errors } from '../shared/http/form.ts';
import { HttpProblem } from '../shared/http/problems.ts';
import { findEmployers } from '../shared/usecases/find-employers.ts';
import type { Ports } from '../shared/usecases/ports.ts';

/** The steps of a draft, for the function that shows them and the one that shows them again with what is wrong. */

interface StepPorts {
  readonly store: Pick<Ports['store'], 'directory' | 'programs'>;
  readonly stated: StatedSettings;
}

/** The step that an address names. */
export const stepIn = ({ step }: Readonly<Record<string, string | undefined>>): WrittenStep => {
  const known = WrittenStep.safeParse(step);
  if (!known.success) throw new HttpProblem('no-such-route');
  return known.data;
};

/** R9: what HIPAA source is likely for who hopes to train at the employer, by a program, or elsewhere. */
const likelySource = ({ fields }: Pick<Draft, 'fields'>): string => {
  if (fields['employed'] === 'yes') return hipaaSourceNames[likelyHipaaSources.employer];
  return hipaaSourceNames[likelyHipaaSources[fields['programId'] === undefined ? 'other-provider' : 'program']];
};

export const draftSteps = ({ store, stated }: StepPorts) => {
  const employersFor = async ({ fields }: Pick<Draft, 'fields'>) => {
    const discipline = Discipline.safeParse(fields['discipline']);
    return discipline.success
      ? findEmployers({ store })(discipline.data, fields['employment.name'] ?? '', fields['employment.town'] ?? '')
      : [];
  };

  const fieldsOf = async (draft: Draft, step: WrittenStep, state: FormState): Promise<Html> => {
    switch (step) {
      case 'seek':
        return seekFields(state);
      case 'where':
        return whereFields(state, stated);
      case 'when':
        return whenFields(state);
      case 'work':
        return workFields(state, await employersFor(draft), stated);
      case 'ready':
        return readyFields(state, { programs: await store.programs.all(), likelySource: likelySource(draft) });
      case 'terms':
        return termsFields(state);
    }
  };

  /** A step to write in, with what is wrong where it was sent already. */
  return async (draft: Draft, view: DraftView, step: WrittenStep, errors: Errors): Promise<Html> => {
    const state: FormState = { values: draft.fields, errors };
    return stepPage({
      ...view,
      step,
      state,
      fields: await fieldsOf(draft, step, state),
      hasHours: step === 'when' || step === 'work',
    });
  };
};
