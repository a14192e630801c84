import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { CloudClock } from './clock.ts';
import type { Call, Fault, Faults } from './faults.ts';
import { type Server, readText } from './listen.ts';
import { accountId } from './resource-types.ts';
import type { Allows, Need } from './roles.ts';

/** A service's refusal, in its own code and words. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: string;
  readonly status: number;
  /** What the answer carries beside code and message. */
  readonly details: Readonly<Record<string, unknown>>;
  constructor(code: string, message: string, status = 400, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** An AWS service on this laptop. */
export interface Service {
  /** As in the signature of its calls. */
  readonly name: string;
  /** What the caller's role must allow. */
  readonly needs: (call: Call) => readonly Need[];
  /** The answer: text in the service's own protocol. */
  readonly handle: (call: Call) => Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface Gateway {
  /** Puts a service behind it. */
  readonly offer: (service: Service) => void;
  /** A call that Lambda makes in a function's name: JSON in, JSON out. Roles hold here too, faults do not. */
  readonly call: (call: Call) => Promise<unknown>;
  /** Calls that are not answered yet. */
  readonly pending: () => number;
  /** Called after each call that was answered. */
  readonly onAnswered: (listener: (call: Call) => void) => void;
}

/** Whoever starts the laptop cloud: may do everything. */
export const owner = 'owner';

const queryServices = new Set(['ses']);

const throttleCodes: Readonly<Record<string, string>> = {
  dynamodb: 'ProvisionedThroughputExceededException',
  ses: 'Throttling',
  'cognito-idp': 'TooManyRequestsException',
};

const conflictOf = ({ action, input }: Call): ServiceError => {
  const items = z.array(z.unknown()).catch([{}]).parse(input['TransactItems']);
  if (action !== 'TransactWriteItems')
    return new ServiceError('TransactionConflictException', 'Transaction is ongoing for the item');
  const reasons = items.map((_, index) =>
    index === 0 ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' } : { Code: 'None' },
  );
  return new ServiceError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`,
    400,
    { CancellationReasons: reasons },
  );
};

const errorAnswer = (service: string, { code, message, status, details }: ServiceError): Answer => {
  if (!queryServices.has(service)) {
    return { status, body: JSON.stringify({ __type: code, message, ...details }) };
  }
  const safe = message.replace(/[<&]/gu, (sign) => (sign === '<' ? '&lt;' : '&amp;'));
  return {
    status,
    body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${safe}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  };
};

/** Who calls which service: both stand in the signature's scope, `Credential=<key>/<date>/<region>/<service>/aws4_request`. */
const readCall = (request: IncomingMessage, body: string): Call => {
  const scope = /Credential=([^/]+)\/[^/]*\/[^/]*\/([^/]+)\//u.exec(request.headers.authorization ?? '');
  const [, caller = '', service = ''] = scope ?? [];
  if (queryServices.has(service)) {
    const input = Object.fromEntries(new URLSearchParams(body));
    return { caller, service, action: input['Action'] ?? '', input };
  }
  const target = String(request.headers['x-amz-target'] ?? '');
  const input = z.record(z.string(), z.unknown()).parse(JSON.parse(body || '{}'));
  return { caller, service, action: target.slice(target.indexOf('.') + 1), input };
};

class BrokenConnection extends Error {}

/** Carries out what a fault does before the service is reached. */
const strike = async (fault: Fault, call: Call): Promise<void> => {
  if (fault.kind === 'delay') await sleep(fault.milliseconds ?? 0);
  if (fault.kind === 'reset') throw new BrokenConnection('reset');
  if (fault.kind === 'conflict') throw conflictOf(call);
  if (fault.kind === 'error') throw new ServiceError('InternalServerError', 'Internal server error', 500);
  if (fault.kind === 'throttle') {
    throw new ServiceError(throttleCodes[call.service] ?? 'ThrottlingException', 'Rate exceeded');
  }
};

/** Sends the answer, or as much of it as the fault leaves. */
const send = (
  response: ServerResponse,
  call: Call,
  { status, body }: Answer,
  { fault, now }: { readonly fault: Fault | undefined; readonly now: Date },
): void => {
  if (fault?.kind === 'lost-answer') {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    // An SDK that finds its clock wrong by minutes tries whatever was refused again.
    date: now.toUTCString(),
    'content-type': queryServices.has(call.service) ? 'text/xml' : 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': randomUUID(),
  });
  if (fault?.kind !== 'truncated') response.end(body);
  else response.write(body.slice(0, body.length / 2), () => response.destroy());
};

export interface GatewayOptions {
  readonly server: Server;
  readonly allows: Allows;
  readonly faults: Faults;
  readonly clock: CloudClock;
  readonly tell: (line: string) => void;
}

/** The one address that every SDK call goes to: it knows the caller, asks its role, and injects faults. */
export const openGateway = ({ server, allows, faults, clock, tell }: GatewayOptions): Gateway => {
  const services = new Map<string, Service>();
  let pending = 0;
  const listeners: ((call: Call) => void)[] = [];

  const authorize = (service: Service, call: Call): void => {
    if (call.caller === owner) return;
    for (const need of service.needs(call)) {
      if (allows(call.caller, need)) continue;
      const message = `User: arn:aws:sts::${accountId}:assumed-role/${call.caller} is not authorized to perform: ${need.action} on resource: ${need.resource} because no identity-based policy allows the ${need.action} action`;
      tell(`Refused: the role of ${call.caller} does not allow ${need.action} on ${need.resource}.`);
      const query = queryServices.has(call.service);
      throw new ServiceError(query ? 'AccessDenied' : 'AccessDeniedException', message, query ? 403 : 400);
    }
  };

  const answer = async (call: Call, fault?: Fault): Promise<Answer> => {
    pending += 1;
    try {
      const service = services.get(call.service);
      if (service === undefined) {
        tell(`${call.caller} calls ${call.service} ${call.action}, a service that the laptop cloud does not have.`);
        throw new ServiceError('UnknownOperationException', `The laptop cloud has no service ${call.service}.`);
      }
      authorize(service, call);
      if (fault !== undefined) await strike(fault, call);
      const result = await service.handle(call);
      for (const listener of listeners) listener(call);
      return result;
    } catch (error) {
      if (error instanceof ServiceError) return errorAnswer(call.service, error);
      throw error;
    } finally {
      pending -= 1;
    }
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const call = readCall(request, await readText(request));
      const fault = faults.strike(call);
      send(response, call, await answer(call, fault), { fault, now: clock.now() });
    } catch (error) {
      if (!(error instanceof BrokenConnection)) tell(`The gateway failed: ${String(error)}`);
      response.destroy();
    }
  };

  server.answer(serve);

  return {
    offer: (service) => {
      services.set(service.name, service);
    },
    call: async (call) => {
      const { status, body } = await answer(call);
      if (status >= 400) throw new Error(`${call.service} ${call.action}: ${body}`);
      return JSON.parse(body || '{}') as unknown;
    },
    pending: () => pending,
    onAnswered: (listener) => {
      listeners.push(listener);
    },
  };
};
