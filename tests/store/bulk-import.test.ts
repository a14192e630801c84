import { expect, test } from 'vitest';
import { auditLine, noHash } from '../../shared/domain/audit.ts';
import { importHosts } from '../../shared/store/bulk-import.ts';
import { aFacility, aSite, now } from '../support/builders.ts';
import { aStore } from '../support/store.ts';

const aLine = (of: string) =>
  auditLine({
    of,
    version: 1,
    at: now,
    actor: { kind: 'service', id: 'simulation' },
    action: 'simulate',
    from: null,
    to: 'open',
    previousHash: noHash,
  });

const hosts = (count: number) => {
  const ids = Array.from({ length: count }, (_, index) => `fac_host${index}`);
  const sites = ids.map((facilityId) => aSite({ facilityId, facility: { name: `Host ${facilityId}` } }));
  return {
    facilities: ids.map((id) => aFacility({ id, simulated: true })),
    siteOffers: sites.map(({ offer }) => offer),
    intakes: sites.map(({ intake }) => intake),
    audit: ids.map(aLine),
  };
};

test('imported hosts are kept, listed and matched like all others, and counted as they are written', async () => {
  const { store, client, tableName } = await aStore();
  const imported = hosts(201);
  let written = 0;
  await importHosts({ client, tableName }, imported, (items) => (written += items));

  expect(written).toBe(804);
  expect((await store.directory.openSites('CT')).all()).toHaveLength(201);
  expect(await store.facilities.get('fac_host200')).toEqual(imported.facilities[200]);
  expect(await store.audit.of('fac_host200')).toEqual([aLine('fac_host200')]);
  expect(await store.facilities.inStatus('open', null, 1)).toMatchObject({
    ok: true,
    value: { items: [{ simulated: true }] },
  });
});

test('what DynamoDB left unwritten of a batch is sent again', async () => {
  const { store, client, tableName } = await aStore();
  let batches = 0;
  client.middlewareStack.add(
    (send, { commandName }) =>
      async (args) => {
        if (commandName !== 'BatchWriteItemCommand') return send(args);
        batches += 1;
        if (batches > 1) return send(args);
        // A table that is at its limit writes nothing and hands the batch back.
        const { RequestItems } = args.input as { RequestItems: object };
        return { response: {}, output: { $metadata: {}, UnprocessedItems: RequestItems } };
      },
    { step: 'serialize', priority: 'high' },
  );
  await importHosts({ client, tableName }, hosts(3));
  expect(batches).toBe(2);
  expect(await store.intakes.ofFacility('fac_host2')).toHaveLength(1);
});
