import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { randomOf } from '../local/import/random.ts';
import type { Place } from '../shared/domain/primitives.ts';
import { zipPointsFile } from '../shared/geo/generate-zip-points.ts';
import { usMapFile } from '../shared/geo/generate-us-map.ts';
import { loadUsMap } from '../shared/geo/us-map.ts';
import { loadPlaces } from '../shared/geo/places.ts';
import { requestReviewPage } from '../shared/html/coordinator/review-page.ts';
import { supplyMapPage } from '../shared/html/coordinator/map-page.ts';
import { hiddenFields } from '../shared/html/forms.ts';
import type { Html } from '../shared/html/render.ts';
import { findCandidates } from '../shared/matching/find-candidates.ts';
import { openingsOf } from '../shared/matching/openings.ts';
import { reviewOf } from '../shared/usecases/read-review.ts';
import { countSupplyAndDemand } from '../shared/usecases/supply-and-demand.ts';
import { matchingView, openingsView } from '../shared/usecases/views/case.ts';
import { aRequest, aSite, now } from '../tests/support/builders.ts';
import { context, request, sitesToJudge } from './verdicts.ts';

const frame = { email: 'coordinator@example.org', token: hiddenFields({ formToken: 'x'.repeat(43) }) };

const facilities = 5_000;
const waiting = 2_000;

/** Places all over the country, the same ones in every run. */
const somePlaces = (count: number, name: string): readonly Place[] => {
  const zips =
    brotliDecompressSync(readFileSync(zipPointsFile))
      .toString('latin1')
      .match(/^\d{5}/gm) ?? [];
  const places = loadPlaces(zipPointsFile);
  const random = randomOf(name);
  return Array.from({ length: count }, () => places.locate(zips[random.int(0, zips.length - 1)] ?? '')).filter(
    (place) => place !== null,
  );
};

/** The review of a request with 500 candidates: matched, put into words and drawn, as for each look at it. */
const review = (): (() => Html) => {
  const sites = sitesToJudge();
  return () => {
    const matching = findCandidates(request, sites, context);
    const openings = openingsOf(request, matching, sites, context);
    const view = {
      request,
      ...matchingView(matching),
      ...openingsView(openings),
      offers: [],
      mails: [],
      suppression: null,
      audit: [],
    };
    const names = new Map(matching.candidates.map((one) => [one.facilityId, one.facilityName]));
    return requestReviewPage(frame, { review: reviewOf({ view, matching, sites }, names), now });
  };
};

/** The map of a discipline: counted, drawn and listed. */
const map = (): (() => Html) => {
  const usMap = loadUsMap(usMapFile);
  const sites = somePlaces(facilities, 'facilities').map((place, index) =>
    aSite({
      facilityId: `fac_map${String(index).padStart(4, '0')}`,
      facility: { place },
      intake: { seats: 1 + (index % 4) },
    }),
  );
  const requests = somePlaces(waiting, 'people').map((home, index) =>
    aRequest({ id: `req_map${index}`, home, wishes: { travelMiles: 10 + (index % 60) } }),
  );
  return () =>
    supplyMapPage(frame, {
      map: usMap(),
      discipline: 'CT',
      counts: { ...countSupplyAndDemand(sites, requests), more: false },
    });
};

/** What coordinators look at in a large country. */
export const coordinatorPages = (): Readonly<Record<string, () => Html>> => ({
  'review, 500 candidates': review(),
  'map, 5,000 facilities, 2,000 people': map(),
});
