import { describe, expect, test } from 'vitest';
import type { Result } from '../../shared/domain/result.ts';
import type { Page } from '../../shared/usecases/ports.ts';
import { aFacility, aHealthSystem, aMail, anOffer, aProgram, aRequest } from '../support/builders.ts';
import { aStore } from '../support/store.ts';

const { store } = await aStore();

const at = (minute: number): string => `2026-12-01T15:${String(minute).padStart(2, '0')}:00.000Z`;

type List<T> = (cursor: string | null, limit: number) => Promise<Result<Page<T>>>;

const pageOf = async <T>(list: List<T>, cursor: string | null, limit: number): Promise<Page<T>> => {
  const page = await list(cursor, limit);
  if (!page.ok) throw new Error(`refused: ${page.refusal.code}`);
  return page.value;
};

/** The ids of a whole list, page by page. */
const idsOf = async <T extends { readonly id: string }>(list: List<T>, limit: number): Promise<string[][]> => {
  const pages: string[][] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await pageOf(list, cursor, limit);
    pages.push(page.items.map(({ id }) => id));
    ({ cursor } = page);
  } while (cursor !== null);
  return pages;
};

describe('lists are paged in their order', async () => {
  const requests = [3, 1, 2].map((minute) => aRequest({ id: `req_list${minute}`, submittedAt: at(minute) }));
  const facilities = [3, 1, 2].map((minute) =>
    aFacility({ id: `fac_list${minute}`, status: 'awaiting-vetting', claimedAt: at(minute) }),
  );
  const offers = [3, 1, 2].map((minute) => anOffer({ id: `req_list1-${minute}`, madeAt: at(minute) }));
  const mails = [3, 1, 2].map((round) =>
    aMail({ round, status: 'unknown', createdAt: at(round), trouble: 'No answer from SES.' }),
  );
  await store.commit([
    ...requests.map(store.requests.create),
    store.requests.create(aRequest({ id: 'req_held1', status: 'on-hold' })),
    ...facilities.map(store.facilities.create),
    store.facilities.create(aFacility({ id: 'fac_open1' })),
    ...offers.map(store.offers.create),
    store.offers.create(anOffer({ id: 'req_list1-9', facilityId: 'fac_elsewhere' })),
    ...mails.map(store.outbox.enqueue),
    store.outbox.enqueue(aMail({ round: 9 })),
  ]);

  test('requests in a status, oldest first', async () => {
    expect(await idsOf((...page) => store.requests.inStatus('in-review', ...page), 2)).toEqual([
      ['req_list1', 'req_list2'],
      ['req_list3'],
    ]);
  });

  test('facilities in a status, oldest first', async () => {
    expect(await idsOf((...page) => store.facilities.inStatus('awaiting-vetting', ...page), 2)).toEqual([
      ['fac_list1', 'fac_list2'],
      ['fac_list3'],
    ]);
  });

  test('offers to a facility, newest first', async () => {
    expect(await idsOf((...page) => store.offers.ofFacility('fac_birch', ...page), 2)).toEqual([
      ['req_list1-3', 'req_list1-2'],
      ['req_list1-1'],
    ]);
  });

  test('mails in trouble, newest first', async () => {
    expect(await idsOf((...page) => store.outbox.inTrouble('unknown', ...page), 2)).toEqual([
      ['mail_req_alder1_request-received_3', 'mail_req_alder1_request-received_2'],
      ['mail_req_alder1_request-received_1'],
    ]);
  });
});

test('a request moves from list to list with its status, and is found by matching while it is in review', async () => {
  const waiting = aRequest({ id: 'req_moves1', wishes: { discipline: 'VS' } });
  const approved = aRequest({ id: 'req_moves1', status: 'approved', wishes: { discipline: 'VS' }, version: 2 });
  await store.commit([
    store.requests.create(waiting),
    store.requests.create(aRequest({ id: 'req_other1', wishes: { discipline: 'BS' } })),
  ]);
  expect(await store.requests.waitingFor('VS')).toEqual([waiting]);

  await store.commit([store.requests.update(waiting, approved)]);

  expect(await store.requests.waitingFor('VS')).toEqual([]);
  expect((await idsOf((...page) => store.requests.inStatus('in-review', ...page), 100)).flat()).not.toContain(
    'req_moves1',
  );
  expect((await idsOf((...page) => store.requests.inStatus('approved', ...page), 100)).flat()).toContain('req_moves1');
});

test('all programs and all health systems are read by name', async () => {
  const programs = ['Willow College', 'Ash College'].map((name, index) => aProgram({ id: `prg_name${index}`, name }));
  const systems = ['Willow Health', 'Ash Health'].map((name, index) => aHealthSystem({ id: `sys_name${index}`, name }));
  await store.commit([...programs.map(store.programs.create), ...systems.map(store.healthSystems.create)]);

  expect(await store.programs.all()).toEqual(programs.toReversed());
  expect(await store.healthSystems.all()).toEqual(systems.toReversed());
});
