import { html } from 'hono/html';
import { requestTransitions, type RequestAction } from '../../../domain/request-lifecycle.ts';
import { type IntakeId, partsOfIntakeId } from '../../../domain/site-offer.ts';
import type { Review } from '../../../usecases/read-review.ts';
import { radioGroup, select } from '../../fields.ts';
import { card } from '../../parts.ts';
import type { Html } from '../../render.ts';
import { decisionForm, foldedForm, reasonField, stateOf, type FormsOf } from '../decision-form.ts';
import type { Placed } from './shortlist.ts';

const toldReason = (form: string, forms: FormsOf): Html =>
  reasonField({ form, hint: 'The technologist reads it.', forms });

const employment = (version: string, forms: FormsOf): Html =>
  foldedForm('Note what the employer said', {
    form: 'employment',
    hidden: { action: 'employment', version },
    button: 'Note it',
    forms,
    fields: radioGroup({
      form: 'employment',
      name: 'confirmed',
      label: 'Does the technologist work there?',
      hint: 'The request is matched again.',
      options: { yes: 'Yes, the employer confirmed it', no: 'No, or not any more' },
      state: stateOf('employment', forms),
    }),
  });

const ruling = (review: Review, detailed: readonly Placed[], forms: FormsOf): Html => {
  const state = stateOf('rule', forms);
  return foldedForm('Rule on a site', {
    form: 'rule',
    hidden: { action: 'rule', version: `${review.seen.request.version}` },
    button: 'Note the ruling',
    forms,
    fields: html`${select({
      form: 'rule',
      name: 'intakeId',
      label: 'Site',
      options: Object.fromEntries(detailed.map(({ one, place }) => [one.intakeId, `${place}. ${one.facilityName}`])),
      prompt: 'Choose a site',
      state,
    })}
    ${radioGroup({
      form: 'rule',
      name: 'decision',
      label: 'Ruling',
      options: {
        lock: { label: 'Lock', hint: 'Rounds propose this site and no other, while it fits.' },
        forbid: { label: 'Forbid', hint: 'This facility is neither proposed nor offered.' },
      },
      state,
    })}
    ${reasonField({ form: 'rule', hint: 'Only coordinators read it.', forms })}`,
  });
};

/** Rulings that stand, each with the way to end it. */
const standing = ({ seen: { request }, names }: Review, mayRule: boolean, forms: FormsOf): Html | '' => {
  const { lockedTo, forbidden } = request.rulings;
  const version = `${request.version}`;
  const nameAt = (intakeId: IntakeId): string => names.get(partsOfIntakeId(intakeId).facilityId) ?? intakeId;
  const end = (form: string, hidden: Readonly<Record<string, string>>): Html | '' =>
    mayRule
      ? decisionForm({ form, hidden: { action: 'end-ruling', version, ...hidden }, button: 'End this ruling', forms })
      : '';
  return lockedTo === null && forbidden.length === 0
    ? ''
    : html`<h3>Rulings</h3>
        ${
          lockedTo === null
            ? ''
            : html`<p>Locked to <strong>${nameAt(lockedTo.intakeId)}</strong>: ${lockedTo.reason}</p>
                ${end('unlock', { decision: 'unlock' })}`
        }
        ${forbidden.map(
          ({ facilityId, reason }) =>
            html`<p><strong>${names.get(facilityId) ?? facilityId}</strong> is forbidden: ${reason}</p>
              ${end(`allow-${facilityId}`, { decision: 'allow', facilityId })}`,
        )}`;
};

/** What else can be decided on a request, as far as its state allows it. */
export const decisions = (review: Review, detailed: readonly Placed[], forms: FormsOf): Html | '' => {
  const { request } = review.seen;
  const version = `${request.version}`;
  const may = (action: RequestAction): boolean => requestTransitions[request.status][action] !== undefined;
  const offered = [
    ...(may('resume')
      ? [
          decisionForm({
            form: 'resume',
            hidden: { action: 'resume', version },
            button: 'Resume',
            weight: 'main',
            forms,
          }),
        ]
      : []),
    ...(may('hold')
      ? [
          foldedForm('Put on hold', {
            form: 'hold',
            hidden: { action: 'hold', version },
            fields: toldReason('hold', forms),
            button: 'Put on hold',
            forms,
          }),
        ]
      : []),
    ...(may('note-employment') && request.wishes.employment !== null ? [employment(version, forms)] : []),
    ...(may('rule') && detailed.length > 0 ? [ruling(review, detailed, forms)] : []),
    ...(may('reject')
      ? [
          foldedForm('Reject', {
            form: 'reject',
            hidden: { action: 'reject', version },
            fields: toldReason('reject', forms),
            button: 'Reject for good',
            weight: 'ends',
            forms,
          }),
        ]
      : []),
  ];
  const rulings = standing(review, may('rule'), forms);
  return offered.length === 0 && rulings === ''
    ? ''
    : card({ id: 'decide', title: 'Other decisions', body: html`${offered} ${rulings}` });
};
