import { listed, onDate } from '../../domain/wording.ts';
import { mostTogether } from '../cover-sites.ts';
import type { Coverage } from '../matching-types.ts';

/** The sites that cover the required categories together, in words. Read by coordinators: nobody is "you". */

const sitesInWords = ({ sites }: Coverage): string =>
  listed(sites.map(({ facilityName, categories }) => `${facilityName} (${listed(categories)})`));

const covering = (coverage: Coverage): string => {
  const { sites, uncovered } = coverage;
  if (sites.length === 0) return 'No candidate says that it does any of the required categories.';
  if (uncovered.length > 0) return `Most of the required categories together: ${sitesInWords(coverage)}.`;
  return sites.length === 1
    ? `One site does all of the required categories: ${sitesInWords(coverage)}.`
    : `The fewest sites that together do all of the required categories: ${sitesInWords(coverage)}.`;
};

const missing = ({ sites, uncovered, nowhere }: Coverage): readonly string[] => {
  if (sites.length === 0) return [];
  const elsewhere = uncovered.filter((category) => !nowhere.includes(category));
  return [
    ...(nowhere.length > 0 ? [`No candidate says that it does ${listed(nowhere)}.`] : []),
    ...(elsewhere.length > 0 ? [`No ${mostTogether} sites together do ${listed(elsewhere)} as well.`] : []),
  ];
};

const finish = ({ sites, finishesOn, atBest }: Coverage): readonly string[] => {
  if (finishesOn === null || sites.length < 2) return [];
  return [
    `With the training at all of them every record could be there by ${onDate(finishesOn)}${atBest ? ' at best' : ''}; a day's limit of records holds for them together.`,
  ];
};

/** `The fewest sites that together do all of the required categories: Birch (head) and Cedar (chest). …` */
export const describeCoverage = (coverage: Coverage): string =>
  [covering(coverage), ...missing(coverage), ...finish(coverage)].join(' ');
