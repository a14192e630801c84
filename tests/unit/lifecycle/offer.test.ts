import { describe, expect, test } from 'vitest';
import { firstBreak, type AuditLine } from '../../../shared/domain/audit.ts';
import { record, type Decider } from '../../../shared/domain/machine.ts';
import type { Offer, OfferStatus } from '../../../shared/domain/offer.ts';
import type { Outcome } from '../../../shared/domain/outcome.ts';
import type { OfferCommand } from '../../../shared/domain/offer-commands.ts';
import { decideOffer, offerTransitions } from '../../../shared/domain/offer-lifecycle.ts';
import { anOffer, now } from '../../support/builders.ts';
import { cellsOf, cellsOfTable, sorted } from './matrix.ts';

/** Written out, so that a change of the table is a change of this test, too. */
const matrix = `
  action          made       accepted    introduced  started    completed  declined  lapsed  cancelled  no-show
  accept          accepted   -           -           -          -          -         -       -          -
  decline         declined   -           -           -          -          -         -       -          -
  lapse           lapsed     lapsed      -           -          -          -         -       -          -
  cancel          cancelled  cancelled   cancelled   cancelled  -          -         -       -          -
  ask             made       -           -           -          -          -         -       -          -
  reply           made       -           -           -          -          -         -       -          -
  consent         made       accepted    -           -          -          -         -       -          -
  take-back       made       accepted    -           -          -          -         -       -          -
  undo            -          made        -           -          -          -         -       -          -
  introduce       -          introduced  -           -          -          -         -       -          -
  report-start    -          -           introduced  -          -          -         -       -          -
  start           -          -           started     -          -          -         -       -          -
  report-no-show  -          -           no-show     no-show    -          -         -       -          -
  complete        -          -           -           completed  -          -         -       -          -
  report-end      -          -           -           completed  completed  -         -       -          -
  renew-link      made       accepted    -           -          -          -         -       -          -
  follow-up       made       -           introduced  started    completed  -         -       -          -
`;

const answerBy = '2026-12-08T15:00:00.000Z';
const introduceAt = '2026-12-01T15:30:00.000Z';
const deciderAt = (instant: string): Decider => ({ now: instant, actor: { kind: 'facility', id: 'fac_birch' } });
const question = { question: 'Which shifts?', askedAt: now, reply: null, repliedAt: null };

/** When the state that a step leads to is asked about. */
const nextMail = { at: '2027-01-04T15:00:00.000Z', last: false };
const outcome: Outcome = { ending: 'finished', records: 'all', again: 'yes', comment: null };

const commands: Record<string, OfferCommand> = {
  accept: { action: 'accept', introduceAt, consent: 'given', answerBy: '2026-12-09T15:00:00.000Z' },
  decline: { action: 'decline', reason: 'staff', comment: null },
  lapse: { action: 'lapse' },
  cancel: { action: 'cancel', comment: null },
  ask: { action: 'ask', question: 'Which shifts?' },
  reply: { action: 'reply', reply: 'Mornings.', answerBy: '2026-12-15T15:00:00.000Z', nextMail },
  consent: { action: 'consent', introduceAt },
  'take-back': { action: 'take-back', answerBy: '2026-12-15T15:00:00.000Z' },
  undo: { action: 'undo', answerBy: '2026-12-15T15:00:00.000Z', nextMail },
  introduce: { action: 'introduce', nextMail },
  'report-start': { action: 'report-start', side: 'facility', nextMail },
  start: { action: 'start', nextMail },
  'report-no-show': { action: 'report-no-show' },
  complete: { action: 'complete', nextMail },
  'report-end': { action: 'report-end', side: 'facility', outcome, nextMail },
  'renew-link': { action: 'renew-link' },
  'follow-up': { action: 'follow-up', to: ['technologist', 'facility'], nextMail },
};
const command = (action: string): OfferCommand => {
  const found = commands[action];
  if (found === undefined) throw new Error(`no command for ${action}`);
  return found;
};

