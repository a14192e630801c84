import type { FacilityView } from '../shared/contracts/facility-view.ts';
import { FacilityDone, type FacilityDoneCode } from '../shared/contracts/facility-pages.ts';
import { Discipline } from '../shared/domain/discipline.ts';
import type { FacilityBase } from '../shared/html/facility/addresses.ts';
import type { SiteOfferView } from '../shared/html/facility/site-page.ts';
import { HttpProblem } from '../shared/http/problems.ts';

/** What the pages of a facility need of their address, for the function that shows them and the one that takes forms. */

type Parts = Readonly<Record<string, string | undefined>>;

/** Where the pages of a facility are: the token came with the address and stays in it. */
export const baseOf = ({ token = '' }: Parts): FacilityBase => `/facility/${encodeURIComponent(token)}`;

/** The discipline that an address names. */
export const disciplineIn = ({ discipline }: Parts): Discipline => {
  const known = Discipline.safeParse(discipline);
  if (!known.success) throw new HttpProblem('no-such-route');
  return known.data;
};

export const siteIn = ({ siteOffers }: FacilityView, discipline: Discipline): SiteOfferView | null =>
  siteOffers.find((one) => one.discipline === discipline) ?? null;

const doneWords: Readonly<Record<FacilityDoneCode, string>> = {
  saved: 'Saved.',
  unchanged: 'There was nothing to change.',
  seats: 'Your seats are saved. Whoever waits is matched with them at once.',
};

/** What a form has just done, in a sentence; addresses say it by a code of a closed set. */
export const doneIn = (query: Parts): { readonly done?: string } => {
  const { done } = FacilityDone().parse({ done: query['done'] });
  return done === undefined ? {} : { done: doneWords[done] };
};
