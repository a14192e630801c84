import { describe, expect, it } from 'vitest';
import { checkedPersonalAddress } from '../../../shared/domain/personal-address.ts';
import { refusal } from '../../support/world.ts';

const check = (email: string) => checkedPersonalAddress('contact.email', email);

describe('the address of a technologist', () => {
  it.each([
    ['noreply@example.org', 'function'],
    ['No-Reply@example.org', 'function'],
    ['do_not.reply@example.org', 'function'],
    ['admin+me@example.org', 'function'],
    ['postmaster@example.org', 'function'],
    ['abuse@example.org', 'function'],
    ['human.resources@example.org', 'function'],
    ['Radiology@example.org', 'function'],
    ['3195550100@vtext.com', 'text messages'],
    ['3195550100@TXT.att.net', 'text messages'],
    ['3195550100@tmomail.net', 'text messages'],
    ['technologists@googlegroups.com', 'mailing list'],
    ['class-of-2027@lists.example.org', 'mailing list'],
    ['rad-tech-request@example.org', 'mailing list'],
    ['owner-radtech@example.org', 'mailing list'],
  ])('may not be %s, and says why and what would do', (email, why) => {
    expect(refusal(check(email))).toMatchObject({
      code: 'invalid-input',
      field: 'contact.email',
      detail: expect.stringContaining(why) as unknown,
    });
    expect(refusal(check(email)).detail).toContain('please give an address that only you read');
  });

  it.each([
    'ada@example.org',
    'jane.hr@example.org',
    'adminah@example.org',
    'info.jane@example.org',
    'listowel@example.org',
    'jane@vtext.com.example.org',
    'jane@mylists.example.org',
    'it-jane@example.org',
  ])('may be %s', (email) => {
    expect(check(email)).toEqual({ ok: true, value: undefined });
  });
});