/** An instant at which the clock stands in nobody's way. */
const instants: Record<string, string> = { lapse: answerBy, introduce: introduceAt };
const decide = (offer: Offer, action: string, at = instants[action] ?? now) =>
  decideOffer(offer, command(action), deciderAt(at));

const decided = (offer: Offer, action: string, at?: string) => {
  const result = decide(offer, action, at);
  if (!result.ok) throw new Error(result.refusal.detail ?? result.refusal.code);
  return result.value;
};
const isPossible = (offer: Offer, action: string, at: string): boolean => decide(offer, action, at).ok;

describe('the life of an offer', () => {
  test('is the table as it is written out here', () => {
    expect(sorted(cellsOfTable(offerTransitions))).toEqual(sorted(cellsOf(matrix)));
  });

  test.for(cellsOf(matrix))('$action while $from leads to $to', ({ from, action, to }) => {
    // Only an acceptance that awaits the technologist's answer lapses.
    const technologistConsent: Offer['technologistConsent'] = action === 'lapse' ? 'awaited' : 'given';
    const state = {
      answerBy,
      introduceAt,
      questions: [question],
      technologistConsent,
      nextMail: { at: now, last: true },
    };
    const offer = anOffer({ status: from as OfferStatus, ...state });
    const result = decide(offer, action);
    const taken = { next: { status: to, version: 2 }, audit: { of: offer.id, version: 2, from, to } };
    expect(result).toMatchObject(
      to === null ? { ok: false, refusal: { code: 'action-not-possible' } } : { ok: true, value: taken },
    );
  });

  test('is one whole audit chain', () => {
    const first = record<Offer>(null, anOffer({ answerBy }), 'make', deciderAt(now));
    const lines: AuditLine[] = [first.audit];
    let offer = first.next;
    for (const action of ['ask', 'reply', 'accept', 'undo', 'accept', 'introduce', 'start', 'complete']) {
      const { next, audit } = decided(offer, action);
      lines.push(audit);
      offer = next;
    }
    expect(offer.status).toBe('completed');
    expect(firstBreak(lines)).toBeNull();
    expect(lines).toHaveLength(offer.version);
  });
});

describe('time', () => {
  const made = anOffer({ answerBy });
  const justBefore = '2026-12-08T14:59:59.999Z';

  test.for(['accept', 'decline', 'ask'])(
    'a facility may %s until the instant that it was told, and not at it',
    (action) => {
      expect(isPossible(made, action, justBefore)).toBe(true);
      expect(isPossible(made, action, answerBy)).toBe(false);
    },
  );

  test('an offer lapses at that instant, not before', () => {
    expect(isPossible(made, 'lapse', justBefore)).toBe(false);
    expect(isPossible(made, 'lapse', answerBy)).toBe(true);
  });

  test('a yes can be undone until the introduction leaves, which is when it leaves', () => {
    const accepted = anOffer({ status: 'accepted', introduceAt });
    expect(isPossible(accepted, 'undo', '2026-12-01T15:29:59.999Z')).toBe(true);
    expect(isPossible(accepted, 'introduce', '2026-12-01T15:29:59.999Z')).toBe(false);
    expect(isPossible(accepted, 'undo', introduceAt)).toBe(false);
    expect(isPossible(accepted, 'introduce', introduceAt)).toBe(true);
  });

  test('a yes can be undone for as long as the technologist has not agreed', () => {
    const awaiting = anOffer({ status: 'accepted', introduceAt, technologistConsent: 'awaited' });
    expect(isPossible(awaiting, 'undo', '2027-01-01T00:00:00.000Z')).toBe(true);
  });
});

