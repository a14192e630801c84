import * as z from 'zod';
import { Credential, Discipline, Setting } from '../../shared/domain/discipline.ts';
import { checkWishes, type Employment, type RequestIn, type Wishes } from '../../shared/domain/placement-request.ts';
import { CalendarDate, FacilityId, line, Miles, ProgramId, RequestId } from '../../shared/domain/primitives.ts';
import { HipaaSource, StructuredEducation } from '../../shared/domain/readiness.ts';
import type { RegularHours } from '../../shared/domain/schedule.ts';
import { IntakeId } from '../../shared/domain/site-offer.ts';
import { admissionOf } from '../../shared/matching/admission.ts';
import { publishedRequirements } from '../../shared/matching/requirements.ts';
import {
  answer,
  blocks,
  dated,
  dollars,
  hours,
  listOf,
  place,
  placeNumbers,
  records,
  windows,
  windowsOr,
  yesOrNo,
} from '../../shared/files/fields.ts';
import type { Parsed, RowKind } from '../../shared/files/parse-rows.ts';
import { placeOf, placeProblems } from './places.ts';
import type { FileProblem } from '../../shared/files/problems.ts';
import { coverFields, coverNumbers, coverOf, coverProblems } from './program-rows.ts';

const schema = z.strictObject({
  request: RequestId,
  ...place,
  discipline: Discipline,
  credentials: dated(Credential, 10),
  travelMiles: Miles.nullish(),
  commuteMiles: Miles.nullish(),
  acceptsLodging: answer.nullish(),
  /** `unknown`: not said yet, which becomes a question. */
  availability: windowsOr(['unknown']).nullish(),
  blocks: blocks.nullish(),
  minWeeklyHours: hours.nullish(),
  wantedWeeklyHours: hours.nullish(),
  earliestStart: CalendarDate,
  latestEnd: CalendarDate.nullish(),
  /** The employer, when it is one of the facilities. */
  employer: FacilityId.nullish(),
  employerName: line(160).nullish(),
  employmentConfirmed: yesOrNo.nullish(),
  shifts: windowsOr(['rotating', 'per-diem', 'unknown']).nullish(),
  adjustment: z.enum(['not-asked', 'unanswered', 'confirmed', 'refused']).nullish(),
  adjustedShifts: windows.nullish(),
  contactConsent: answer.nullish(),
  hipaaTrained: yesOrNo.nullish(),
  otherShifts: windows.nullish(),
  program: ProgramId.nullish(),
  hipaaSource: HipaaSource.nullish(),
  hipaaUntil: CalendarDate.nullish(),
  willCompleteHipaa: answer.nullish(),
  ...coverFields,
  willBuyCover: answer.nullish(),
  structuredEducation: StructuredEducation.nullish(),
  maxCharges: dollars.nullish(),
  paidOnly: yesOrNo.nullish(),
  settings: listOf(Setting, 5).nullish(),
  categories: listOf(line(60), 60).nullish(),
  recordsNeeded: z.int().min(0).max(5000).nullish(),
  recordsSince: CalendarDate.nullish(),
  recordsCounted: records.nullish(),
  /** The own order of facilities. */
  siteOrder: listOf(FacilityId, 20).nullish(),
  waitingSince: CalendarDate.nullish(),
  lockedTo: IntakeId.nullish(),
  forbidden: listOf(FacilityId, 100).nullish(),
  triedBefore: listOf(IntakeId, 200).nullish(),
});
export type RequestRow = z.output<typeof schema>;

export const requestRows = {
  schema,
  numbers: [
    ...placeNumbers,
    'travelMiles',
    'commuteMiles',
    'minWeeklyHours',
    'wantedWeeklyHours',
    ...coverNumbers,
    'maxCharges',
    'recordsNeeded',
  ],
} as const satisfies RowKind<typeof schema>;

const regularHoursOf = ({ shifts }: RequestRow): RegularHours => {
  if (typeof shifts === 'string') return { kind: shifts };
  return shifts == null ? { kind: 'unknown' } : { kind: 'weekly', windows: shifts };
};

const adjustmentOf = ({ adjustment, adjustedShifts }: RequestRow): Employment['adjustment'] => {
  const status = adjustment ?? 'not-asked';
  return status === 'unanswered' || status === 'confirmed' ? { status, hours: adjustedShifts ?? [] } : { status };
};

const employmentOf = (row: RequestRow, nameOf: (id: FacilityId) => string | null): Employment | null => {
  const employer = row.employer ?? null;
  const name = row.employerName ?? (employer === null ? null : nameOf(employer));
  if (name === null) return null;
  return {
    facilityId: employer,
    name,
    regularHours: regularHoursOf(row),
    adjustment: adjustmentOf(row),
    contactConsent: row.contactConsent ?? 'unknown',
    nameInBrief: false,
    hipaaTrained: row.hipaaTrained ?? false,
  };
};

