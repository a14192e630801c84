/** The names of the table's attributes and indexes that the stack creates; what goes into them is in `keys.ts`. */

export const primaryKey = { partition: 'pk', sort: 'sk' } as const;

/**
 * Every index is sparse: an item is in it while it has both attributes. It holds keys, so that it is written only when an
 * item enters, leaves or moves; what it points to is read from the table.
 */
export const indexes = {
  /** What people page through: the review queue, facilities that await vetting, a facility's offers … */
  lists: { partition: 'listKey', sort: 'listOrder' },
  /** Everything with a deadline, by the instant at which it is due. */
  due: { partition: 'dueKey', sort: 'dueAt' },
} as const;

export type IndexName = keyof typeof indexes;

/** Says what an item is, to readers of an index and of the stream. */
export const kindAttribute = 'kind';

export type ItemKind =
  | 'request'
  | 'request-told'
  | 'draft'
  | 'offer'
  | 'facility'
  | 'contacts'
  | 'site-offer'
  | 'intake'
  | 'directory'
  | 'directory-base'
  | 'directory-change'
  | 'program'
  | 'health-system'
  | 'requirements'
  | 'person'
  | 'form-count'
  | 'mail'
  | 'mailing'
  | 'suppression'
  | 'round'
  | 'round-line'
  | 'audit'
  | 'idempotency'
  | 'session';

/** Epoch seconds after which DynamoDB may remove an item. Housekeeping only: what is over is judged by the clock. */
export const expiryAttribute = 'expiresAtEpoch';

/**
 * Marks what a bulk import puts, which feeds the directories itself: the relay leaves such an item out when it is
 * inserted, and takes notice of it like of any other when it changes.
 */
export const importedAttribute = 'imported';