describe('consent', () => {
  test('nobody is introduced whom the technologist has not agreed to meet', () => {
    const accepted = anOffer({ status: 'accepted', introduceAt, technologistConsent: 'awaited' });
    expect(decide(accepted, 'introduce')).toMatchObject({ ok: false, refusal: { code: 'consent-missing' } });
    expect(decide(decided(accepted, 'consent').next, 'introduce').ok).toBe(true);
  });

  test('can be taken back until the introduction leaves, and the seat is held for another word', () => {
    const accepted = anOffer({ status: 'accepted', introduceAt });
    expect(isPossible(accepted, 'take-back', '2026-12-01T15:29:59.999Z')).toBe(true);
    expect(isPossible(accepted, 'take-back', introduceAt)).toBe(false);
    expect(decided(accepted, 'take-back').next).toMatchObject({
      technologistConsent: 'awaited',
      answerBy: '2026-12-15T15:00:00.000Z',
    });
    expect(isPossible(anOffer({ status: 'accepted', technologistConsent: 'awaited' }), 'take-back', now)).toBe(false);
  });

  test('gives time to take it back before the introduction leaves, and never less than the facility has', () => {
    const awaiting = anOffer({
      status: 'accepted',
      technologistConsent: 'awaited',
      introduceAt: '2026-12-01T14:00:00.000Z',
    });
    expect(decided(awaiting, 'consent').next).toMatchObject({ introduceAt });
    const fresh = { ...awaiting, introduceAt: '2026-12-01T16:00:00.000Z' };
    expect(decided(fresh, 'consent').next).toMatchObject({ introduceAt: '2026-12-01T16:00:00.000Z' });
  });

  test('a standing consent that ends before the introduction leaves is asked for anew with the yes', () => {
    const yes = { action: 'accept', introduceAt, consent: 'awaited', answerBy } as const;
    expect(decideOffer(anOffer({ technologistConsent: 'given' }), yes, deciderAt(now))).toMatchObject({
      ok: true,
      value: { next: { technologistConsent: 'awaited', answerBy }, mails: [{ kind: 'consent-question' }] },
    });
  });

  test('a seat is held for the technologist’s answer until the instant that was told, and then lapses kindly', () => {
    const awaiting = anOffer({ status: 'accepted', technologistConsent: 'awaited', answerBy });
    const justBefore = '2026-12-08T14:59:59.999Z';
    expect([justBefore, answerBy].map((at) => isPossible(awaiting, 'consent', at))).toEqual([true, false]);
    expect([justBefore, answerBy].map((at) => isPossible(awaiting, 'lapse', at))).toEqual([false, true]);
    const { next, mails } = decided(awaiting, 'lapse');
    expect(next).toMatchObject({ status: 'lapsed', waitedFor: 'technologist' });
    expect(mails.map(({ kind }) => kind)).toEqual(['brief-lapsed']);
  });

  test('a facility that takes introductions directly hears nothing of one that lapsed', () => {
    const direct = anOffer({ status: 'accepted', technologistConsent: 'awaited', direct: true });
    expect(decided(direct, 'lapse').mails).toEqual([]);
  });

  test('an accepted offer whose technologist agreed does not lapse', () => {
    expect(isPossible(anOffer({ status: 'accepted' }), 'lapse', answerBy)).toBe(false);
  });
});

const report = (offer: Offer, side: 'facility' | 'technologist') =>
  decideOffer(offer, { action: 'report-start', side, nextMail }, deciderAt(now));

describe('a start', () => {
  const introduced = anOffer({ status: 'introduced' });

  test.for([
    ['facility', 'technologist'],
    ['technologist', 'facility'],
  ] as const)('is noted from the %s and certain with the %s', ([first, second]) => {
    const noted = report(introduced, first);
    if (!noted.ok) throw new Error(noted.refusal.code);
    expect(noted.value.next).toMatchObject({ status: 'introduced', startReportedBy: [first] });
    expect(report(noted.value.next, second)).toMatchObject({
      ok: true,
      value: { next: { status: 'started', startedAt: now }, audit: { action: 'start', to: 'started' } },
    });
  });

  test('reported twice by one side is not certain', () => {
    const noted = anOffer({ status: 'introduced', startReportedBy: ['facility'] });
    expect(report(noted, 'facility')).toMatchObject({ ok: false, refusal: { code: 'action-not-possible' } });
  });
});

