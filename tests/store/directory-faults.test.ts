import { describe, expect, test } from 'vitest';
import { changeKey, outlivedBy } from '../../shared/store/directory/keys.ts';
import { keysIn } from '../../shared/store/stretches.ts';
import { aKeeper, another, sitesFound, sitesOpen, putSites } from '../support/directory.ts';
import { aStore, type TestStore } from '../support/store.ts';

const ids = ['fac_one1', 'fac_two2', 'fac_three3'];

const aDirectory = async () => {
  const kept = await aStore();
  await putSites(kept, ...ids.map((facilityId) => ({ facilityId })));
  await kept.store.directory.rebuild('CT');
  return kept;
};

/** Something changes at a facility that changes its row. */
const change = async (kept: TestStore, facilityId: string, minWeeklyMinutes: number) => {
  const [offer] = await kept.store.siteOffers.ofFacility(facilityId);
  if (offer === undefined) throw new Error(`no offer of ${facilityId}`);
  const terms = { ...offer.terms, minWeeklyMinutes };
  await kept.store.commit([kept.store.siteOffers.update(offer, { ...offer, version: offer.version + 1, terms })]);
};

const expectTrue = async (kept: TestStore, reader: TestStore) => {
  const truth = await sitesOpen(kept.store, ids);
  expect(await sitesFound(reader)).toEqual(truth);
  expect(await sitesFound(await another(kept))).toEqual(truth);
};

/** Items of the directory that only a writer who was killed can have left. */
const leftovers = async ({ items, tableName }: TestStore) => {
  const table = { documents: items, tableName, quarantine: () => {} };
  const keys = await Promise.all(outlivedBy('CT', 999_999).map((stretch) => keysIn(table, stretch)));
  return keys.flat().map(({ sk }) => sk.replace(/-.*/, ''));
};

test('keepers who write at once leave nothing out', async () => {
  const kept = await aStore();
  await kept.store.directory.rebuild('CT');
  const many = Array.from({ length: 12 }, (_, at) => `fac_host${at}`);
  await putSites(kept, ...many.map((facilityId) => ({ facilityId })));
  const keepers = [aKeeper(kept), aKeeper(kept), aKeeper(kept)];
  await Promise.all(many.map(async (id, at) => keepers[at % 3]?.keep(id, 'CT')));
  expect(await sitesFound(await another(kept))).toEqual(await sitesOpen(kept.store, many));
});

test('a keeper who read a state that is out of date when it writes does not have the last word', async () => {
  const kept = await aStore();
  const [{ intake } = { intake: undefined }] = await putSites(kept, { facilityId: 'fac_one1' });
  if (intake === undefined) throw new Error('no intake');
  await kept.store.directory.rebuild('CT');
  const seat = (taken: boolean) =>
    kept.store.commit([taken ? kept.store.intakes.takeSeat(intake) : kept.store.intakes.releaseSeat(intake.id)]);

  // The seat is given back while the slow keeper is about to write that it is taken. The other keeper finds that the
  // directory says already what is true, and writes nothing.
  const quick = aKeeper(kept);
  const slow = aKeeper(kept, async (write) => {
    if (write > 1) return;
    await seat(false);
    expect(await quick.keep('fac_one1', 'CT')).toEqual({ changed: false });
  });
  await seat(true);
  await slow.keep('fac_one1', 'CT');
  expect(await sitesFound(await another(kept))).toMatchObject([{ intake: { seatsTaken: 0 } }]);
});

test('a change while the directory is made anew is in it', async () => {
  const kept = await aDirectory();
  const keeper = aKeeper(kept);
  const reader = await another(kept);
  await sitesFound(reader);
  const rebuilding = aKeeper(kept, async (write) => {
    if (write > 1) return;
    await change(kept, 'fac_one1', 600);
    await keeper.keep('fac_one1', 'CT');
    // Nobody tells of this one.
    await change(kept, 'fac_two2', 720);
  });
  await rebuilding.rebuild('CT');
  await expectTrue(kept, reader);
  expect(reader.quarantined).toEqual([]);
});

