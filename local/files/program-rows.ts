import * as z from 'zod';
import { Discipline, disciplines } from '../../shared/domain/discipline.ts';
import { CalendarDate, FacilityId, line, ProgramId } from '../../shared/domain/primitives.ts';
import { type Program, ProgramTerms } from '../../shared/domain/program.ts';
import { type Cover, PolicyType } from '../../shared/domain/readiness.ts';
import { answer, dated, dollars, listOf, yesOrNo } from '../../shared/files/fields.ts';
import type { Parsed, RowKind } from '../../shared/files/parse-rows.ts';
import type { FileProblem } from '../../shared/files/problems.ts';

/** Liability cover in five fields, all of them or none. */
export const coverFields = {
  coverPerClaim: dollars.nullish(),
  coverAggregate: dollars.nullish(),
  coverPolicy: PolicyType.nullish(),
  coverFrom: CalendarDate.nullish(),
  coverTo: CalendarDate.nullish(),
};
type CoverRow = z.output<z.ZodObject<typeof coverFields>>;
const coverNames = ['coverPerClaim', 'coverAggregate', 'coverPolicy', 'coverFrom', 'coverTo'] as const;
export const coverNumbers = ['coverPerClaim', 'coverAggregate'] as const;

export const coverProblems = ({ value, problem }: Parsed<CoverRow>): FileProblem[] => {
  const missing = coverNames.filter((name) => (value[name] ?? null) === null);
  if (missing.length > 0 && missing.length < coverNames.length)
    return missing.map((name) => problem(name, 'is missing: cover is said whole, in five fields'));
  return (value.coverFrom ?? '') > (value.coverTo ?? '') ? [problem('coverTo', 'must not be before coverFrom')] : [];
};

export const coverOf = ({ coverPerClaim, coverAggregate, coverPolicy, coverFrom, coverTo }: CoverRow): Cover | null =>
  coverPerClaim == null || coverAggregate == null || coverPolicy == null || coverFrom == null || coverTo == null
    ? null
    : {
        perClaimCents: coverPerClaim,
        aggregateCents: coverAggregate,
        policyType: coverPolicy,
        validFrom: coverFrom,
        validTo: coverTo,
      };

const schema = z.strictObject({
  program: ProgramId,
  name: line(160),
  /** Facilities with an agreement, and until when it holds. */
  affiliations: dated(FacilityId, 2000).nullish(),
  /** Of the agreements; not said: all. */
  disciplines: listOf(Discipline, 8).nullish(),
  allowsContact: answer.nullish(),
  allowsEmployerTime: answer.nullish(),
  charge: dollars.nullish(),
  housing: ProgramTerms.unwrap().shape.housing.nullish(),
  providesVerifier: yesOrNo.nullish(),
  ...coverFields,
});
export type ProgramRow = z.output<typeof schema>;

export const programRows = { schema, numbers: ['charge', ...coverNumbers] } as const satisfies RowKind<typeof schema>;

export const programOf = ({ value: row }: Parsed<ProgramRow>): Program => ({
  version: 1,
  updatedAt: '',
  auditHash: '',
  id: row.program,
  name: row.name,
  affiliations: (row.affiliations ?? []).map(({ of, until }) => ({
    facilityId: of,
    disciplines: [...(row.disciplines ?? disciplines)],
    validTo: until ?? '9999-12-31',
  })),
  cover: coverOf(row),
  allowsContact: row.allowsContact ?? 'unknown',
  allowsEmployerTime: row.allowsEmployerTime ?? 'unknown',
  chargeCents: row.charge ?? null,
  housing: row.housing ?? 'unknown',
  providesVerifier: row.providesVerifier ?? false,
});
