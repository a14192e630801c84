import * as z from 'zod';
import { Discipline, Track } from '../domain/discipline.ts';
import { HipaaSource } from '../domain/readiness.ts';
import { routesFor } from './route.ts';

const forAnyone = routesFor({ tag: 'Technologists', served: 'public-read', access: { by: 'anyone' } });

/** What a form for requests is made of beside its fields. */
export const readFormData = forAnyone({
  id: 'readFormData',
  method: 'GET',
  path: '/api/form-data',
  summary: 'Names for the choices of a request, and the answers that are likely: to be offered, and edited',
  success: {
    status: 200,
    body: () =>
      z.object({
        disciplines: z.record(Discipline, z.string()),
        tracks: z.record(Track, z.string()),
        hipaaSources: z.record(HipaaSource, z.string()),
        /** R9: where HIPAA education is likely to come from, by the track that a technologist hopes for. */
        likelyHipaaSources: z.record(Track, HipaaSource),
      }),
  },
});

export const formDataRoutes = [readFormData] as const;
