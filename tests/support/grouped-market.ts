import type { CompactInstance } from '../../shared/matching/assign-core.ts';

/** Hospitals/residents with groups in plain lists, and what is wrong with a matching of them: knows nothing of the core. */

export interface GroupedMarket {
  /** For each resident the hospitals, best first, with the hospital's key for the resident: lower is better. */
  readonly lists: readonly (readonly { readonly hospital: number; readonly key: number }[])[];
  readonly seats: readonly number[];
  /** The hospitals of each group in turn, and how many residents the group takes. */
  readonly groups: readonly { readonly size: number; readonly limit: number }[];
}

/** The hospital of each resident; null: none. */
export type Places = readonly (number | null)[];

export const groupOf = ({ groups }: GroupedMarket, hospital: number): number => {
  let end = 0;
  return groups.findIndex(({ size }) => hospital < (end += size));
};

interface Held {
  readonly hospital: number;
  readonly group: number;
  readonly key: number;
}

const heldIn = (market: GroupedMarket, places: Places): Held[] =>
  places.flatMap((hospital, r) => {
    const entry = market.lists[r]?.find((one) => one.hospital === hospital);
    return entry === undefined ? [] : [{ ...entry, group: groupOf(market, entry.hospital) }];
  });

/**
 * Seats and limits that are overdrawn, and pairs that block: the resident would rather be there, and fewer better ones
 * are at the hospital than it has seats, and in the group than its limit.
 */
export const faultsOf = (market: GroupedMarket, places: Places): string[] => {
  const held = heldIn(market, places);
  const overdrawn = [
    ...market.seats.flatMap((seats, h) =>
      held.filter(({ hospital }) => hospital === h).length > seats ? [`hospital ${h} is overdrawn`] : [],
    ),
    ...market.groups.flatMap(({ limit }, g) =>
      held.filter(({ group }) => group === g).length > limit ? [`group ${g} is overdrawn`] : [],
    ),
  ];
  const blocking = market.lists.flatMap((list, r) => {
    const now = list.findIndex(({ hospital }) => hospital === places[r]);
    return list.slice(0, now === -1 ? list.length : now).flatMap(({ hospital, key }) => {
      const group = groupOf(market, hospital);
      const better = held.filter((other) => other.key < key);
      const seat = better.filter((other) => other.hospital === hospital).length < (market.seats[hospital] ?? 0);
      const room = better.filter((other) => other.group === group).length < (market.groups[group]?.limit ?? 0);
      return seat && room ? [`resident ${r} and hospital ${hospital} block`] : [];
    });
  });
  return [...overdrawn, ...blocking];
};

/** Every way to send residents to hospitals on their lists or nowhere. */
export const allPlaces = ({ lists }: GroupedMarket): Places[] =>
  lists.reduce<(number | null)[][]>(
    (found, list) => {
      const choices = [null, ...list.map(({ hospital }) => hospital)];
      return found.flatMap((places) => choices.map((place) => places.concat(place)));
    },
    [[]],
  );

export const compactOf = ({ lists, seats, groups }: GroupedMarket): CompactInstance => {
  const offsets = [0];
  for (const list of lists) offsets.push((offsets.at(-1) ?? 0) + list.length);
  const starts = [0];
  for (const { size } of groups) starts.push((starts.at(-1) ?? 0) + size);
  return {
    offsets: Uint32Array.from(offsets),
    choices: Uint32Array.from(lists.flatMap((list) => list.map(({ hospital }) => hospital))),
    keys: Uint32Array.from(lists.flatMap((list) => list.map(({ key }) => key))),
    seats: Uint32Array.from(seats),
    groups: { starts: Uint32Array.from(starts), limits: Uint32Array.from(groups, ({ limit }) => limit) },
  };
};
