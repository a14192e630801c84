import type * as z from 'zod';
import type { LinkPurpose, Route } from '../contracts/route.ts';
import type { Actor } from '../domain/audit.ts';
import type { Call, UnitOfWork } from '../usecases/ports.ts';
import type { InputOf, UseCase } from '../usecases/use-case.ts';
import type { Binding, HttpAnswer, HttpEvent } from './binding.ts';
import { readJson } from './body.ts';
import { checkInput } from './field-errors.ts';
import { earlierAnswer, idempotencyOf } from './idempotency.ts';
import type { AnswerUse, MailedLinks } from './mailed-links.ts';
import { HttpProblem, valueOf, type FieldError } from './problems.ts';
import { signedInActor } from './sign-in.ts';

interface ApiDeps {
  /** Null in a function that no mailed link leads to. */
  readonly links: MailedLinks | null;
  readonly store: Pick<UnitOfWork, 'answerTo'>;
}

/** Who calls: known by a name at once, for counting repeats, and as an actor once the link is known to be current. */
interface Caller {
  readonly name: string;
  /** The id of what the caller's link leads to, by the name that use-cases know it by. */
  readonly linked: Readonly<Record<string, string>>;
  readonly identify: () => Promise<Actor>;
}

const subjectNames: Readonly<Record<LinkPurpose, string>> = {
  'confirm-request': 'requestId',
  'request-access': 'requestId',
  draft: 'draftId',
  'confirm-facility': 'facilityId',
  'facility-access': 'facilityId',
  answer: 'offerId',
  unsubscribe: 'mailId',
};

/** Whoever sends a form or a request without a link or a token; use-cases name the new request or facility instead. */
const anyone: Actor = { kind: 'service', id: 'public' };

/** The address that API Gateway saw the call come from: no header of the caller's can say another. */
const sourceOf = ({ requestContext }: HttpEvent): string => requestContext.http.sourceIp;

export const anyonesCall = (event: HttpEvent): Call => ({ actor: anyone, sourceIp: sourceOf(event) });

const bearerToken = ({ headers }: HttpEvent): string => {
  const token = /^Bearer +(\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
  if (token === undefined)
    throw new HttpProblem('link-refused', {
      detail: 'Send the token at the end of the link in your mail as `Authorization: Bearer …`.',
    });
  return token;
};

const callerOf = async (
  event: HttpEvent,
  { access }: Route,
  links: MailedLinks | null,
  use: AnswerUse,
): Promise<Caller> => {
  switch (access.by) {
    case 'anyone':
      return { name: 'anyone', linked: {}, identify: async () => anyone };
    case 'sign-in': {
      const actor = signedInActor(event, access.roles);
      return { name: `sign-in ${actor.id}`, linked: {}, identify: async () => actor };
    }
    case 'session':
      throw new Error('A route of the API goes by no cookie.');
    case 'link': {
      if (links === null) throw new Error('This function has a route behind mailed links, and no way to open them.');
      const link = await links.verify(bearerToken(event), [access.purpose]);
      return {
        name: `link ${link.purpose} ${link.subject} ${link.version}`,
        linked: { [subjectNames[link.purpose]]: link.subject },
        identify: async () => (await links.open(link, use)).actor,
      };
    }
  }
};

/** Parameters, query and body by the route's schemas, in one object; all fields at fault are told at once. */
const inputOf = (route: Route, event: HttpEvent, body: unknown): object => {
  const errors: FieldError[] = [];
  const check = (schema: z.ZodType | undefined, value: unknown, whole: 'path' | 'query' | 'body'): unknown => {
    if (schema === undefined) {
      errors.push(...superfluous(value, whole));
      return undefined;
    }
    const checked = checkInput(schema, value, whole);
    if (!checked.ok) errors.push(...checked.errors);
    return checked.ok ? checked.value : undefined;
  };
  const input = Object.assign(
    {},
    check(route.params, event.pathParameters ?? {}, 'path'),
    check(route.query, event.queryStringParameters ?? {}, 'query'),
    check(route.body, body, 'body'),
  );
  if (errors.length > 0) throw new HttpProblem('invalid-input', { errors });
  return input;
};

/** What a route without a body or query was sent nevertheless: a mistake that its sender should hear of. */
const superfluous = (value: unknown, whole: string): readonly FieldError[] => {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ field: whole, detail: 'must be empty: this address takes none' }];
  return Object.keys(value)
    .slice(0, 10)
    .map((name) => ({ field: name.slice(0, 100), detail: `is not a field of this request: it takes no ${whole}` }));
};

/** The answer as its contract describes it: what the contract does not name stays inside. */
const jsonAnswer = ({ id, success }: Route, answer: unknown): HttpAnswer => {
  if (typeof success.body === 'string') throw new Error(`Route ${id} does not answer in JSON.`);
  const parsed = success.body.safeParse(answer);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Error(`The answer of route ${id} does not fit its schema at: ${fields}.`);
  }
  return {
    statusCode: success.status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parsed.data),
  };
};

/**
 * Binds routes of the JSON API to their use-cases. In this order: the body can be read, the caller may call, the input
 * fits, the link is current or an earlier answer to the same key goes out again; then the use-case, and its answer
 * through the schema. `use` says whether an answer link also serves that is only good for taking its yes back.
 */
export const apiRoutes =
  ({ links, store }: ApiDeps) =>
  <R extends Route>(route: R, useCase: UseCase<R>, use: AnswerUse = 'decide'): Binding => ({
    route,
    answer: async (event) => {
      const { text, value } = readJson(event);
      const caller = await callerOf(event, route, links, use);
      // What the link leads to comes last: no input can name something else.
      const input = { ...inputOf(route, event, value), ...caller.linked };
      const idempotency = idempotencyOf(event, { route, caller: caller.name, body: text });
      let actor: Actor;
      try {
        actor = await caller.identify();
      } catch (problem) {
        // The same call before may be what ended its link. All other repeats find their answer where they decide.
        const earlier = idempotency === undefined ? null : await earlierAnswer(store, idempotency);
        if (earlier === null) throw problem;
        return jsonAnswer(route, earlier.answer);
      }
      const call = { actor, sourceIp: sourceOf(event), ...(idempotency && { idempotency }) };
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each part has passed the schema its type comes from
      const result = await useCase(input as InputOf<R>, call);
      return jsonAnswer(route, valueOf(result));
    },
  });