const end = (offer: Offer, side: 'facility' | 'technologist') =>
  decideOffer(offer, { action: 'report-end', side, outcome, nextMail: null }, deciderAt(now));

describe('an end', () => {
  test('is certain with the word of either side, and the other’s is noted beside it', () => {
    const first = end(anOffer({ status: 'started' }), 'technologist');
    if (!first.ok) throw new Error(first.refusal.code);
    expect(first.value.next).toMatchObject({ completedAt: now, outcomes: { technologist: outcome, facility: null } });
    const later = deciderAt('2027-04-01T15:00:00.000Z');
    const second = decideOffer(
      first.value.next,
      { action: 'report-end', side: 'facility', outcome: { ...outcome, again: 'no' }, nextMail: null },
      later,
    );
    expect(second).toMatchObject({
      ok: true,
      value: {
        next: { completedAt: now, outcomes: { technologist: { again: 'yes' }, facility: { again: 'no' } } },
        mails: [],
      },
    });
  });

  test('told twice by one side is refused', () => {
    const outcomes = { technologist: outcome, facility: null };
    expect(end(anOffer({ status: 'completed', outcomes }), 'technologist').ok).toBe(false);
    expect(end(anOffer({ status: 'completed', outcomes }), 'facility').ok).toBe(true);
  });

  test('told by the technologist is no news to the technologist', () => {
    expect(end(anOffer({ status: 'started' }), 'technologist')).toMatchObject({ ok: true, value: { mails: [] } });
  });
});

const kindsAsked = (offer: Offer, to: readonly ('technologist' | 'facility')[] = ['technologist', 'facility']) => {
  const result = decideOffer(offer, { action: 'follow-up', to, nextMail: null }, deciderAt(now));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.mails.map(({ kind }) => kind);
};

describe('a mail that follows by itself', () => {
  const due = { at: now, last: false };

  test('is written when its time has come, not before, and not when none is to follow', () => {
    const made = anOffer({ nextMail: { at: answerBy, last: true } });
    expect(isPossible(made, 'follow-up', '2026-12-08T14:59:59.999Z')).toBe(false);
    expect(isPossible(made, 'follow-up', answerBy)).toBe(true);
    expect(isPossible(anOffer({ nextMail: null }), 'follow-up', answerBy)).toBe(false);
  });

  test('asks in every state what is open there, and only sides that have not answered', () => {
    expect(kindsAsked(anOffer({ nextMail: due }))).toEqual(['brief-reminder']);
    const introduced = { status: 'introduced', nextMail: due } as const;
    expect(kindsAsked(anOffer(introduced))).toEqual(['placement-start-technologist', 'placement-start-facility']);
    expect(kindsAsked(anOffer({ ...introduced, startReportedBy: ['facility'] }))).toEqual([
      'placement-start-technologist',
    ]);
    expect(kindsAsked(anOffer({ status: 'started', nextMail: due }))).toEqual([
      'completion-question-technologist',
      'completion-question-facility',
    ]);
    const outcomes = { technologist: outcome, facility: null };
    expect(kindsAsked(anOffer({ status: 'completed', nextMail: due, outcomes }))).toEqual([
      'outcome-question-facility',
    ]);
  });

  test('goes to nobody who may not be written to now', () => {
    expect(kindsAsked(anOffer({ nextMail: due }), [])).toEqual([]);
    expect(kindsAsked(anOffer({ status: 'started', nextMail: due }), ['technologist'])).toEqual([
      'completion-question-technologist',
    ]);
  });

  test('supersedes no link', () => {
    expect(decided(anOffer({ nextMail: due, linkVersion: 5 }), 'follow-up').next.linkVersion).toBe(5);
  });

  test('ends with the state that it asks about, and begins with the next one', () => {
    expect(decided(anOffer({ nextMail }), 'accept').next.nextMail).toBeNull();
    expect(decided(anOffer({ nextMail }), 'decline').next.nextMail).toBeNull();
    expect(decided(anOffer({ nextMail }), 'ask').next.nextMail).toEqual(nextMail);
    expect(decided(anOffer({ status: 'accepted' }), 'introduce').next.nextMail).toEqual(nextMail);
    // The other side is still asked when its time comes.
    const introduced = anOffer({ status: 'introduced', nextMail: due });
    expect(decided(introduced, 'report-start').next.nextMail).toEqual(due);
  });
});

