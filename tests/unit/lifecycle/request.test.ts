import { describe, expect, test } from 'vitest';
import { firstBreak, type AuditLine } from '../../../shared/domain/audit.ts';
import { record, type Decider } from '../../../shared/domain/machine.ts';
import type { PlacementRequest, RequestStatus } from '../../../shared/domain/placement-request.ts';
import { decideRequest, requestTransitions, type RequestCommand } from '../../../shared/domain/request-lifecycle.ts';
import { aPlace, aRequest, now, someWishes } from '../../support/builders.ts';
import { cellsOf, cellsOfTable, sorted } from './matrix.ts';

/** Written out, so that a change of the table is a change of this test, too. */
const matrix = `
  action            submitted  confirmed  in-review  on-hold    approved   placed     completed  expired  rejected  withdrawn
  confirm           confirmed  -          -          -          -          -          -          -        -         -
  expire            expired    -          -          -          -          -          -          -        -         -
  edit              -          confirmed  confirmed  on-hold    -          -          -          -        -         -
  match             -          in-review  in-review  -          -          -          -          -        -         -
  approve           -          -          approved   -          -          -          -          -        -         -
  reject            -          rejected   rejected   rejected   -          -          -          -        -         -
  hold              -          on-hold    on-hold    -          -          -          -          -        -         -
  resume            -          -          -          confirmed  -          -          -          -        -         -
  note-offer        -          -          -          -          approved   -          -          -        -         -
  skip-site         -          -          -          -          approved   -          -          -        -         -
  return-to-review  -          -          -          -          confirmed  confirmed  -          -        -         -
  place             -          -          -          -          placed     -          -          -        -         -
  complete          -          -          -          -          -          completed  -          -        -         -
  withdraw          withdrawn  withdrawn  withdrawn  withdrawn  withdrawn  withdrawn  -          -        -         -
  note-employment   -          confirmed  confirmed  on-hold    -          -          -          -        -         -
  rule              -          confirmed  in-review  on-hold    approved   -          -          -        -         -
  settle-named-site -          confirmed  in-review  on-hold    approved   -          -          -        -         -
  revoke-access     -          confirmed  in-review  on-hold    approved   placed     completed  -        rejected  -
  erase             -          -          -          -          -          -          completed  expired  rejected  withdrawn
`;

const coordinator: Decider = { now, actor: { kind: 'coordinator', id: 'coordinator-1' } };
const afterDeadline: Decider = { ...coordinator, now: '2026-12-04T15:00:00.000Z' };

const intakeId = 'fac_birch-CT-k3f9';
const approval = { shortlist: [intakeId], approvedBy: 'coordinator-1', approvedAt: now, reason: null };
const summary = { at: now, candidates: 1, nearMisses: 0, best: null };
const commands: { readonly [A in RequestCommand['action']]: Extract<RequestCommand, { readonly action: A }> } = {
  confirm: { action: 'confirm' },
  expire: { action: 'expire' },
  edit: { action: 'edit', wishes: someWishes({ travelMiles: 90 }), home: aPlace() },
  match: { action: 'match', summary },
  approve: { action: 'approve', approval },
  reject: { action: 'reject', reason: 'No site.' },
  hold: { action: 'hold', reason: 'Waiting for a document.' },
  resume: { action: 'resume' },
  'note-offer': { action: 'note-offer', intakeId },
  'skip-site': { action: 'skip-site', intakeId, because: 'R12' },
  'return-to-review': { action: 'return-to-review' },
  place: { action: 'place' },
  complete: { action: 'complete' },
  withdraw: { action: 'withdraw' },
  'note-employment': { action: 'note-employment', confirmed: true },
  rule: { action: 'rule', decision: 'forbid', rulings: { lockedTo: null, forbidden: [] } },
  'settle-named-site': {
    action: 'settle-named-site',
    invitation: { status: 'declined', reason: 'It is no clinical site.', by: 'coordinator-1', at: now },
  },
  'revoke-access': { action: 'revoke-access' },
  erase: { action: 'erase' },
} as never;
const commandOf = (action: string): RequestCommand => commands[action as RequestCommand['action']];

/** The decision, at an instant at which the deadline stands in nobody's way. */
const decide = (request: PlacementRequest, action: string) =>
  decideRequest(request, commandOf(action), action === 'expire' ? afterDeadline : coordinator);

