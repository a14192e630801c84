import { Intake, type IntakeId } from '../domain/site-offer.ts';
import type { Intakes } from '../usecases/ports.ts';
import { toItem, type Entity } from './item.ts';
import { intakeKey, intakesOf } from './keys.ts';
import type { Table } from './read.ts';
import { all } from './stretches.ts';
import { asRead, repository } from './repository.ts';
import { both, difference, equal, updateOf, write, type Expression } from './write.ts';

export const intakeEntity: Entity<Intake> = {
  kind: 'intake',
  schema: Intake,
  keyOf: ({ id }) => intakeKey(id),
  indexesOf: () => ({}),
};

const counting = (sign: '+' | '-'): Expression => ({
  text: `SET #seatsTaken = #seatsTaken ${sign} :one`,
  names: { '#seatsTaken': 'seatsTaken' },
  values: { ':one': 1 },
});

const someTaken: Expression = {
  text: '#seatsTaken > :none',
  names: { '#seatsTaken': 'seatsTaken' },
  values: { ':none': 0 },
};

const oneFree: Expression = {
  text: '#seatsTaken < #seats',
  names: { '#seatsTaken': 'seatsTaken', '#seats': 'seats' },
  values: {},
};

const notMoreTakenThan = (seats: number): Expression => ({
  text: '#seatsTaken <= :seatsNow',
  names: { '#seatsTaken': 'seatsTaken' },
  values: { ':seatsNow': seats },
});

/**
 * Seats are counted by the table, under the condition of the write that takes one: what a reader knew does not matter.
 * The count leaves the version alone, so that people who take seats and a facility that edits don't refuse each other.
 */
export const intakes = (table: Table): Intakes => {
  const update = (id: IntakeId, change: Expression, condition: Expression) => ({
    Update: updateOf(table.tableName, intakeKey(id), change, condition),
  });
  return {
    ...repository(table, intakeEntity, intakeKey),
    ofFacility: (facilityId) => all(table, intakeEntity, intakesOf(facilityId)),
    update: (before, after) => {
      // Only counting writes the count: what the editor knew of it is left out.
      const edited = toItem(intakeEntity, { ...after, seatsTaken: before.seatsTaken });
      const change = difference(toItem(intakeEntity, before), edited);
      return write('stale-version', update(before.id, change, both(asRead(before), notMoreTakenThan(after.seats))));
    },
    takeSeat: ({ id, version }) =>
      write('seat-taken', update(id, counting('+'), both(equal({ version, closed: false }), oneFree))),
    releaseSeat: (id) => write('stale-version', update(id, counting('-'), someTaken)),
  };
};
