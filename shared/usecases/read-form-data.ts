import type * as contract from '../contracts/form-data.ts';
import { disciplineNames, trackNames } from '../domain/discipline.ts';
import { hipaaSourceNames, likelyHipaaSources } from '../domain/readiness.ts';
import { ok } from '../domain/result.ts';
import type { UseCase } from './use-case.ts';

/** What a form for requests offers; whatever it suggests may be edited. */
export const readFormData = (): UseCase<typeof contract.readFormData> => async () =>
  ok({ disciplines: disciplineNames, tracks: trackNames, hipaaSources: hipaaSourceNames, likelyHipaaSources });
