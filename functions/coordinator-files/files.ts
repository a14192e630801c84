import * as pages from '../../shared/contracts/file-pages.ts';
import type { Result } from '../../shared/domain/result.ts';
import { emptyForm } from '../../shared/html/fields.ts';
import { filesOfCoordinators } from '../../shared/html/coordinator/files/files-page.ts';
import { importOfCoordinators } from '../../shared/html/coordinator/files/import-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import type { FormFields } from '../../shared/http/body.ts';
import { HttpProblem, valueOf } from '../../shared/http/problems.ts';
import type { SessionPages } from '../../shared/http/session-pages.ts';
import {
  exportActs,
  exportFacilities,
  exportRequests,
  type FacilityFilter,
} from '../../shared/usecases/files/export-files.ts';
import { importFacilities, type ImportPorts, planImport } from '../../shared/usecases/files/import-facilities.ts';
import type { SentFile } from '../../shared/usecases/files/import-plan.ts';
import type { AuditFilter } from '../../shared/usecases/read-audit-log.ts';

/** A file that was chosen, or the text that was pasted instead. */
const sentFile = ({ file, fileName, text, textName }: FormFields): SentFile => {
  const content = file ?? text;
  if (content === undefined)
    throw new HttpProblem('invalid-input', { detail: 'Please go back and choose a file, or paste its text.' });
  return { name: fileName ?? textName ?? 'pasted text', content };
};

const contentOf = async (
  ports: ImportPorts,
  file: pages.FileName,
  query: FacilityFilter & AuditFilter,
): Promise<Result<string>> => {
  switch (file) {
    case 'facilities.csv':
      return exportFacilities(ports)('facilities', query);
    case 'site-offers.csv':
      return exportFacilities(ports)('site-offers', query);
    case 'intakes.csv':
      return exportFacilities(ports)('intakes', query);
    case 'sites.csv':
      return exportFacilities(ports)('sites', query);
    case 'requests.csv':
      return exportRequests(ports)();
    case 'history.csv':
      return exportActs(ports)(query);
  }
};

/** Files out of the service and into it. */
export const pagesOfFiles = ({ page }: SessionPages, ports: ImportPorts): readonly Binding[] => [
  page(pages.filesPage, async ({ frame }) => ({ html: filesOfCoordinators(frame) })),

  page(pages.fileDownload, async ({ params: { file }, query }) => ({
    statusCode: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file}"`,
    },
    body: valueOf(await contentOf(ports, file, query)),
  })),

  page(pages.importPreviewForm, async ({ form, frame }) => {
    const file = sentFile(form);
    const plan = await planImport(ports)(file);
    return { html: importOfCoordinators(frame, { file, plan, outcome: null, state: emptyForm }) };
  }),

  page(pages.importForm, async ({ form, frame, call }) => {
    const file = sentFile(form);
    if (form['sure'] !== 'yes') {
      const errors = { sure: 'Please tick the box first, so that nothing is taken in by mistake.' };
      const plan = await planImport(ports)(file);
      return {
        status: 422,
        html: importOfCoordinators(frame, { file, plan, outcome: null, state: { values: {}, errors } }),
      };
    }
    const outcome = await importFacilities(ports)(file, form['seen'] ?? '', call);
    return { html: importOfCoordinators(frame, { file, plan: outcome.plan, outcome, state: emptyForm }) };
  }),
];
