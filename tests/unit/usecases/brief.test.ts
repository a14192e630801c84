import { describe, expect, it } from 'vitest';
import { briefOf } from '../../../shared/usecases/brief.ts';
import { aCover, anEmployment, aPlace, aReadiness, aRequest, milesNorth, weekly } from '../../support/builders.ts';
import { anOfferSubject } from '../../support/mail-samples.ts';

const factsOf = (
  request: Parameters<typeof aRequest>[0],
  offer: Parameters<typeof anOfferSubject>[0] = {},
  facility = anOfferSubject().facility,
) => {
  const { facts } = briefOf(anOfferSubject(offer, { request: aRequest(request), facility }));
  return Object.fromEntries(facts.map(({ label, value }) => [label, value]));
};
const homeAt = (miles: number) =>
  factsOf({ home: milesNorth(miles) }, {}, { ...anOfferSubject().facility, place: aPlace() })['Lives'];

describe('the region in a brief', () => {
  it.each([
    [4, 'MA, under 10 miles from you in a straight line'],
    [14, 'MA, 10 to 20 miles from you in a straight line'],
    [97, 'MA, 90 to 100 miles from you in a straight line'],
    [120, 'MA, 100 to 150 miles from you in a straight line'],
  ])('at %i miles is a band wide enough to hide a home', (miles, words) => {
    expect(homeAt(miles)).toBe(words);
  });

  it('says what is known where a point is missing', () => {
    expect(factsOf({ home: aPlace({ point: null }) })['Lives']).toBe('MA');
    expect(factsOf({ home: aPlace({ point: null, state: null }) })['Lives']).toBe('not known');
  });
});

describe('the facts of a brief', () => {
  it('tell an employer’s claim from what the employer confirmed', () => {
    const [claimed, confirmed] = [false, true].map((employmentConfirmed) =>
      factsOf({ employmentConfirmed }, { track: 'employer' }),
    );
    expect(claimed?.['Relation to you']).toBe('your own employee (as they say; please check)');
    expect(confirmed?.['Relation to you']).toBe('your own employee');
  });

  it('show the shifts to the own employer, and to nobody else', () => {
    const employment = anEmployment({ regularHours: { kind: 'weekly', windows: weekly('mon tue', '07:00', '15:30') } });
    expect(factsOf({ wishes: { employment } }, { track: 'employer' })['Works for you']).toBe(
      'Mon, Tue 7 AM to 3:30 PM',
    );
    expect(factsOf({ wishes: { employment } }, { track: 'sister' })).not.toHaveProperty('Works for you');
  });

  it('name hours, free times and what is ready, with its end', () => {
    const readiness = aReadiness({ insurance: { cover: aCover(), willBuy: 'yes' } });
    const facts = factsOf({
      wishes: {
        minWeeklyMinutes: 480,
        wantedWeeklyMinutes: 960,
        availability: weekly('sat sun', '08:00', '16:00'),
        blocks: [{ from: '2027-02-01', to: '2027-02-14' }],
        readiness,
      },
    });
    expect(facts).toMatchObject({
      'Hours wanted': '16 hours a week if possible, at least 8 hours',
      'Free for training': 'Sat, Sun 8 AM to 4 PM; whole weeks from February 1, 2027, to February 14, 2027',
      'HIPAA education': 'completed with an online course, valid to December 31, 2027',
      'Liability insurance': '$1,000,000 a claim, $1,000,000 in all, occurrence policy, valid to December 31, 2027',
      'Also ready':
        'Basic Life Support, valid to December 31, 2027; background check; your health requirements; structured education',
    });
  });

  it('name the clock of free times that are said in another zone than the facility’s', () => {
    const home = aPlace({ zone: 'America/Phoenix' });
    expect(factsOf({ home, wishes: { availability: weekly('sat', '08:00', '16:00') } })).toMatchObject({
      'Free for training': 'Sat 8 AM to 4 PM (by the clock in America/Phoenix)',
    });
  });

  it('say “not said yet” where nothing was said, and never “no” for it', () => {
    const readiness = aReadiness({ structuredEducation: 'unknown' });
    const facts = factsOf({ wishes: { availability: null, readiness } });
    expect(facts).toMatchObject({
      'Free for training': 'not said yet',
      'Not confirmed yet': 'structured education (not said yet)',
    });
  });
});
