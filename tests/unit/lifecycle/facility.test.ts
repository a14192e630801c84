import { describe, expect, test } from 'vitest';
import { firstBreak, type AuditLine } from '../../../shared/domain/audit.ts';
import { digestOf, type Facility, type FacilityStatus } from '../../../shared/domain/facility.ts';
import {
  decideFacility,
  facilityTransitions,
  type FacilityCommand,
} from '../../../shared/domain/facility-lifecycle.ts';
import { record, type Decider } from '../../../shared/domain/machine.ts';
import { aFacility, aPlace, now } from '../../support/builders.ts';
import { cellsOf, cellsOfTable, sorted } from './matrix.ts';

/** Written out, so that a change of the table is a change of this test, too. */
const matrix = `
  action          claimed           awaiting-vetting  open     paused   refused  expired  left
  confirm         awaiting-vetting  -                 -        -        -        -        -
  expire          expired           -                 -        -        -        -        -
  vet             -                 open              -        -        -        -        -
  refuse          -                 refused           -        -        -        -        -
  edit            -                 awaiting-vetting  open     paused   -        -        -
  change-contact  -                 claimed           claimed  claimed  -        -        -
  pause           -                 -                 paused   -        -        -        -
  resume          -                 -                 -        open     -        -        -
  leave           left              left              left     left     -        -        -
  join-system     -                 awaiting-vetting  open     paused   -        -        -
  revoke-access   -                 awaiting-vetting  open     paused   -        -        -
`;

const coordinator: Decider = { now, actor: { kind: 'coordinator', id: 'coordinator-1' } };
const confirmBy = '2026-12-04T15:00:00.000Z';
const contact = { name: 'Rowan Sample', role: 'director', email: 'rowan@birch.example.org', phone: null };

const commands: Record<string, FacilityCommand> = {
  confirm: { action: 'confirm' },
  expire: { action: 'expire' },
  vet: { action: 'vet', evidence: 'Called the main number.' },
  refuse: { action: 'refuse', reason: 'Nobody there knows the claimant.' },
  edit: { action: 'edit', profile: { ...aFacility().profile, setting: 'small-clinic' }, place: aPlace() },
  'change-contact': { action: 'change-contact', contact, confirmBy },
  pause: { action: 'pause' },
  resume: { action: 'resume' },
  leave: { action: 'leave' },
  'join-system': { action: 'join-system', healthSystemId: 'sys_laurel' },
  'revoke-access': { action: 'revoke-access' },
};
const decide = (facility: Facility, action: string, at = action === 'expire' ? confirmBy : now) => {
  const command = commands[action];
  if (command === undefined) throw new Error(`no command for ${action}`);
  return decideFacility(facility, command, { ...coordinator, now: at });
};
const decided = (facility: Facility, action: string) => {
  const result = decide(facility, action);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

describe('the life of a facility', () => {
  test('is the table as it is written out here', () => {
    expect(sorted(cellsOfTable(facilityTransitions))).toEqual(sorted(cellsOf(matrix)));
  });

  test.for(cellsOf(matrix))('$action while $from leads to $to', ({ from, action, to }) => {
    const facility = aFacility({ status: from as FacilityStatus });
    const result = decide(facility, action);
    const taken = { next: { status: to, version: 2 }, audit: { of: facility.id, version: 2, from, to } };
    expect(result).toMatchObject(
      to === null ? { ok: false, refusal: { code: 'action-not-possible' } } : { ok: true, value: taken },
    );
  });

  test('only open ones are matched: no other state says so to its site offers', () => {
    const statuses = Object.keys(facilityTransitions) as FacilityStatus[];
    expect(statuses.filter((status) => digestOf(aFacility({ status })).open)).toEqual(['open']);
  });

  test('a changed contact is vetted again, and the links of the former one end at once', () => {
    const { next, mails } = decided(aFacility({ accessVersion: 4 }), 'change-contact');
    expect(next).toMatchObject({ status: 'claimed', contact, confirmBy, accessVersion: 5 });
    expect(next).not.toHaveProperty('vetting');
    expect(mails).toEqual([]);
  });

  test('a vetting keeps who did it, when, and on what evidence', () => {
    expect(decided(aFacility({ status: 'awaiting-vetting' }), 'vet').next).toMatchObject({
      vetting: { by: 'coordinator-1', at: now, evidence: 'Called the main number.' },
    });
  });

  test('a pause keeps the vetting', () => {
    const facility = aFacility();
    expect(decided(decided(facility, 'pause').next, 'resume').next).toMatchObject({ vetting: facility.vetting });
  });

  test('ends its time to confirm at the instant that was said, not a millisecond before', () => {
    const claimed = aFacility({ status: 'claimed', confirmBy });
    const justBefore = '2026-12-04T14:59:59.999Z';
    expect(decide(claimed, 'confirm', justBefore).ok).toBe(true);
    expect(decide(claimed, 'expire', justBefore).ok).toBe(false);
    expect(decide(claimed, 'confirm', confirmBy).ok).toBe(false);
    expect(decide(claimed, 'expire', confirmBy).ok).toBe(true);
  });

  test('is one whole audit chain', () => {
    const first = record<Facility>(null, aFacility({ status: 'claimed' }), 'claim', coordinator);
    const lines: AuditLine[] = [first.audit];
    let facility = first.next;
    for (const action of ['confirm', 'vet', 'edit', 'join-system', 'pause', 'resume', 'change-contact', 'leave']) {
      const { next, audit } = decided(facility, action);
      lines.push(audit);
      facility = next;
    }
    expect(firstBreak(lines)).toBeNull();
    expect(lines).toHaveLength(facility.version);
    expect(JSON.stringify(lines)).not.toContain('example.org');
  });
});

describe('what the facility is told of a step', () => {
  test.for<[string, FacilityStatus, string[]]>([
    ['confirm', 'claimed', []],
    ['vet', 'awaiting-vetting', ['facility-open']],
    // The use-case asks to confirm, once a day for each address.
    ['change-contact', 'open', []],
    ['revoke-access', 'open', ['facility-access']],
    ['pause', 'open', []],
    ['resume', 'paused', []],
    ['leave', 'open', []],
    ['join-system', 'open', []],
    // Whoever claims what is not theirs is told nothing that helps to do it better.
    ['refuse', 'awaiting-vetting', []],
  ])('%s while %s: %s', ([action, status, kinds]) => {
    expect(decided(aFacility({ status }), action).mails.map(({ kind }) => kind)).toEqual(kinds);
  });
});
