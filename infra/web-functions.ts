import type { Construct } from 'constructs';
import { Env as ApiDocs } from '../functions/api-docs/env.ts';
import { Env as CoordinatorApi } from '../functions/coordinator-api/env.ts';
import { Env as CoordinatorPages } from '../functions/coordinator-pages/env.ts';
import { Env as CoordinatorRecords } from '../functions/coordinator-records/env.ts';
import { Env as PublicAct } from '../functions/public-act/env.ts';
import { Env as PublicMatch } from '../functions/public-match/env.ts';
import { Env as PublicRead } from '../functions/public-read/env.ts';
import { Env as SignInEnv } from '../functions/sign-in/env.ts';
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
      description: 'Forms and JSON by which the public and mailed links act',
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
      impact: 'technologists cannot submit or confirm, facilities cannot answer.',
    }),
    'coordinator-api': new ServiceFunction(scope, 'coordinator-api', {
      description: 'What signed-in coordinators read and decide',
      env: CoordinatorApi,
      powers: together(
        mayReadTable(table, 'lists'),
        mayWriteTable(table),
        mayReadLinkSecret(linkSecret),
        knowsPeriods(settings),
        knowsMatching(settings),
        knowsContactBudget(settings),
      ),
      memory: 1024,
      timeout: 25,
      logDays,
      impact: 'coordinators cannot review, approve or vet.',
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
    'coordinator-pages': new ServiceFunction(scope, 'coordinator-pages', {
      description: 'Pages by which signed-in coordinators place people',
      env: CoordinatorPages,
      powers: together(
        mayReadTable(table, 'lists'),
        mayWriteTable(table),
        mayReadLinkSecret(linkSecret),
        knowsPeriods(settings),
        knowsMatching(settings),
        knowsContactBudget(settings),
      ),
      memory: 1024,
      timeout: 25,
      logDays,
      impact: 'coordinators cannot review or approve on their pages; the API goes on.',
    }),
  };
};
