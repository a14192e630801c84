import { describe, expect, it } from 'vitest';
import { later } from '../../../shared/domain/durations.ts';
import type { FacilityStatus } from '../../../shared/domain/facility.ts';
import { MailKind, mailKinds } from '../../../shared/domain/mail.ts';
import { whyNotDue, type NotDue } from '../../../shared/email/still-due.ts';
import type { OfferSubject } from '../../../shared/email/subject.ts';
import { aFacility, anEmployment, aRequest, now } from '../../support/builders.ts';
import { anOfferSubject, mailSamples } from '../../support/mail-samples.ts';

const kindsAbout = (of: 'request' | 'facility' | 'offer') =>
  MailKind.options.filter((kind) => mailSamples[kind].subject.of === of);

/** The sample of a kind, with something changed since it was queued. */
const since = (kind: MailKind, change: Partial<OfferSubject>, at = now): NotDue | null => {
  const { mail, subject } = mailSamples[kind];
  return whyNotDue(mail, { ...subject, ...change }, at);
};

/** Mails to the facility that tell of an arrangement which it is part of. */
const arrangements: readonly MailKind[] = [
  'introduction-facility',
  'introduction-technologist',
  'placement-start-facility',
  'completion-question-facility',
  'outcome-question-facility',
  'offer-cancelled-facility',
];
const toFacility = kindsAbout('offer').filter((kind) => mailKinds[kind].recipient === 'facility');

describe('a facility that paused', () => {
  const facility = aFacility({ status: 'paused' });

  it.each(toFacility.filter((kind) => !arrangements.includes(kind)))(
    'gets no %s, although it was queued before',
    (kind) => {
      expect(since(kind, { facility })).toBe('facility-paused');
    },
  );

  it.each(arrangements)('still hears of what it is part of: %s', (kind) => {
    expect(since(kind, { facility })).toBeNull();
  });

  it('is introduced to nobody by its standing consent', () => {
    const { subject } = mailSamples['introduction-facility'];
    const direct = subject.of === 'offer' ? { ...subject.offer, direct: true } : undefined;
    for (const kind of ['introduction-facility', 'introduction-technologist'] as const)
      expect(since(kind, { facility, offer: direct })).toBe('facility-paused');
  });

  it('gets its link when it asks for it', () => {
    expect(since('facility-access', { facility })).toBeNull();
  });
});

describe.each<FacilityStatus>(['left', 'claimed', 'awaiting-vetting', 'refused', 'expired'])(
  'a facility that is %s',
  (status) => {
    it.each([...toFacility, 'facility-open'] as const)('gets no %s', (kind) => {
      expect(since(kind, { facility: aFacility({ status }) })).toBe('facility-not-open');
    });

    it('gets nobody introduced to it, on either side', () => {
      expect(since('introduction-technologist', { facility: aFacility({ status }) })).toBe('facility-not-open');
    });
  },
);

describe('a changed contact of a facility', () => {
  it.each(kindsAbout('facility'))('stops the mail %s that was queued for the former one', (kind) => {
    const { subject } = mailSamples[kind];
    const facility = subject.of === 'facility' ? { ...subject.facility, accessVersion: 2 } : undefined;
    expect(since(kind, { facility })).toBe('link-superseded');
  });
});

describe.each(['withdrawn', 'rejected', 'expired'] as const)('a request that is %s', (status) => {
  const request = aRequest({ status });

  it.each(
    kindsAbout('offer').filter(
      (kind) => !['brief-lapsed', 'offer-cancelled-facility', 'question-raised'].includes(kind),
    ),
  )('stops the mail %s', (kind) => {
    expect(since(kind, { request })).toBe('request-ended');
  });

  it('still tells the facility that the placement is off', () => {
    expect(since('offer-cancelled-facility', { request })).toBeNull();
  });
});

describe('an address that nobody confirmed', () => {
  it.each(kindsAbout('request').filter((kind) => kind !== 'confirm-request'))('gets no %s', (kind) => {
    for (const status of ['submitted', 'expired'] as const)
      expect(since(kind, { request: aRequest({ status }) })).toBe('request-not-confirmed');
  });

  it('is not asked any more when the time to confirm is over, or when it has confirmed', () => {
    const { request } = { request: aRequest({ status: 'submitted' }) };
    expect(since('confirm-request', {}, request.confirmBy)).toBe('time-over');
    expect(since('confirm-request', { request: aRequest({ status: 'confirmed' }) })).toBe('link-superseded');
    expect(since('confirm-facility', {}, later(now, 30, 'day'))).toBe('time-over');
    expect(since('confirm-facility', { facility: aFacility() })).toBe('link-superseded');
  });
});

describe('a brief', () => {
  const { offer } = anOfferSubject();

  it('is not sent when its link is superseded, its time over or its offer answered', () => {
    expect(since('brief', { offer: { ...offer, linkVersion: 2 } })).toBe('link-superseded');
    expect(since('brief', {}, offer.answerBy)).toBe('time-over');
    for (const status of ['accepted', 'declined', 'lapsed', 'cancelled'] as const)
      expect(since('brief', anOfferSubject({ status }))).toBe('offer-moved-on');
  });

  it.each(['employer', 'sister'] as const)(
    'goes to a site of the track %s only with the consent to contact the employer',
    (track) => {
      const asked = (contactConsent: 'yes' | 'no' | 'unknown') =>
        since('brief', {
          offer: { ...offer, track },
          request: aRequest({ status: 'approved', wishes: { employment: anEmployment({ contactConsent }) } }),
        });
      expect([asked('yes'), asked('no'), asked('unknown')]).toEqual([null, 'consent-missing', 'consent-missing']);
      expect(since('brief', { offer: { ...offer, track }, request: aRequest({ status: 'approved' }) })).toBe(
        'consent-missing',
      );
    },
  );
});

describe('an introduction', () => {
  it.each(['introduction-technologist', 'introduction-facility'] as const)(
    'is not sent as %s without the technologist’s consent, or when it was called off',
    (kind) => {
      expect(since(kind, anOfferSubject({ status: 'introduced', technologistConsent: 'awaited' }))).toBe(
        'consent-missing',
      );
      expect(since(kind, anOfferSubject({ status: 'cancelled' }))).toBe('offer-moved-on');
    },
  );
});

describe('a question', () => {
  it('is not asked twice: neither the consent that was given nor a question that was answered', () => {
    expect(since('consent-question', anOfferSubject({ status: 'accepted', technologistConsent: 'given' }))).toBe(
      'question-answered',
    );
    const questions = [{ question: 'When?', askedAt: now, reply: 'Soon.', repliedAt: now }];
    expect(since('question-raised', anOfferSubject({ questions }))).toBe('question-answered');
  });
});