const wishesOf = (row: RequestRow, nameOf: (id: FacilityId) => string | null): Wishes => {
  const least = row.minWeeklyHours ?? 0;
  return {
    discipline: row.discipline,
    credentials: row.credentials.map(({ of, until }) => ({ credential: of, expiresOn: until })),
    travelMiles: row.travelMiles ?? null,
    commuteMiles: row.commuteMiles ?? row.travelMiles ?? 0,
    acceptsLodging: row.acceptsLodging ?? 'unknown',
    availability: row.availability === 'unknown' ? null : (row.availability ?? []),
    blocks: row.blocks ?? [],
    minWeeklyMinutes: least,
    wantedWeeklyMinutes: row.wantedWeeklyHours ?? least,
    earliestStart: row.earliestStart,
    latestEnd: row.latestEnd ?? null,
    employment: employmentOf(row, nameOf),
    otherShifts: row.otherShifts ?? [],
    programId: row.program ?? null,
    readiness: {
      hipaa: {
        source: row.hipaaSource ?? null,
        expiresOn: row.hipaaUntil ?? null,
        willComplete: row.willCompleteHipaa ?? 'unknown',
      },
      insurance: { cover: coverOf(row), willBuy: row.willBuyCover ?? 'unknown' },
      basicLifeSupport: { attested: false, expiresOn: null },
      backgroundCheck: { attested: false, expiresOn: null },
      meetsHealthRequirements: true,
      structuredEducation: row.structuredEducation ?? 'unknown',
    },
    maxChargesCents: row.maxCharges ?? null,
    paidOnly: row.paidOnly ?? false,
    wishedSettings: row.settings ?? [],
    requiredCategories: row.categories ?? [],
    recordsNeeded: row.recordsNeeded ?? null,
    recordsSince: row.recordsSince ?? null,
    recordsCounted: row.recordsCounted ?? [],
    introductionConsent: { scope: 'ask-each-time' },
    siteOrder: row.siteOrder ?? [],
    namedSite: null,
  };
};

/** Names of wishes that are called otherwise in a row. */
const rowFields: Readonly<Record<string, string>> = { wantedWeeklyMinutes: 'wantedWeeklyHours' };

/** What a request's fields say together, and cannot. */
export const requestProblems = (parsed: Parsed<RequestRow>): FileProblem[] => {
  const { value: row, problem } = parsed;
  const wishes = wishesOf(row, () => 'the employer');
  const contradiction = checkWishes(wishes);
  const problems = [...placeProblems(parsed), ...coverProblems(parsed)];
  if (contradiction !== null) {
    const field = rowFields[contradiction.field] ?? contradiction.field;
    const hint = field === 'availability' ? ' If it is not known yet, say unknown.' : '';
    problems.push(problem(field, `${contradiction.detail}${hint}`));
  }
  if (admissionOf(wishes, publishedRequirements).kind === 'not-admitting')
    problems.push(problem('credentials', `none of these credentials admits to ${row.discipline} (R30)`));
  const adjusts = row.adjustment === 'unanswered' || row.adjustment === 'confirmed';
  if (adjusts && row.adjustedShifts == null)
    problems.push(
      problem('adjustedShifts', `is missing: the shifts as they would be, of an adjustment that is ${row.adjustment}`),
    );
  if (row.lockedTo != null && row.forbidden?.some((id) => row.lockedTo?.startsWith(`${id}-`)))
    problems.push(problem('lockedTo', 'is of a facility that is forbidden'));
  return problems;
};

const versioned = { version: 1, updatedAt: '', auditHash: '' };
const ruled = { reason: 'said in the file', by: 'file' };

/** The request of a row, as one that was confirmed; `nameOf` names the facilities of the other file. */
export const requestOf = (row: RequestRow, nameOf: (id: FacilityId) => string | null): RequestIn<'in-review'> => {
  const since = `${row.waitingSince ?? row.earliestStart}T00:00:00.000Z`;
  return {
    ...versioned,
    status: 'in-review',
    confirmedAt: since,
    submittedAt: since,
    id: row.request,
    contact: { name: row.request, email: 'nobody@example.org', phone: null },
    home: placeOf(row),
    wishes: wishesOf(row, nameOf),
    personKey: row.request,
    accessVersion: 1,
    employmentConfirmed: row.employmentConfirmed ?? false,
    offersMade: 0,
    match: null,
    triedIntakes: row.triedBefore ?? [],
    invitation: null,
    erasedAt: null,
    rulings: {
      lockedTo: row.lockedTo == null ? null : { intakeId: row.lockedTo, ...ruled, at: since },
      forbidden: (row.forbidden ?? []).map((facilityId) => Object.assign({ facilityId, at: since }, ruled)),
    },
  };
};
