import type { Construct } from 'constructs';
import { Env as ApiDocs } from '../functions/api-docs/env.ts';
import { Env as CoordinatorApi } from '../functions/coordinator-api/env.ts';
import { Env as CoordinatorFiles } from '../functions/coordinator-files/env.ts';
import { Env as CoordinatorRecords } from '../functions/coordinator-records/env.ts';
import { Env as CoordinatorReview } from '../functions/coordinator-review/env.ts';
import { Env as CoordinatorRounds } from '../functions/coordinator-rounds/env.ts';
import { Env as FacilityAct } from '../functions/facility-act/env.ts';
import { Env as PublicAct } from '../functions/public-act/env.ts';
import { Env as PublicMatch } from '../functions/public-match/env.ts';
import { Env as PublicRead } from '../functions/public-read/env.ts';
import { Env as SignInEnv } from '../functions/sign-in/env.ts';
import { Env as UpkeepApi } from '../functions/upkeep-api/env.ts';
import type { ServingFunction } from '../shared/contracts/route.ts';
import {
  knowsContactBudget,
  knowsFormLimits,
  knowsCoordinator,
  knowsMatching,
  knowsPeriods,
  knowsSignIn,
  mayKeepSessions,
  mayReadLinkSecret,
  mayReadTable,
  mayWriteTable,
  nothing,
  together,
} from './constructs/powers.ts';
import { ServiceFunction } from './constructs/service-function.ts';
import type { SignIn } from './constructs/sign-in.ts';
import type { DataStack } from './data-stack.ts';
import type { Settings } from './settings.ts';

export interface WebFunctionsProps {
  readonly settings: Settings;
  readonly data: DataStack;
  /** What links and the way back from a sign-in begin with. */
  readonly siteUrl: string;
  readonly userPool: SignIn;
}

/** The functions that answer over HTTP, each with what its audience may do and no more. */
export const webFunctions = (
  scope: Construct,
  { settings, data: { table, linkSecret }, siteUrl, userPool }: WebFunctionsProps,
): Readonly<Record<ServingFunction, ServiceFunction>> => {
  const { logDays } = settings;
  /** What it takes to look after what is held. */
  const lookingAfter = together(
    mayReadTable(table, 'lists'),
    mayWriteTable(table),
    mayReadLinkSecret(linkSecret),
    knowsPeriods(settings),
  );
  /** What it takes to make offers. */
  const placing = together(lookingAfter, knowsMatching(settings), knowsContactBudget(settings));
  return {
    'public-read': new ServiceFunction(scope, 'public-read', {
      description: 'Pages and JSON that the public and mailed links may read; cannot write',
      env: PublicRead,
      powers: together(
        mayReadTable(table, 'lists'),
        mayReadLinkSecret(linkSecret),
        knowsMatching(settings),
        knowsCoordinator(settings),
      ),
      memory: 1024,
      timeout: 10,
      logDays,
      impact: 'people cannot open their links or see where their request stands.',
    }),
    'public-match': new ServiceFunction(scope, 'public-match', {
      description: 'Pages that mailed links open and that match for who opens them; cannot write',
      env: PublicMatch,
      powers: together(mayReadTable(table, 'lists'), mayReadLinkSecret(linkSecret), knowsMatching(settings)),
      memory: 1024,
      timeout: 10,
      logDays,
      impact: 'technologists cannot look at their request before sending it, or see what would open more sites.',
    }),
    'public-act': new ServiceFunction(scope, 'public-act', {
      description: 'Forms and JSON by which technologists and the public act',
      env: PublicAct,
      powers: together(
        mayReadTable(table, 'lists'),
        mayWriteTable(table),
        mayReadLinkSecret(linkSecret),
        knowsPeriods(settings),
        knowsMatching(settings),
        knowsFormLimits(settings),
      ),
      memory: 1024,
      timeout: 15,
      logDays,
      impact: 'technologists cannot submit or change a request, and nobody can confirm an address.',
    }),
    'facility-act': new ServiceFunction(scope, 'facility-act', {
      description: 'Forms and JSON by which facilities act',
      env: FacilityAct,
      powers: together(
        mayReadTable(table, 'lists'),
        mayWriteTable(table),
        mayReadLinkSecret(linkSecret),
        knowsPeriods(settings),
        knowsFormLimits(settings),
      ),
      memory: 1024,
      timeout: 15,
      logDays,
      impact: 'facilities cannot claim themselves, answer briefs or change what they offer.',
    }),
    'coordinator-api': new ServiceFunction(scope, 'coordinator-api', {
      description: 'What signed-in coordinators read and decide of requests and rounds',
      env: CoordinatorApi,
      powers: placing,
      memory: 1024,
      timeout: 25,
      logDays,
      impact: 'coordinators cannot review or approve by programs; their pages go on.',
    }),
    'upkeep-api': new ServiceFunction(scope, 'upkeep-api', {
      description: 'What signed-in coordinators look after beside requests',
      env: UpkeepApi,
      powers: lookingAfter,
      memory: 1024,
      timeout: 25,
      logDays,
      impact: 'coordinators cannot vet facilities or keep programs, figures and mails by programs; their pages go on.',
    }),
    'api-docs': new ServiceFunction(scope, 'api-docs', {
      description: 'The API as an OpenAPI document and as a page',
      env: ApiDocs,
      powers: nothing,
      memory: 512,
      timeout: 10,
      logDays,
      impact: 'the description of the API cannot be read; the service itself is not touched.',
    }),
    'sign-in': new ServiceFunction(scope, 'sign-in', {
      description: 'How coordinators sign in to their pages and out again',
      env: SignInEnv,
      powers: together(
        mayReadTable(table),
        mayKeepSessions(table),
        mayReadLinkSecret(linkSecret),
        knowsSignIn(userPool, siteUrl),
      ),
      memory: 1024,
      timeout: 10,
      logDays,
      impact: 'coordinators cannot sign in to their pages; who is signed in goes on, and so does the API.',
    }),
    'coordinator-records': new ServiceFunction(scope, 'coordinator-records', {
      description: 'Pages by which signed-in coordinators look after what the service holds',
      env: CoordinatorRecords,
      powers: together(
        mayReadTable(table, 'due', 'lists'),
        mayWriteTable(table),
        mayReadLinkSecret(linkSecret),
        knowsPeriods(settings),
      ),
      memory: 1024,
      timeout: 25,
      logDays,
      impact:
        'coordinators cannot see what needs them, vet facilities or look things up on their pages; the API goes on.',
    }),
    'coordinator-files': new ServiceFunction(scope, 'coordinator-files', {
      description: 'Pages by which signed-in coordinators take files out of the service and into it',
      env: CoordinatorFiles,
      powers: lookingAfter,
      memory: 1024,
      timeout: 25,
      logDays,
      impact: 'coordinators cannot take files out of the service or into it.',
    }),
    'coordinator-review': new ServiceFunction(scope, 'coordinator-review', {
      description: 'Pages by which signed-in coordinators decide on requests',
      env: CoordinatorReview,
      powers: placing,
      memory: 1024,
      timeout: 25,
      logDays,
      impact: 'coordinators cannot review or approve requests on their pages; the API goes on.',
    }),
    'coordinator-rounds': new ServiceFunction(scope, 'coordinator-rounds', {
      description: 'Pages by which signed-in coordinators start rounds and decide on what they propose',
      env: CoordinatorRounds,
      powers: placing,
      memory: 1024,
      timeout: 25,
      logDays,
      impact: 'coordinators cannot start or approve rounds on their pages; the API goes on.',
    }),
  };
};
