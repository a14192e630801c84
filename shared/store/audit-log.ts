import * as z from 'zod';
import { AuditLine, signsIn } from '../domain/audit.ts';
import { ok } from '../domain/result.ts';
import type { AuditLog, Write } from '../usecases/ports.ts';
import type { Entity } from './item.ts';
import { actIndexes, actsOf, auditKey, auditOf } from './keys.ts';
import type { Table } from './read.ts';
import { all, page } from './stretches.ts';
import { create } from './write.ts';

/**
 * The lines that one transaction wrote of things that belong together, such as a request and its offers: one item, as
 * every item of a transaction is written twice. Each thing's lines are a chain of their own all the same.
 */
interface AuditEntry {
  readonly lines: readonly AuditLine[];
}

/** An offer belongs to its request, what a facility offers to the facility: the first part of their ids. */
const ownerOf = ({ of }: AuditLine): string => auditOf(of).partition;

export const auditEntity: Entity<AuditEntry> = {
  kind: 'audit',
  schema: z.object({ lines: z.array(AuditLine).min(1) }),
  keyOf: ({ lines: [first] }) => auditKey(first?.of ?? '', first?.version ?? 0),
  // All lines would cost one more write each; those of technologists, facilities and the service are found by what
  // they are about (ADR 28).
  indexesOf: ({ lines }) => {
    const act = lines.find(({ actor }) => signsIn(actor));
    return act === undefined ? {} : actIndexes(act);
  },
};

/** Groups audit lines into the entries that they are kept as. */
export const entriesOf = (lines: readonly AuditLine[]): readonly AuditEntry[] =>
  [...Map.groupBy(lines, ownerOf).values()].map((together) => ({ lines: together }));

/** A line as a write, until `withEntries` puts those of one transaction together. */
class Line {
  readonly line: AuditLine;
  constructor(line: AuditLine) {
    this.line = line;
  }
}

/** The writes of a transaction, with its audit lines as entries. */
export const withEntries = ({ tableName }: Table, writes: readonly Write[]): readonly Write[] => [
  ...writes.filter(({ item }) => !(item instanceof Line)),
  // The place of a line is taken only when somebody else changed the aggregate first.
  ...entriesOf(writes.flatMap(({ item }) => (item instanceof Line ? [item.line] : []))).map((entry) =>
    create(tableName, auditEntity, entry, 'stale-version'),
  ),
];

const byVersion = (a: AuditLine, b: AuditLine): number => a.version - b.version;
const byTime = (a: AuditLine, b: AuditLine): number => (a.at === b.at ? byVersion(a, b) : a.at < b.at ? -1 : 1);

export const auditLog = (table: Table): AuditLog => {
  const linesBeside = async (id: string, relaxed?: Table['relaxed']): Promise<readonly AuditLine[]> => {
    const entries = await all({ ...table, ...(relaxed && { relaxed }) }, auditEntity, auditOf(id));
    return entries.flatMap(({ lines }) => lines);
  };
  return {
    append: (line) => ({ refusal: 'stale-version', item: new Line(line) }),
    of: async (aggregateId, reading) =>
      (await linesBeside(aggregateId, reading?.relaxed)).filter(({ of }) => of === aggregateId).toSorted(byVersion),
    withParts: async (id) =>
      (await linesBeside(id)).filter(({ of }) => of === id || of.startsWith(`${id}-`)).toSorted(byTime),
    acts: async (filter, cursor, limit) => {
      const entries = await page(table, auditEntity, actsOf(filter), { cursor, limit });
      return entries.ok
        ? ok({ items: entries.value.items.flatMap(({ lines }) => lines), cursor: entries.value.cursor })
        : entries;
    },
  };
};