const decided = (request: PlacementRequest, command: RequestCommand, decider = coordinator) => {
  const result = decideRequest(request, command, decider);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

describe('the life of a request', () => {
  test('is the table as it is written out here', () => {
    expect(sorted(cellsOfTable(requestTransitions))).toEqual(sorted(cellsOf(matrix)));
  });

  test.for(cellsOf(matrix))('$action while $from leads to $to', ({ from, action, to }) => {
    const request = aRequest({ status: from as RequestStatus });
    const result = decide(request, action);
    const taken = {
      next: { status: to, version: 2, updatedAt: action === 'expire' ? afterDeadline.now : now },
      audit: { of: request.id, version: 2, actor: coordinator.actor, from, to },
    };
    expect(result).toMatchObject(
      to === null ? { ok: false, refusal: { code: 'action-not-possible' } } : { ok: true, value: taken },
    );
  });

  test('ends its time to confirm at the instant that was said, not a millisecond before', () => {
    const request = aRequest({ status: 'submitted', confirmBy: '2026-12-04T15:00:00.000Z' });
    const before = { ...coordinator, now: '2026-12-04T14:59:59.999Z' };
    expect(decideRequest(request, commands.confirm, before).ok).toBe(true);
    expect(decideRequest(request, commands.expire, before).ok).toBe(false);
    expect(decideRequest(request, commands.confirm, afterDeadline).ok).toBe(false);
    expect(decideRequest(request, commands.expire, afterDeadline).ok).toBe(true);
  });

  test('keeps of a former state only what the next one has', () => {
    const held = decided(aRequest(), commands.hold).next;
    expect(held).toMatchObject({ reason: 'Waiting for a document.', heldBy: 'coordinator-1' });
    expect(decided(held, commands.resume).next).not.toHaveProperty('reason');
  });

  test('counts an offer, and remembers the site as tried', () => {
    const next = decided(aRequest({ status: 'approved' }), commands['note-offer']).next;
    expect(next).toMatchObject({ offersMade: 1, triedIntakes: [intakeId] });
  });

  test('remembers a skipped site as tried, and says in the audit what was in its way', () => {
    const { next, audit } = decided(aRequest({ status: 'approved' }), commands['skip-site']);
    expect(next).toMatchObject({ offersMade: 0, triedIntakes: [intakeId] });
    expect(audit.action).toBe('skip-site R12');
  });

  test('tries a site again that a coordinator names again, and only that one', () => {
    const request = aRequest({ triedIntakes: [intakeId, 'fac_cedar-CT-aaaa'] });
    expect(decided(request, commands.approve).next.triedIntakes).toEqual(['fac_cedar-CT-aaaa']);
  });
});

describe('what the technologist is told of a step', () => {
  test.for<[string, RequestStatus, string[]]>([
    ['confirm', 'submitted', ['request-received']],
    ['reject', 'in-review', ['request-status']],
    ['hold', 'in-review', ['request-status']],
    ['resume', 'on-hold', ['request-status']],
    ['return-to-review', 'approved', ['request-status']],
    ['place', 'approved', []],
    ['complete', 'placed', []],
    ['withdraw', 'approved', ['request-status']],
    ['revoke-access', 'in-review', ['request-status']],
    ['match', 'confirmed', []],
    ['edit', 'in-review', []],
    ['approve', 'in-review', []],
    ['note-offer', 'approved', []],
    ['skip-site', 'approved', []],
    ['note-employment', 'in-review', []],
    ['expire', 'submitted', []],
  ])('%s while %s: %s', ([action, status, kinds]) => {
    const result = decide(aRequest({ status }), action);
    expect(result.ok && result.value.mails.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('nothing, when the address was never confirmed', () => {
    expect(decided(aRequest({ status: 'submitted' }), commands.withdraw).mails).toEqual([]);
  });

  test('each time in a mail of its own: two steps never queue the same mail', () => {
    const held = decided(aRequest(), commands.hold);
    const resumed = decided(held.next, commands.resume);
    expect(held.mails[0]?.round).not.toBe(resumed.mails[0]?.round);
  });
});

describe('the audit of a request', () => {
  const life: RequestCommand[] = [
    commands.confirm,
    commands.match,
    commands.approve,
    commands['note-offer'],
    commands['return-to-review'],
    commands.withdraw,
  ];
  const submitted = record<PlacementRequest>(null, aRequest({ status: 'submitted' }), 'submit', coordinator);
  const lines: AuditLine[] = [submitted.audit];
  let request = submitted.next;
  for (const command of life) {
    const { next, audit } = decided(request, command);
    lines.push(audit);
    request = next;
  }

  test('is one whole chain, a line for each step, without gaps', () => {
    expect(lines.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(firstBreak(lines)).toBeNull();
    expect(request.auditHash).toBe(lines.at(-1)?.hash);
  });

  test.for([
    ['an actor', (line: AuditLine) => ({ ...line, actor: { kind: 'admin', id: 'somebody' } as const })],
    ['an instant', (line: AuditLine) => ({ ...line, at: '2026-12-01T15:00:00.001Z' })],
    ['an action', (line: AuditLine) => ({ ...line, action: 'reject' })],
    ['a status', (line: AuditLine) => ({ ...line, to: 'placed' })],
  ] as const)('shows that somebody changed %s of it', ([, tamper]) => {
    const tampered = lines.map((line, index) => (index === 2 ? tamper(line) : line));
    expect(firstBreak(tampered)).toBe(tampered[2]);
  });

  test('shows that a line is missing', () => {
    expect(firstBreak(lines.toSpliced(3, 1))).toBe(lines[4]);
  });

  test('holds ids only', () => {
    expect(JSON.stringify(lines)).not.toContain(request.contact.name);
    expect(JSON.stringify(lines)).not.toContain(request.contact.email);
  });
});
