import { requestSteps } from '../shared/contracts/request-form/steps.ts';
import type { Draft } from '../shared/domain/draft.ts';
import type { DraftView } from '../shared/html/request-form/draft-pages.ts';
import { errorsIn, type CheckedDraft } from '../shared/http/request-form.ts';

/** Where the pages of a draft are: the token came with the address and stays in it. */
export const baseOf = ({ token = '' }: Readonly<Record<string, string | undefined>>): `/${string}` =>
  `/request/${encodeURIComponent(token)}`;

/** What the pages of a draft show of it as a whole. */
export const viewOf = (draft: Draft, base: `/${string}`, checked: CheckedDraft): DraftView => ({
  draft,
  base,
  unfinished: new Set(requestSteps.filter((step) => Object.keys(errorsIn(checked, step)).length > 0)),
});
