import { expect, test } from 'vitest';
import { readableName } from '../../../local/import/readable-name.ts';

test.each([
  ['SOUTHEAST HEALTH MEDICAL CENTER', 'Southeast Health Medical Center'],
  ["ST. VINCENT'S EAST", "St. Vincent's East"],
  ['THE HOSPITAL OF THE CITY OF TROY AND PIKE COUNTY', 'The Hospital of the City of Troy and Pike County'],
  ['SANCTUARY AT THE WOODLANDS, THE', 'Sanctuary at the Woodlands, The'],
  ['FRESNO VA MEDICAL CENTER', 'Fresno VA Medical Center'],
  ['UPMC GREENE', 'UPMC Greene'],
  ['SANTA MONICA - UCLA MED CTR', 'Santa Monica - UCLA Med Ctr'],
  ['HOSPITAL MENONITA II', 'Hospital Menonita II'],
  ['MCGEHEE HOSPITAL', 'McGehee Hospital'],
  ['PIEDMONT MACON NORTH HOSPITAL', 'Piedmont Macon North Hospital'],
  ["O'CONNOR HOSPITAL", "O'Connor Hospital"],
  ["CHILDREN'S & WOMEN'S  HOSPITAL", "Children's & Women's Hospital"],
  ['D W MCMILLAN MEMORIAL HOSPITAL', 'D W McMillan Memorial Hospital'],
  ['LOUIS A WEISS MEMORIAL HOSPITAL', 'Louis A Weiss Memorial Hospital'],
  ['SSM HEALTH ST JOSEPH HOSPITAL, LLC', 'SSM Health St Joseph Hospital, LLC'],
  ['Bassett ACH (FT Wainwright)', 'Bassett ACH (Ft Wainwright)'],
  ['CONWAY MEDICAL CENTER, INC.', 'Conway Medical Center, Inc.'],
  ['BANNER-UNIVERSITY MEDICAL CENTER', 'Banner-University Medical Center'],
  ['1375 E 19TH AVE NW', '1375 E 19th Ave NW'],
  ['401 VANITY FAIR LANE, PO BOX 618', '401 Vanity Fair Lane, PO Box 618'],
  ['218A HWY 11 BLVD', '218A Hwy 11 Blvd'],
  ['', ''],
])('%s → %s', (name, readable) => {
  expect(readableName(name)).toBe(readable);
});

test('a name that is readable already stays as it is', () => {
  expect(readableName('Mary McLeod Hospital of the VA')).toBe('Mary McLeod Hospital of the VA');
});
