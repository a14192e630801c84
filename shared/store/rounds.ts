import * as z from 'zod';
import { secondsADay } from '../domain/durations.ts';
import { LineOutcome, Round, RoundLine, type PlacedLine } from '../domain/round.ts';
import type { Rounds } from '../usecases/ports.ts';
import { parseItem, type Entity, type Item, type Readable } from './item.ts';
import { dueOf, listOf } from './keys.ts';
import {
  linesCompleteKey,
  outcomeKey,
  outcomesOf,
  placedLinesAfter,
  roundIndexes,
  roundKey,
  roundLineKey,
  roundLinesOf,
} from './round-keys.ts';
import { putMany } from './put-many.ts';
import { get, getMany, type Table } from './read.ts';
import { all, collect, page } from './stretches.ts';
import { repository } from './repository.ts';
import { expiryAttribute, kindAttribute } from './table.ts';
import { write } from './write.ts';

const roundEntity: Entity<Round> = {
  kind: 'round',
  schema: Round,
  keyOf: ({ id }) => roundKey(id),
  indexesOf: roundIndexes,
};

const kind = 'round-line';
const roundLine: Readable<RoundLine> = { kind, schema: RoundLine };
const lineOutcome: Readable<LineOutcome> = { kind, schema: LineOutcome };
const completeness: Readable<number> = {
  kind,
  schema: z.object({ [expiryAttribute]: z.int() }).transform(({ [expiryAttribute]: until }) => until),
};

/** A round is decided on within days. Its lines are kept this long; lines that are younger than half of it serve again. */
const daysKept = 180;

const isPlaced = (line: RoundLine): line is PlacedLine => line.outcome === 'placed';

export const rounds = (table: Table): Rounds => {
  const secondsNow = (): number => Math.floor(table.clock.now().getTime() / 1000);

  const areKept = async (digest: string): Promise<boolean> => {
    const until = await get(table, completeness, linesCompleteKey(digest));
    return until !== null && until > secondsNow();
  };

  return {
    ...repository(table, roundEntity, roundKey),

    latest: (cursor, limit) =>
      page(table, roundEntity, { index: 'lists', partition: listOf.rounds, newestFirst: true }, { cursor, limit }),

    standing: (since) => all(table, roundEntity, { index: 'due', partition: dueOf.rounds, to: since }),

    keepLines: async (digest, lines) => {
      if (lines.length === 0 || (await areKept(digest))) return;
      const itemOf = (line: RoundLine): Item => ({
        ...line,
        ...roundLineKey(digest, line),
        [kindAttribute]: kind,
        [expiryAttribute]: secondsNow() + daysKept * secondsADay,
      });
      await putMany(table, lines.map(itemOf));
      const until = secondsNow() + (daysKept / 2) * secondsADay;
      await putMany(table, [{ ...linesCompleteKey(digest), [kindAttribute]: kind, [expiryAttribute]: until }]);
    },

    lines: (digest, outcome, cursor, limit) => page(table, roundLine, roundLinesOf(digest, outcome), { cursor, limit }),

    placedLine: async (digest, id) => {
      const line = await get(table, roundLine, roundLineKey(digest, { outcome: 'placed', id }));
      return line !== null && isPlaced(line) ? line : null;
    },

    placedLinesAfter: (digest, id, limit) =>
      collect(
        table,
        placedLinesAfter(digest, id),
        (item) => {
          const line = parseItem(table.quarantine, roundLine, item);
          return line !== null && isPlaced(line) ? line : null;
        },
        limit,
      ),

    outcome: (roundId, lineId) => get(table, lineOutcome, outcomeKey(roundId, lineId)),
    outcomes: (roundId) => all(table, lineOutcome, outcomesOf(roundId)),
    outcomesOf: (roundId, lineIds) =>
      getMany(
        table,
        lineOutcome,
        lineIds.map((lineId) => outcomeKey(roundId, lineId)),
      ),

    noteOutcome: (roundId, outcome) =>
      write('duplicate', {
        Put: {
          TableName: table.tableName,
          Item: { ...outcome, ...outcomeKey(roundId, outcome.lineId), [kindAttribute]: kind },
          ConditionExpression: 'attribute_not_exists(pk) OR #result = :refused',
          ExpressionAttributeNames: { '#result': 'result' },
          ExpressionAttributeValues: { ':refused': 'refused' },
        },
      }),
  };
};
