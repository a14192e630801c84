import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Route } from '../contracts/route.ts';

/** An HTTP request as API Gateway hands it on (payload format 2.0), and what it wants back. */
export type HttpEvent = APIGatewayProxyEventV2;
export type HttpAnswer = APIGatewayProxyStructuredResultV2;

/** A route with what answers it. What cannot be answered is thrown as an `HttpProblem`. */
export interface Binding {
  readonly route: Route;
  readonly answer: (event: HttpEvent) => Promise<HttpAnswer>;
}

/** A text that is the same for everybody: a document, the stylesheet, a page without a token. */
export const publicText = (contentType: string, body: string, cacheControl = 'public, max-age=300'): HttpAnswer => ({
  statusCode: 200,
  headers: { 'content-type': contentType, 'cache-control': cacheControl },
  body,
});