test('a base that was derived from one that is not valid any more does not become valid', async () => {
  const kept = await aDirectory();
  const reader = await another(kept);
  await sitesFound(reader);
  const done = { rebuilt: false };
  const late = aKeeper(kept, async (_, sk) => {
    if (sk !== 'CURRENT' || done.rebuilt) return;
    done.rebuilt = true;
    // Nobody tells of it, so that the late keeper's base does not have it.
    await change(kept, 'fac_two2', 720);
    await aKeeper(kept).rebuild('CT');
  });
  for (let minutes = 500; !done.rebuilt; minutes += 1) {
    await change(kept, 'fac_one1', minutes);
    await late.keep('fac_one1', 'CT');
  }
  await expectTrue(kept, reader);
  expect(reader.quarantined).toEqual([]);
});

test('a function that slept while what it missed was tidied away loads anew', async () => {
  const kept = await aDirectory();
  const sleeper = await another(kept);
  await sitesFound(sleeper);
  const keeper = aKeeper(kept);
  await change(kept, 'fac_one1', 600);
  await keeper.keep('fac_one1', 'CT');
  const done = { tidied: false };
  const tidying = aKeeper(kept, (_, sk) => {
    done.tidied ||= sk === changeKey('CT', 1).sk;
  });
  for (let minutes = 500; !done.tidied; minutes += 1) {
    await change(kept, 'fac_two2', minutes);
    await tidying.keep('fac_two2', 'CT');
  }
  await expectTrue(kept, sleeper);
  expect(sleeper.quarantined).toEqual([]);
});

describe('a new base', () => {
  test('comes when the changes outweigh the last one, and is heard of by nobody who knows the changes', async () => {
    const kept = await aDirectory();
    const reader = await another(kept);
    await sitesFound(reader);
    let [puts, sizes] = [0, [] as number[]];
    const keeper = aKeeper(kept, () => void (puts += 1));
    for (let minutes = 481; minutes < 493; minutes += 1) {
      const before = puts;
      await change(kept, ids[minutes % 3] ?? '', minutes);
      await keeper.keep(ids[minutes % 3] ?? '', 'CT');
      sizes.push(puts - before);
      await expectTrue(kept, reader);
    }
    expect(sizes.filter((writes) => writes > 1).length).toBeGreaterThan(1);
    expect(sizes.filter((writes) => writes === 1).length).toBeGreaterThan(6);
    expect(reader.quarantined).toEqual([]);
  });

  test('is never seen in part, wherever its writer is killed, and what that leaves goes with the next', async () => {
    const kept = await aDirectory();
    const reader = await another(kept);
    await sitesFound(reader);
    let minutes = 500;
    // The writes of a keeper up to and including those of a base: it dies at the first, then at the second, ...
    for (let deadly = 1; deadly <= 10; deadly += 1) {
      const doomed = aKeeper(kept, (write) => {
        if (write === deadly) throw new Error('killed');
      });
      for (let turn = 0; turn < 6; turn += 1) {
        const id = ids[turn % 3] ?? '';
        await change(kept, id, (minutes += 1));
        const died = await doomed.keep(id, 'CT').then(
          () => false,
          () => true,
        );
        // Its message comes again, to another one.
        if (died) await aKeeper(kept).keep(id, 'CT');
        if (died) break;
      }
      await expectTrue(kept, reader);
    }
    const surviving = aKeeper(kept);
    for (let turn = 0; turn < 12; turn += 1) {
      await change(kept, 'fac_one1', (minutes += 1));
      await surviving.keep('fac_one1', 'CT');
    }
    await expectTrue(kept, reader);
    const left = await leftovers(kept);
    // Two bases at most: the valid one, and the one before it for those who still read it.
    expect(new Set(left.filter((sk) => sk.startsWith('BASE#'))).size).toBeLessThanOrEqual(2);
    expect(left.filter((sk) => sk.startsWith('CHANGE#')).length).toBeLessThan(25);
  });

  test('can be read while it is replaced again and again', async () => {
    const kept = await aDirectory();
    const keeper = aKeeper(kept);
    const writing = { done: false };
    const read = async () => {
      while (!writing.done) {
        const cold = await another(kept);
        expect((await sitesFound(cold, 'CT', false)).map(({ offer }) => offer.facilityId).toSorted()).toEqual(
          ids.toSorted(),
        );
        expect(cold.quarantined).toEqual([]);
      }
    };
    const write = async () => {
      for (let minutes = 500; minutes < 518; minutes += 1) {
        await change(kept, 'fac_two2', minutes);
        await keeper.keep('fac_two2', 'CT');
      }
      writing.done = true;
    };
    await Promise.all([write(), read(), read()]);
  });
});
