import * as z from 'zod';
import { Figure, FigureTerms } from '../domain/requirements.ts';
import { SeenVersion } from './common.ts';
import { forUpkeep } from './for-coordinators.ts';
import { strictly } from './strictly.ts';

export const readRequirements = forUpkeep({
  id: 'readRequirements',
  method: 'GET',
  path: '/api/coordinator/requirements',
  summary: 'What certification asks for: every version of every figure, with its source',
  success: {
    status: 200,
    body: () =>
      z.object({
        /** Null: nothing was corrected yet. */
        version: z.int().nullable(),
        figures: z.array(
          z.object({
            /** In force today, from a later day on, or replaced by a newer version. */
            standing: z.enum(['in-force', 'later', 'replaced']),
            figure: Figure,
          }),
        ),
      }),
  },
});

export const correctRequirement = forUpkeep({
  id: 'correctRequirement',
  method: 'PUT',
  path: '/api/coordinator/requirements',
  summary:
    'Correct a figure: its next version, with its source and since when it holds; matching uses it within a minute',
  body: () => z.strictObject({ version: SeenVersion.nullable(), figure: strictly(FigureTerms) }),
  success: {
    status: 200,
    body: () => z.object({ version: z.int(), figureVersion: z.int() }),
  },
});

export const requirementRoutes = [readRequirements, correctRequirement] as const;
