import { beforeEach, describe, expect, test } from 'vitest';
import { firstBreak } from '../../shared/domain/audit.ts';
import { mostCorrections, requirementsId, type Figure, type FigureTerms } from '../../shared/domain/requirements.ts';
import { contextOf } from '../../shared/usecases/matching-context.ts';
import { correctRequirement, readRequirements } from '../../shared/usecases/requirements.ts';
import { readCase } from '../../shared/usecases/review.ts';
import { aRequest, aSite } from '../support/builders.ts';
import {
  auditOf,
  aWorld,
  coordinator,
  interrupted,
  refusedWithoutTrace,
  seedRequest,
  seedSite,
  value,
  type World,
} from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const eight: FigureTerms = {
  figure: 'daily-record-limit',
  discipline: 'CT',
  value: 8,
  effectiveFrom: '2026-12-02',
  source: 'a change invented for this test',
  grade: 'published',
};

const correct = async (version: number | null, figure: FigureTerms, ports = world.ports) =>
  correctRequirement(ports)({ version, figure }, coordinator);

const limitsOfCt = async () => {
  const { version, figures } = value(await readRequirements(world.ports)({}, coordinator));
  const ofCt = figures.flatMap(({ figure, standing }) =>
    figure.figure === 'daily-record-limit' && figure.discipline === 'CT'
      ? [`${figure.value} version ${figure.version} ${standing}`]
      : [],
  );
  return { version, ofCt };
};

describe('R1 a coordinator corrects a figure without a deploy', () => {
  test('and it is the next version, in force from its day on', async () => {
    expect(await limitsOfCt()).toEqual({ version: null, ofCt: ['9 version 1 in-force'] });
    expect(value(await correct(null, eight))).toEqual({ version: 1, figureVersion: 2 });
    expect(await limitsOfCt()).toEqual({ version: 1, ofCt: ['9 version 1 in-force', '8 version 2 later'] });
    world.pass(1, 'day');
    expect((await limitsOfCt()).ofCt).toEqual(['9 version 1 replaced', '8 version 2 in-force']);
  });

  test('and matching goes by it, a minute later at most', async () => {
    await seedSite(world);
    await seedRequest(world, aRequest({ wishes: { recordsNeeded: 9 } }));
    const finish = async () => {
      const { candidates } = value(await readCase(world.ports)({ requestId: 'req_alder1' }, coordinator));
      return candidates[0]?.feasibility.finishesOn;
    };
    // Mondays and Tuesdays from January 4 on: nine records are one day's at first, and two days' after the correction.
    expect(await finish()).toBe('2027-01-04');
    value(await correct(null, { ...eight, effectiveFrom: null }));
    world.pass(1, 'minute');
    expect(await finish()).toBe('2027-01-05');
  });

  test('and who admits to a discipline can be corrected, too', async () => {
    const request = aRequest({ wishes: { credentials: [{ credential: 'sonography', expiresOn: null }] } });
    const admitted = async () => {
      const { supportingCredentials } = (await contextOf(world.ports, request)).requirements;
      return supportingCredentials.CT.value.some((set) => set.includes('sonography'));
    };
    expect(await admitted()).toBe(false);
    value(
      await correct(null, {
        ...eight,
        figure: 'supporting-credentials',
        value: [['radiography'], ['sonography']],
        effectiveFrom: null,
      }),
    );
    world.pass(1, 'minute');
    expect(await admitted()).toBe(true);
  });

  test('and the audit chain tells of every correction', async () => {
    value(await correct(null, eight));
    value(await correct(1, { ...eight, value: 7 }));
    expect(await auditOf(world, requirementsId)).toEqual([
      'correct daily-record-limit CT',
      'correct daily-record-limit CT',
    ]);
    expect(firstBreak(await world.store.audit.of(requirementsId))).toBeNull();
    expect((await limitsOfCt()).ofCt).toEqual(['9 version 1 in-force', '8 version 2 later', '7 version 3 later']);
  });
});

describe('a correction is refused', () => {
  test('by who has not seen the last one', async () => {
    value(await correct(null, eight));
    for (const seen of [null, 2])
      expect(await refusedWithoutTrace(world, async () => correct(seen, eight))).toMatchObject({
        code: 'stale-version',
        field: 'version',
      });
  });

  test('when it names a version and nothing was corrected yet', async () => {
    expect(await refusedWithoutTrace(world, async () => correct(1, eight))).toMatchObject({
      code: 'not-found',
      field: 'version',
    });
  });

  test('when another one came in between', async () => {
    const ports = interrupted(world.ports, async () => correct(null, { ...eight, value: 7 }));
    expect(await correct(null, eight, ports)).toMatchObject({ ok: false, refusal: { code: 'stale-version' } });
    expect((await limitsOfCt()).ofCt).toEqual(['9 version 1 in-force', '7 version 2 later']);
  });

  test('when there are as many as one item holds', async () => {
    const corrections = Array.from({ length: mostCorrections }, (_, index): Figure => ({
      ...eight,
      version: index + 2,
    }));
    value(
      await world.store.commit([
        world.store.requirements.create({
          id: requirementsId,
          version: 1,
          updatedAt: world.clock.time,
          auditHash: '',
          corrections,
        }),
      ]),
    );
    expect(await refusedWithoutTrace(world, async () => correct(1, eight))).toMatchObject({
      code: 'invalid-input',
      field: 'figure',
    });
  });
});

describe('the corrections', () => {
  test('are read once a minute, however many requests are matched', async () => {
    let reads = 0;
    world.client.middlewareStack.add(
      (send) => async (args) => {
        reads += JSON.stringify(args.input).includes('"REQUIREMENTS"') ? 1 : 0;
        return send(args);
      },
      { step: 'build' },
    );
    const look = async () => Promise.all([1, 2, 3].map(async () => contextOf(world.ports, aRequest())));
    await look();
    await look();
    expect(reads).toBe(1);
    world.pass(1, 'minute');
    await look();
    expect(reads).toBe(2);
  });
});

test('a case tells the smallest set of sites that does the required categories, in words', async () => {
  const volumes = { head: { head: 9, chest: 0 }, chest: { chest: 4, head: 0 } };
  await seedSite(world, {
    facilityId: 'fac_birch',
    profile: { name: 'Birch' },
    terms: { volumeByCategory: volumes.head },
  });
  await seedSite(world, {
    facilityId: 'fac_cedar',
    profile: { name: 'Cedar' },
    terms: { volumeByCategory: volumes.chest },
    facility: { place: aSite().offer.facility.place },
  });
  await seedRequest(world, aRequest({ wishes: { requiredCategories: ['head', 'chest', 'spine'] } }));
  const { coverage } = value(await readCase(world.ports)({ requestId: 'req_alder1' }, coordinator));
  expect(coverage?.sites.map(({ facilityName, categories }) => [facilityName, categories]).toSorted()).toEqual([
    ['Birch', ['head']],
    ['Cedar', ['chest']],
  ]);
  expect(coverage?.nowhere).toEqual(['spine']);
  expect(coverage?.words).toContain('No candidate says that it does spine.');
});
