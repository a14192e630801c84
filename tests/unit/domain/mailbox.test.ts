import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailboxOf } from '../../../shared/domain/mailbox.ts';

describe('the mailbox behind an address', () => {
  it.each([
    ['Ada@Example.org', 'ada@example.org'],
    [' ada@example.org ', 'ada@example.org'],
    ['ada@example.org.', 'ada@example.org'],
    ['ada+ct@example.org', 'ada@example.org'],
    ['ada+ct+mri@example.org', 'ada@example.org'],
    ['a.da@example.org', 'a.da@example.org'],
    ['A.d.a+x@gmail.com', 'ada@gmail.com'],
    ['a.da@googlemail.com', 'ada@gmail.com'],
    ['a.da@mail.gmail.com.example.org', 'a.da@mail.gmail.com.example.org'],
    // A plus at the beginning is no separator: or all such addresses of a domain were one person.
    ['+ada@example.org', '+ada@example.org'],
    ['ada@Bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example'],
    ['"odd@part"@example.org', '"odd@part"@example.org'],
    ['"a+b"@example.org', '"a+b"@example.org'],
  ])('of %s is %s', (address, mailbox) => {
    expect(mailboxOf(address)).toBe(mailbox);
  });

  it('is the same for every way to write a plus-part, capitals and, at Google, dots', () => {
    const letters = fc.stringMatching(/^[a-z]{2,12}$/);
    fc.assert(
      fc.property(letters, letters, fc.nat(), (name, tag, seed) => {
        const cut = (seed % (name.length - 1)) + 1;
        const dotted = `${name.slice(0, cut)}.${name.slice(cut)}`;
        expect(mailboxOf(`${dotted.toUpperCase()}+${tag}@GoogleMail.com`)).toBe(mailboxOf(`${name}@gmail.com`));
        expect(mailboxOf(`${name}+${tag}@example.org`)).toBe(mailboxOf(`${name}@example.org`));
        expect(mailboxOf(`${dotted}@example.org`)).not.toBe(mailboxOf(`${name}@example.org`));
      }),
    );
  });

  it('is its own mailbox', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect(mailboxOf(mailboxOf(address))).toBe(mailboxOf(address));
      }),
    );
  });
});
