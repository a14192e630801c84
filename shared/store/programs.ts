import { HealthSystem, Program } from '../domain/program.ts';
import type { HealthSystems, Programs } from '../usecases/ports.ts';
import type { Entity } from './item.ts';
import { healthSystemIndexes, healthSystemKey, listOf, programIndexes, programKey } from './keys.ts';
import type { Table } from './read.ts';
import { all } from './stretches.ts';
import { repository } from './repository.ts';

const programEntity: Entity<Program> = {
  kind: 'program',
  schema: Program,
  keyOf: ({ id }) => programKey(id),
  indexesOf: programIndexes,
};

export const programs = (table: Table): Programs => ({
  ...repository(table, programEntity, programKey),
  all: () => all(table, programEntity, { index: 'lists', partition: listOf.programs }),
});

const healthSystemEntity: Entity<HealthSystem> = {
  kind: 'health-system',
  schema: HealthSystem,
  keyOf: ({ id }) => healthSystemKey(id),
  indexesOf: healthSystemIndexes,
};

export const healthSystems = (table: Table): HealthSystems => ({
  ...repository(table, healthSystemEntity, healthSystemKey),
  all: () => all(table, healthSystemEntity, { index: 'lists', partition: listOf.healthSystems }),
});
