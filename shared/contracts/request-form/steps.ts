import * as z from 'zod';

/** The request as a form: short steps on one path. Fields have the names of what they become in the request's schema. */
export const requestSteps = ['seek', 'where', 'when', 'work', 'ready', 'terms', 'send'] as const;
export const RequestStep = z.enum(requestSteps);
export type RequestStep = z.infer<typeof RequestStep>;

/** Those that are written in; the last one looks at it all and sends it. */
export const WrittenStep = RequestStep.exclude(['send']);
export type WrittenStep = z.infer<typeof WrittenStep>;

export const stepTitles: Readonly<Record<RequestStep, string>> = {
  seek: 'What you hold and seek',
  where: 'Where, and how far',
  when: 'When',
  work: 'Your employer',
  ready: 'What you are ready with',
  terms: 'Costs and consent',
  send: 'Look at it and send',
};

/** What the fields of a step begin with: nothing else is taken from its form. */
const beginnings: Readonly<Record<RequestStep, readonly string[]>> = {
  seek: [
    'contact.',
    'discipline',
    'credentials',
    'recordsNeeded',
    'recordsSince',
    'requiredCategories',
    'readiness.structuredEducation',
  ],
  where: ['zip', 'travelMiles', 'travelUnit', 'commuteMiles', 'acceptsLodging', 'wishedSettings', 'namedSite'],
  when: ['availability', 'blocks', 'minWeeklyMinutes', 'wantedWeeklyMinutes', 'earliestStart', 'latestEnd'],
  work: ['employed', 'employment', 'otherShifts'],
  ready: ['programId', 'readiness.', 'insured'],
  terms: ['maxChargesCents', 'paidOnly', 'introductionConsent'],
  send: [],
};

/** The first step that a field belongs to; null: it is none of the form. */
export const stepOf = (field: string): RequestStep | null =>
  requestSteps.find((step) => beginnings[step].some((start) => field.startsWith(start))) ?? null;

export const nextStep = (step: RequestStep): RequestStep => requestSteps[requestSteps.indexOf(step) + 1] ?? 'send';
