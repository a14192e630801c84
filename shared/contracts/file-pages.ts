import * as z from 'zod';
import { FacilityStatusName } from './common.ts';
import { ofFiles } from './coordinator-pages.ts';
import { actFilter, filled } from './filters.ts';

export const filesPage = ofFiles({
  id: 'filesPage',
  method: 'GET',
  path: '/coordinator/files',
  summary: 'Facilities, what they offer and their seats, out of the service and into it, as CSV',
  success: { status: 200, body: 'html' },
});

/** What can be taken out, by the name of its file. */
export const fileNames = [
  'facilities.csv',
  'site-offers.csv',
  'intakes.csv',
  'sites.csv',
  'requests.csv',
  'history.csv',
] as const;
export type FileName = (typeof fileNames)[number];

export const fileDownload = ofFiles({
  id: 'fileDownload',
  method: 'GET',
  path: '/coordinator/files/{file}',
  summary: 'One of the files, safe to open in a spreadsheet; facilities by `status` and `state`',
  params: () => z.strictObject({ file: z.enum(fileNames) }),
  query: () =>
    z.strictObject({
      status: filled(FacilityStatusName()),
      state: filled(
        z
          .string()
          .regex(/^[A-Za-z]{2}$/, 'must be two letters, such as MA')
          .toUpperCase(),
      ),
      ...actFilter(),
    }),
  success: { status: 200, body: 'text' },
});

export const importPreviewForm = ofFiles({
  id: 'importPreviewForm',
  method: 'POST',
  path: '/coordinator/files',
  summary: 'Shows what a file would change; writes nothing',
  takesFile: true,
  success: { status: 200, body: 'html' },
});

export const importForm = ofFiles({
  id: 'importForm',
  method: 'POST',
  path: '/coordinator/files/import',
  summary: 'Does what was shown of a file, if it is still the same',
  takesFile: true,
  success: { status: 200, body: 'html' },
});

export const filePageRoutes = [filesPage, fileDownload, importPreviewForm, importForm] as const;
