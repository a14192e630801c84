import { describe, expect, test } from 'vitest';
import {
  contactsLeft,
  newContact,
  noContacts,
  objectionToContact,
  restingTracks,
  type Contacts,
} from '../../../shared/domain/contact-budget.ts';
import { later } from '../../../shared/domain/durations.ts';
import { now } from '../../support/builders.ts';

const budget = { maxOpenBriefs: 3, maxBriefsAMonth: 8, restDaysAfterNo: 60 };
const ct = { discipline: 'CT', track: 'other-provider' } as const;
const asked = { ...ct, direct: false };
const introduced = { ...ct, direct: true };
const daysAgo = (days: number) => later(now, -days, 'day');

const contacts = (change: Partial<Contacts>): Contacts => ({ ...noContacts('fac_birch'), version: 4, ...change });
const open = (count: number) => Array.from({ length: count }, (_, index) => `req_open${index}-1`);
const recent = (...days: readonly number[]) =>
  days.map((day, index) => ({ offerId: `req_sent${index}-1`, at: daysAgo(day) }));

const detailOf = (...[known, planned, at = now]: [Contacts, typeof asked | typeof introduced, string?]) =>
  objectionToContact(known, planned, budget, at)?.detail ?? null;

describe('R27: briefs that wait for an answer', () => {
  test('are three at most', () => {
    expect(detailOf(contacts({ open: open(2) }), asked)).toBeNull();
    expect(detailOf(contacts({ open: open(3) }), asked)).toContain('3 briefs wait');
  });

  test('do not hold up a direct introduction, which asks nobody', () => {
    expect(detailOf(contacts({ open: open(3) }), introduced)).toBeNull();
  });
});

describe('R27: contacts in a month', () => {
  const eight = recent(1, 2, 4, 5, 10, 20, 20, 29);

  test('are eight at most, direct introductions included, and the refusal says when the next may follow', () => {
    expect(detailOf(contacts({ recent: eight.slice(0, 7) }), asked)).toBeNull();
    expect(detailOf(contacts({ recent: eight }), asked)).toContain('contacted 8 times in 30 days');
    expect(detailOf(contacts({ recent: eight }), introduced)).toContain('again from December 2, 2026 on');
  });

  test('count for 30 days to the millisecond', () => {
    const oldest = eight.at(-1);
    const end = later(oldest?.at ?? now, 30, 'day');
    expect(detailOf(contacts({ recent: eight }), asked, end)).toBeNull();
    expect(detailOf(contacts({ recent: eight }), asked, later(end, -1 / 60_000, 'minute'))).not.toBeNull();
  });
});

/** A facility that said no so many days ago. */
const said = (days: number, kind: object = {}) => contacts({ noes: [{ ...ct, ...kind, at: daysAgo(days) }] });

const forgotten = (known: Contacts) =>
  newContact(known, { id: 'req_next-1', direct: false }, budget, now).forgotten.length;

describe('R27: after a no', () => {
  test('the facility rests from the same kind of request for 60 days', () => {
    expect(detailOf(said(59), asked)).toMatch(/said no to the same kind .* before December 2, 2026/);
    expect(detailOf(said(60), asked)).toBeNull();
    expect(detailOf(said(59), introduced)).not.toBeNull();
  });

  test('another discipline or another track is another kind', () => {
    expect(detailOf(said(1, { discipline: 'MRI' }), asked)).toBeNull();
    expect(detailOf(said(1, { track: 'program' }), asked)).toBeNull();
    expect(restingTracks(said(1, { track: 'program' }), 'CT', budget, now)).toEqual(['program']);
    expect(restingTracks(said(1), 'MRI', budget, now)).toEqual([]);
  });

  test('a no that is over is forgotten with the next contact', () => {
    expect(forgotten(said(61))).toBe(1);
    expect(forgotten(said(59))).toBe(0);
  });
});

const left = (known: Partial<Contacts>, direct = false) => contactsLeft(contacts(known), { direct }, budget, now);

test('what is left is the smaller of both budgets, never below none', () => {
  expect(left({})).toBe(3);
  expect(left({ open: open(1), recent: recent(1) })).toBe(2);
  expect(left({ recent: recent(1, 2, 3, 4, 5, 6) })).toBe(2);
  expect(left({ open: open(3) }, true)).toBe(8);
  expect(left({ open: open(5) })).toBe(0);
});
