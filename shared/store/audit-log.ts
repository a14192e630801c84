import { AuditLine } from '../domain/audit.ts';
import type { AuditLog } from '../usecases/ports.ts';
import type { Entity } from './item.ts';
import { auditKey, auditOf } from './keys.ts';
import { all, type Table } from './read.ts';
import { create } from './write.ts';

export const auditEntity: Entity<AuditLine> = {
  kind: 'audit',
  schema: AuditLine,
  keyOf: (line) => auditKey(line.of, line.version),
  indexesOf: () => ({}),
};

export const auditLog = (table: Table): AuditLog => ({
  // The place of a line is taken only when somebody else changed the aggregate first.
  append: (line) => create(table.tableName, auditEntity, line, 'stale-version'),
  of: (aggregateId) => all(table, auditEntity, auditOf(aggregateId)),
});
