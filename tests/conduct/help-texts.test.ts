import { describe, expect, test } from 'vitest';
import { tracks } from '../../shared/domain/discipline.ts';
import { hipaaSourceNames, likelyHipaaSources } from '../../shared/domain/readiness.ts';
import type { InsuranceDemand } from '../../shared/domain/site-offer.ts';
import { homePage } from '../../shared/html/home-page.ts';
import { renderPage } from '../../shared/html/render.ts';
import { statusPage } from '../../shared/html/status/status-page.ts';
import { assess } from '../../shared/matching/find-candidates.ts';
import { explain } from '../../shared/matching/phrases.ts';
import { readFormData } from '../../shared/usecases/read-form-data.ts';
import { requestForTechnologist } from '../../shared/usecases/views/request-for-technologist.ts';
import { aContext, anOffer, aRequest, aFacility, aSite } from '../support/builders.ts';

/** What a page says, without its marks. */
const textOf = async (page: Parameters<typeof renderPage>[0]): Promise<string> =>
  (await renderPage(page)).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

const home = await textOf(homePage({ coordinatorEmail: 'coordinator@example.org' }));

/** Every percentage that the survey's summary gives. */
const surveyFigures = [78.9, 19.7, 10.6, 71.3, 24.5, 8.4, 5.6, 65.5, 16.2, 14.1, 2.8, 1.4, 78.6];

const percentagesIn = (text: string): number[] =>
  [...text.matchAll(/(\d+(?:\.\d+)?)\s?%/g)].map(([, figure]) => Number(figure));

describe('R7: where cover is missing, the ways to get it are named', () => {
  const insurance = {
    required: 'yes',
    perClaimCents: 100_000_000,
    aggregateCents: 300_000_000,
    policyTypes: ['occurrence'],
    ofOwnEmployeesToo: false,
  } satisfies InsuranceDemand;
  const words = assess(aRequest(), aSite({ terms: { insurance } }), aContext())
    .verdicts.flatMap((verdict) => [[verdict], verdict.also, verdict.notes].flat())
    .map(explain)
    .join(' ');

  test('program, site or own policy, and HPSO as one seller of several', () => {
    for (const way of [/program/, /site/, /policy of your own/, /One of several sellers is HPSO/])
      expect(words).toMatch(way);
  });

  test('without an endorsement', () => {
    expect(words).toMatch(/we recommend none in particular/);
    expect(words).not.toMatch(/\b(best|should buy|endorse)/i);
  });
});

describe('R9: the likely source of HIPAA education is suggested for the track, and can be edited', () => {
  test('by the party that trains on that track', () => {
    expect(likelyHipaaSources).toEqual({
      employer: 'employer',
      sister: 'employer',
      program: 'educational-program',
      'other-provider': 'clinical-facility',
      other: 'clinical-facility',
    });
  });

  test('to every form, beside all the other sources that may be chosen instead', async () => {
    const data = await readFormData()({}, { actor: { kind: 'service', id: 'public' } });
    expect(data).toMatchObject({ ok: true, value: { likelyHipaaSources, hipaaSources: hipaaSourceNames } });
    expect(Object.keys(likelyHipaaSources)).toEqual(tracks);
  });
});

describe('R11, R31: the survey’s figures are shown as description, with their source', () => {
  test('how people found their sites, and in which settings', () => {
    expect(percentagesIn(home)).toEqual([71.3, 24.5, 8.4, 5.6, 78.9, 19.7, 10.6]);
  });

  test('no figure that the source has not', () => {
    for (const figure of percentagesIn(home)) expect(surveyFigures).toContain(figure);
  });

  test('with who asked whom, where to read it, and that several answers were possible', () => {
    for (const part of ['American Society of Radiologic Technologists', 'asrt.org', 'Several answers were possible'])
      expect(home).toContain(part);
  });

  test('without promising a chance', () => {
    expect(home).toContain('no promise of how likely you are to find one');
    expect(home).not.toMatch(/\b(your chances?|odds|success rate|guarantee)/i);
  });

  test('a status page tells no figures and no chance, whatever it stands at', async () => {
    for (const status of ['confirmed', 'in-review', 'approved', 'on-hold', 'placed', 'completed'] as const) {
      const { intake } = aSite();
      const view = requestForTechnologist(aRequest({ status }), [{ offer: anOffer(), intake, facility: aFacility() }]);
      const page = await textOf(statusPage({ request: view, base: '/status/token' }));
      expect(percentagesIn(page)).toEqual([]);
      expect(page).not.toMatch(/\b(chances?|odds|likely|probab|guarantee)/i);
    }
  });
});
