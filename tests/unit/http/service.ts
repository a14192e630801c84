import { fileURLToPath } from 'node:url';
import type { Context } from 'aws-lambda';
import { apiDocs } from '../../../functions/api-docs/handler.ts';
import { coordinatorApi } from '../../../functions/coordinator-api/handler.ts';
import { coordinatorFiles } from '../../../functions/coordinator-files/handler.ts';
import { coordinatorRecords } from '../../../functions/coordinator-records/handler.ts';
import { coordinatorReview } from '../../../functions/coordinator-review/handler.ts';
import { coordinatorRounds } from '../../../functions/coordinator-rounds/handler.ts';
import { facilityAct } from '../../../functions/facility-act/handler.ts';
import { publicAct } from '../../../functions/public-act/handler.ts';
import { publicMatch } from '../../../functions/public-match/handler.ts';
import { publicRead } from '../../../functions/public-read/handler.ts';
import { signIn } from '../../../functions/sign-in/handler.ts';
import { upkeepApi } from '../../../functions/upkeep-api/handler.ts';
import { Role } from '../../../shared/domain/session.ts';
import type { OidcSignIn } from '../../../shared/http/oidc.ts';
import type { ServingFunction } from '../../../shared/contracts/route.ts';
import type { HttpAnswer, HttpEvent } from '../../../shared/http/binding.ts';
import type { serve } from '../../../shared/http/serve.ts';
import { loadUsMap } from '../../../shared/geo/us-map.ts';
import { loadPublicList } from '../../../shared/geo/public-list.ts';
import { linkTokens, type Link } from '../../../shared/links/tokens.ts';
import type { Log } from '../../../shared/observability/log.ts';
import { aWorld, type World } from '../../support/world.ts';

const usMapFile = fileURLToPath(new URL('../../../shared/geo/us-map.bin', import.meta.url));
const publicList = loadPublicList(fileURLToPath(new URL('../../../shared/geo/public-list.bin', import.meta.url)));

/** Signs the tokens in events/: a key of the tests, and of nothing else. */
const secret = { keys: new Map([['k1', 'for the tokens in events and nothing else']]), current: 'k1' };

const secretSource = () => Promise.resolve(secret);
const formKey = () => Promise.resolve('a key of forms in these tests');

/** Tokens in events hold until here, longer than any test lasts. */
const tokenEnd = '2027-06-01T00:00:00.000Z';

export const tokenFor = (link: Link, expiresAt: string | null = tokenEnd): string =>
  linkTokens(secret).issue(link, expiresAt);

export interface LogLine {
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A user pool whose every sign-in is the one that the query names; the real one is in the journeys. */
const aSignIn: OidcSignIn = {
  begin: (to) =>
    Promise.resolve({
      address: 'https://sign-in.example.org/authorize',
      attempt: { state: 'state', nonce: 'nonce', verifier: 'verifier', to },
    }),
  finish: (query) => {
    const said = new URLSearchParams(query);
    const roles = Role.options.filter((role) => said.getAll('role').includes(role));
    return Promise.resolve({ actorId: said.get('code') ?? '', email: 'sam@service.example.org', roles });
  },
  signOutAddress: () => Promise.resolve('https://sign-in.example.org/logout'),
};

/** The functions behind the HTTP API, on the real store. */
export interface Service extends World {
  readonly answer: (served: ServingFunction, event: HttpEvent) => Promise<HttpAnswer>;
  readonly logged: readonly LogLine[];
}

/** Calls a function as Lambda does. The context is empty: nothing of it is read. */
export const sendTo = async (handler: ReturnType<typeof serve>, event: HttpEvent): Promise<HttpAnswer> => {
  const answer = await handler(structuredClone(event), {} as Context, new AbortController());
  if (answer === undefined) throw new Error('The function gave no answer.');
  return answer;
};

export const serviceOn = (world: World): Service => {
  const logged: LogLine[] = [];
  const keep = (message: string, fields: Readonly<Record<string, unknown>>): void => {
    logged.push({ message, fields });
  };
  const log: Log = { info: keep, error: keep };
  const { ports } = world;
  const handlers = {
    'public-read': publicRead({
      ports,
      stated: ports.matching,
      publicList,
      secretSource,
      log,
      coordinatorEmail: 'coordinator@example.org',
    }),
    'public-match': publicMatch({ ports, secretSource, log }),
    'public-act': publicAct({ ports, stated: ports.matching, secretSource, log }),
    'coordinator-api': coordinatorApi({ ports, log }),
    'upkeep-api': upkeepApi({ ports, log }),
    'facility-act': facilityAct({ ports, secretSource, log }),
    'coordinator-review': coordinatorReview({ ports, formKey, log }),
    'coordinator-rounds': coordinatorRounds({ ports, formKey, log }),
    'coordinator-files': coordinatorFiles({ ports, formKey, log }),
    'coordinator-records': coordinatorRecords({ ports, usMap: loadUsMap(usMapFile), formKey, log }),
    'sign-in': signIn({ sessions: ports.store.sessions, clock: ports.clock, signIn: aSignIn, formKey, log }),
    'api-docs': apiDocs({ log }),
  };
  return {
    ...world,
    logged,
    answer: async (served, event) => sendTo(handlers[served], event),
  };
};

export const aService = async (): Promise<Service> => serviceOn(await aWorld());
