import type { Problem } from '../contracts/common.ts';
import type { Refusal, RefusalCode } from '../domain/refusal.ts';
import type { Result } from '../domain/result.ts';

/** What the edge itself refuses, before any use-case is asked. */
export type EdgeCode =
  | 'no-such-route'
  | 'method-not-allowed'
  | 'unsupported-media-type'
  | 'body-too-large'
  | 'malformed-body'
  | 'cross-site'
  | 'signed-out'
  | 'sign-in-failed'
  | 'internal-error';

export type ProblemCode = RefusalCode | EdgeCode;

/** An input field at fault, with its own sentence. */
export interface FieldError {
  readonly field: string;
  readonly detail: string;
}

interface Kind {
  readonly status: number;
  /** What it is, the same every time. */
  readonly title: string;
  /** What to do about it, where whoever refused said nothing closer. */
  readonly detail: string;
}

/** Every "no" of the service: its status and its words, once for the API and for the pages. */
export const problemKinds: Readonly<Record<ProblemCode, Kind>> = {
  'invalid-input': {
    status: 422,
    title: 'Some of what was sent cannot be used',
    detail: 'See `errors`: each names a field and what is wrong with it. Nothing was changed.',
  },
  'not-found': { status: 404, title: 'Not found', detail: 'There is nothing under this address, or not for you.' },
  'action-not-possible': {
    status: 409,
    title: 'Not possible now',
    detail: 'The state it is in does not allow this. Read it again to see where it stands.',
  },
  'stale-version': {
    status: 409,
    title: 'Changed in the meantime',
    detail: 'Somebody changed this after you read it. Read it again, and repeat your change on what it is now.',
  },
  'too-many-open-requests': {
    status: 409,
    title: 'Two requests are open already',
    detail: 'One person can have two open requests at a time. Withdraw one to submit another.',
  },
  'seat-taken': {
    status: 409,
    title: 'No seat is free',
    detail: 'All seats of this intake are taken. Choose another intake.',
  },
  'intake-not-open': { status: 409, title: 'Intake not open', detail: 'This intake takes nobody new.' },
  'site-not-matching': {
    status: 409,
    title: 'The site does not match',
    detail: 'By the rules this site does not fit the request now. Read the request again to see why.',
  },
  'facility-not-open': {
    status: 409,
    title: 'Facility not open',
    detail: 'The facility is not vetted, is paused or has left, so it cannot be contacted.',
  },
  'reason-missing': {
    status: 422,
    title: 'A reason is missing',
    detail: 'Say why in `reason`: this shortlist does not follow the ranking.',
  },
  'consent-missing': {
    status: 409,
    title: 'Consent is missing',
    detail: 'The technologist has not agreed to this.',
  },
  'contact-budget': {
    status: 409,
    title: 'Contact budget used up',
    detail: 'This facility was asked as often as it may be for now, or said no to this kind of request and rests.',
  },
  'limit-reached': {
    status: 429,
    title: 'Too many forms for now',
    detail: 'More forms came than we take for now. Nothing was done; please try again later.',
  },
  'unknown-place': {
    status: 422,
    title: 'Unknown ZIP code',
    detail: 'No place in the United States has this ZIP code.',
  },
  duplicate: { status: 409, title: 'Done before', detail: 'This exists already; nothing was changed.' },
  'link-refused': {
    status: 401,
    title: 'This link does not work',
    detail:
      'It may be incomplete, have expired, or have been used before. Please use the newest mail from us, ' +
      'or ask for a new link.',
  },
  'idempotency-mismatch': {
    status: 422,
    title: 'Idempotency-Key used before',
    detail: 'This key came with another body before. Send a new key with a new request.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Not signed in',
    detail: 'Send the access token of a signed-in coordinator as `Authorization: Bearer …`.',
  },
  'not-allowed': { status: 403, title: 'Not allowed', detail: 'Your role does not allow this.' },
  busy: {
    status: 503,
    title: 'Busy',
    detail: 'Many people act on this at the moment. Nothing was changed; please try again in a few seconds.',
  },
  'no-such-route': { status: 404, title: 'No such address', detail: 'See /api/docs for every address of this API.' },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    detail: 'This address takes other methods: see the header `Allow`.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Content type not supported',
    detail: 'Send the body as `application/json`.',
  },
  'body-too-large': { status: 413, title: 'Body too large', detail: 'A body may have 64 kB at most.' },
  'malformed-body': { status: 400, title: 'Malformed body', detail: 'The body cannot be read.' },
  'cross-site': {
    status: 403,
    title: 'Sent from another site',
    detail: 'This form was sent from another site. Please open the link in your mail and answer there.',
  },
  'signed-out': {
    status: 401,
    title: 'You are signed out',
    detail:
      'Nothing was changed. Sign in again in another window; then come back to this one, go back a page and send it again.',
  },
  'sign-in-failed': {
    status: 400,
    title: 'The sign-in did not work',
    detail: 'It may have taken too long, or have been begun in another window. Please begin again.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong on our side',
    detail: 'We have been told. Please try again later; if it stays, send us the id in `requestId`.',
  },
};

interface ProblemOptions {
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** What was behind it, for the log alone. */
  readonly cause?: unknown;
}

/**
 * Ends the handling of a request with a problem document. Only the edge throws it; what it holds may be shown to
 * anybody. Every other error becomes `internal-error`, and its words stay in the log.
 */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly #options: ProblemOptions;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(code, { cause: options.cause });
    this.code = code;
    this.status = problemKinds[code].status;
    this.headers = { ...standingHeaders(this.status), ...options.headers };
    this.#options = options;
  }

  get problem(): Problem {
    const { title, detail } = problemKinds[this.code];
    const { errors } = this.#options;
    return {
      type: `/api/docs#problem-${this.code}`,
      title,
      status: this.status,
      detail: this.#options.detail ?? detail,
      code: this.code,
      ...(errors === undefined ? {} : { errors: [...errors] }),
    };
  }
}

/** Headers that a status asks for whatever its cause: RFC 9110 for 401 and 503. */
const standingHeaders = (status: number): Record<string, string> => {
  if (status === 401) return { 'www-authenticate': 'Bearer' };
  if (status === 503) return { 'retry-after': '2' };
  return {};
};

/** A refusal of the domain as a problem; its field is named where it has one. */
const problemOf = ({ code, field, detail, retryAt }: Refusal): HttpProblem =>
  new HttpProblem(code, {
    ...(detail === undefined ? {} : { detail }),
    ...(retryAt === undefined ? {} : { headers: { 'retry-after': new Date(retryAt).toUTCString() } }),
    ...(field === undefined ? {} : { errors: [{ field, detail: detail ?? problemKinds[code].detail }] }),
  });

/** What a use-case gave back; its refusal ends the handling of the request. */
export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw problemOf(result.refusal);
  return result.value;
};
