import type { RoundId } from '../domain/primitives.ts';
import type { Round, RoundLine, RoundLineId } from '../domain/round.ts';
import { dueOf, inList, listOf, type IndexAttributes, type Key } from './keys.ts';

export const roundKey = (id: RoundId): Key => ({ pk: `ROUND#${id}`, sk: 'ROUND' });
export const roundIndexes = ({ requestedAt, id, next, updatedAt }: Round): IndexAttributes => ({
  ...inList(listOf.rounds, requestedAt, id),
  ...(next !== null && { dueKey: dueOf.rounds, dueAt: updatedAt }),
});

export const outcomesOf = (id: RoundId) => ({ partition: roundKey(id).pk, prefix: 'OUTCOME#' });
export const outcomeKey = (id: RoundId, lineId: RoundLineId): Key => {
  const { partition, prefix } = outcomesOf(id);
  return { pk: partition, sk: `${prefix}${lineId}` };
};

/** Lines are found by what they say: the same lines are the same items, whichever round or try came to them. */
export const roundLinesOf = (digest: string, outcome: RoundLine['outcome']) => ({
  partition: `LINES#${digest}`,
  prefix: `${outcome}#`,
});
export const roundLineKey = (digest: string, { outcome, id }: Pick<RoundLine, 'outcome' | 'id'>): Key => {
  const { partition, prefix } = roundLinesOf(digest, outcome);
  return { pk: partition, sk: `${prefix}${id}` };
};
/** Behind a line, or from the first on; `!` sorts before and `~` behind everything that ids are made of. */
export const placedLinesAfter = (digest: string, id: RoundLineId | null) => {
  const { partition, prefix } = roundLinesOf(digest, 'placed');
  return { partition, from: id === null ? prefix : `${prefix}${id}!`, to: `${prefix}~` };
};
/** Written last: the lines of a digest are all there. */
export const linesCompleteKey = (digest: string): Key => ({ pk: `LINES#${digest}`, sk: 'COMPLETE' });
