import * as z from 'zod';
import { HealthSystemId, ProgramId } from '../domain/primitives.ts';
import { HealthSystem, HealthSystemTerms, Program, ProgramTerms } from '../domain/program.ts';
import { SeenVersion } from './common.ts';
import { forUpkeep } from './for-coordinators.ts';
import { strictly } from './strictly.ts';

interface Kept<One extends string, Many extends string, Param extends string, Id, Item, Terms> {
  /** In the names of the routes: `listPrograms`, `createProgram`, `editProgram`. */
  readonly one: One;
  readonly many: Many;
  readonly path: string;
  /** The path parameter, which is also the field of the receipt. */
  readonly param: Param;
  readonly id: Id;
  readonly item: Item;
  readonly terms: Terms;
  readonly words: { readonly list: string; readonly create: string; readonly edit: string };
}

/** What coordinators keep up themselves: listed whole, added to, and edited as they saw it. */
const keptUp = <
  const One extends string,
  const Many extends string,
  const Param extends string,
  Id extends z.ZodType,
  Item extends z.ZodType,
  Terms extends z.ZodType,
>({
  one,
  many,
  path,
  param,
  id,
  item,
  terms,
  words,
}: Kept<One, Many, Param, Id, Item, Terms>) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a computed key has no literal type
  const named = { [param]: id } as Record<Param, Id>;
  const receipt = () => z.object({ ...named, version: z.int() });
  return {
    list: forUpkeep({
      id: `list${many}`,
      method: 'GET',
      path,
      summary: words.list,
      success: { status: 200, body: () => z.object({ items: z.array(item) }) },
    }),
    create: forUpkeep({
      id: `create${one}`,
      method: 'POST',
      path,
      summary: words.create,
      body: () => strictly(terms),
      success: { status: 201, body: receipt },
    }),
    edit: forUpkeep({
      id: `edit${one}`,
      method: 'PUT',
      path: `${path}/{${param}}`,
      summary: words.edit,
      params: () => z.strictObject(named),
      body: () => z.strictObject({ version: SeenVersion, terms: strictly(terms) }),
      success: { status: 200, body: receipt },
    }),
  };
};

export const {
  list: listPrograms,
  create: createProgram,
  edit: editProgram,
} = keptUp({
  one: 'Program',
  many: 'Programs',
  path: '/api/coordinator/programs',
  param: 'programId',
  id: ProgramId,
  item: Program,
  terms: ProgramTerms,
  words: {
    list: 'All educational programs',
    create: 'Add an educational program with its affiliated sites, cover and rules',
    edit: 'Edit a program; requests that name it are matched again when they are next looked at',
  },
});

export const {
  list: listHealthSystems,
  create: createHealthSystem,
  edit: editHealthSystem,
} = keptUp({
  one: 'HealthSystem',
  many: 'HealthSystems',
  path: '/api/coordinator/health-systems',
  param: 'healthSystemId',
  id: HealthSystemId,
  item: HealthSystem,
  terms: HealthSystemTerms,
  words: {
    list: 'All health systems',
    create: 'Say which facilities belong together',
    edit: 'Edit a health system',
  },
});

export const upkeepRoutes = [
  listPrograms,
  createProgram,
  editProgram,
  listHealthSystems,
  createHealthSystem,
  editHealthSystem,
] as const;