describe('questions', () => {
  test('a reply answers the oldest open one, and gives a new link and a new time to answer', () => {
    const asked = anOffer({ linkVersion: 3, questions: [question, { ...question, question: 'And where?' }] });
    expect(decided(asked, 'reply').next).toMatchObject({
      linkVersion: 4,
      answerBy: '2026-12-15T15:00:00.000Z',
      questions: [{ reply: 'Mornings.', repliedAt: now }, { reply: null }],
    });
  });

  test('without an open one there is nothing to reply to', () => {
    expect(decide(anOffer(), 'reply').ok).toBe(false);
  });

  test('twenty are enough', () => {
    expect(decide(anOffer({ questions: Array.from({ length: 20 }, () => question) }), 'ask').ok).toBe(false);
  });
});

describe('answer links', () => {
  test.for([
    ['accept', 'made', true],
    ['decline', 'made', true],
    ['lapse', 'made', true],
    ['undo', 'accepted', true],
    ['reply', 'made', true],
    ['cancel', 'made', true],
    // The facility may still answer with the link that it asked with.
    ['ask', 'made', false],
    ['consent', 'accepted', false],
    ['introduce', 'accepted', false],
  ] as const)('%s while %s supersedes the links that were sent: %s', ([action, status, supersedes]) => {
    const offer = anOffer({ status, linkVersion: 5, questions: [question] });
    expect(decided(offer, action).next.linkVersion).toBe(supersedes ? 6 : 5);
  });
});

describe('who is told of a step', () => {
  test.for<[string, OfferStatus, string[]]>([
    ['accept', 'made', []],
    ['decline', 'made', []],
    ['lapse', 'made', ['brief-lapsed']],
    ['ask', 'made', ['question-raised']],
    ['reply', 'made', ['brief-reply']],
    ['undo', 'accepted', ['brief']],
    ['introduce', 'accepted', ['introduction-technologist', 'introduction-facility']],
    ['cancel', 'made', ['offer-cancelled-facility']],
    ['cancel', 'accepted', ['offer-cancelled-facility']],
    ['cancel', 'introduced', ['offer-cancelled-facility', 'offer-cancelled-technologist']],
    ['cancel', 'started', ['offer-cancelled-facility', 'offer-cancelled-technologist']],
    ['report-no-show', 'introduced', ['offer-cancelled-technologist']],
    ['report-start', 'introduced', []],
    ['start', 'introduced', []],
    ['complete', 'started', ['outcome-question-technologist']],
    ['report-end', 'started', ['outcome-question-technologist']],
    ['report-end', 'completed', []],
    ['consent', 'accepted', []],
  ])('%s while %s: %s', ([action, status, kinds]) => {
    const offer = anOffer({ status, questions: action === 'reply' ? [question] : [] });
    expect(decided(offer, action).mails.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('each time in a mail of its own: two yeses that were taken back are two briefs', () => {
    const undone = decided(decided(anOffer(), 'accept').next, 'undo');
    const undoneAgain = decided(decided(undone.next, 'accept').next, 'undo');
    const rounds = [undone, undoneAgain].map(({ mails }) => mails[0]?.round);
    // The first brief of all is round 1.
    expect(new Set([1, ...rounds]).size).toBe(3);
  });
});
