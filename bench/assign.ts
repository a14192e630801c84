import { stableMarriage } from 'stable-marriage';
import { deferredAcceptance, unplaced } from '../shared/matching/assign-core.ts';
import { assign } from '../shared/matching/assign.ts';
import { blockingPairs, hospitalsOf, marketOf, namedMarket, reversed } from './market.ts';
import { hospitalsOfMarried, marriageOf } from './marriage.ts';
import { cpuMilliseconds, shown, shownTime, warmCpuMilliseconds } from './measure.ts';
import type { Bench, Row } from './table.ts';

const equal = (a: Int32Array, b: Int32Array): boolean => a.length === b.length && a.every((value, r) => value === b[r]);

const nanosecondsPerEntry = (residents: number): number => {
  const market = marketOf(residents);
  return (warmCpuMilliseconds(7, () => deferredAcceptance(market)) * 1e6) / market.choices.length;
};

const same = (is: boolean): string => (is ? 'equal result' : 'ANOTHER RESULT');

const againstPeer = (): Row[] => {
  const market = marketOf(100_000);
  const kept = deferredAcceptance(market);
  const hospitals = hospitalsOf(market, kept);
  const core = warmCpuMilliseconds(9, () => deferredAcceptance(market));

  const named = namedMarket(market);
  const byIds = warmCpuMilliseconds(3, () => assign(named));
  const assigned = new Map(assign(named).pairs.map(({ resident, hospital }) => [resident, hospital]));
  const sameByIds = hospitals.every(
    (h, r) => assigned.get(`resident-${r}`) === (h === unplaced ? undefined : `hospital-${h}`),
  );

  const persons = marriageOf(market);
  const peer = cpuMilliseconds(() => stableMarriage(persons));
  const samePeer = equal(hospitals, hospitalsOfMarried(persons));

  const blocking = blockingPairs(market, kept);
  const other = reversed(market);
  const sameReversed = equal(hospitals, hospitalsOf(other, deferredAcceptance(other)).toReversed());
  return [
    {
      target: 'P1',
      what: 'compact core, 100,000 residents',
      measured: shownTime(core),
      beside: `stable-marriage ${shownTime(peer)}, ${same(samePeer)}`,
      result: `${shown(peer / core)} × (≥ 500 ×)`,
      reached: peer / core >= 500 && samePeer,
    },
    {
      target: 'P1',
      what: 'assign on ids and lists, 100,000 residents',
      measured: shownTime(byIds),
      beside: `stable-marriage ${shownTime(peer)}, ${same(sameByIds)}`,
      result: `${shown(peer / byIds)} × (≥ 30 ×)`,
      reached: peer / byIds >= 30 && sameByIds,
    },
    {
      target: 'P1',
      what: 'stable, 100,000 residents',
      measured: `${blocking} blocking pairs`,
      beside: `${shown(market.choices.length)} entries looked at`,
      result: '(none)',
      reached: blocking === 0,
    },
    {
      target: 'P1',
      what: 'proposals in the opposite order',
      measured: same(sameReversed),
      beside: '',
      result: '(equal)',
      reached: sameReversed,
    },
  ];
};

const growth = (): Row => {
  const small = nanosecondsPerEntry(10_000);
  const large = nanosecondsPerEntry(350_000);
  return {
    target: 'P1',
    what: 'compact core, 350,000 residents, 7 million entries',
    measured: `${shown(large, 1)} ns an entry`,
    beside: `10,000 residents: ${shown(small, 1)} ns`,
    result: `${shown(large / small, 2)} × (≤ 2.5 ×)`,
    reached: large / small <= 2.5,
  };
};

/** P1: assigning residents to hospitals. */
export const assignBench: Bench = { name: 'assign', run: async () => [...againstPeer(), growth()] };
