import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Parcel } from '../../../shared/email/postbox.ts';
import { sesClient, sesPostbox } from '../../../shared/email/ses-postbox.ts';

const parcel: Parcel = {
  mailId: 'mail_req_alder1_request-received_1',
  from: 'mail@site.example.org',
  to: 'alder@example.org',
  message: Buffer.from('Subject: x\r\n\r\nx\r\n'),
};
const taken =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>ses-1</MessageId></SendRawEmailResult></SendRawEmailResponse>';

let server: Server;
/** The form fields of every request that arrived. */
let requests: URLSearchParams[];
let answer: RequestListener;

beforeEach(async () => {
  requests = [];
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      requests.push(new URLSearchParams(body));
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  vi.stubEnv('AWS_ENDPOINT_URL_SES', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

afterEach(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

const send = async (client = sesClient()) => {
  try {
    return await sesPostbox(client, 'service-mail').send(parcel);
  } finally {
    client.destroy();
  }
};

const text =
  (status: number, body: string): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
  };
const refusal = (status: number, code: string, message = 'no') =>
  text(
    status,
    `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
  );

describe('the postbox', () => {
  it('hands over one message to one recipient, with configuration set and mail id', async () => {
    answer = text(200, taken);
    expect(await send()).toEqual({ is: 'accepted', sesMessageId: 'ses-1' });
    expect(requests).toHaveLength(1);
    expect(Object.fromEntries(requests[0] ?? [])).toMatchObject({
      Action: 'SendRawEmail',
      Source: 'mail@site.example.org',
      'Destinations.member.1': 'alder@example.org',
      ConfigurationSetName: 'service-mail',
      'Tags.member.1.Name': 'mail-id',
      'Tags.member.1.Value': parcel.mailId,
      'RawMessage.Data': Buffer.from(parcel.message).toString('base64'),
    });
    expect(requests[0]?.has('Destinations.member.2')).toBe(false);
  });

  it.each<[string, RequestListener, string]>([
    ['the send rate', refusal(400, 'Throttling', 'Maximum sending rate exceeded.'), 'throttled'],
    ['too many requests', refusal(429, 'TooManyRequestsException'), 'throttled'],
    ['the daily quota', refusal(400, 'Throttling', 'Daily message quota exceeded.'), 'quota-used-up'],
    [
      'a rejected message',
      refusal(400, 'MessageRejected', 'Email address is not verified: alder@example.org'),
      'rejected',
    ],
    ['an unverified domain', refusal(400, 'MailFromDomainNotVerified'), 'rejected'],
    ['a missing right', refusal(403, 'AccessDenied'), 'unavailable'],
    ['a missing configuration set', refusal(400, 'ConfigurationSetDoesNotExist'), 'unavailable'],
    ['a paused account', refusal(400, 'AccountSendingPaused'), 'unavailable'],
    ['a failure of SES', refusal(500, 'InternalFailure'), 'lost'],
    ['an overload of SES', refusal(503, 'ServiceUnavailable'), 'lost'],
    ['an answer cut off', text(200, taken.slice(0, 120)), 'lost'],
    ['an answer of somebody else', text(200, '<html>Welcome</html>'), 'lost'],
    ['a connection that breaks', (request) => void request.socket.destroy(), 'lost'],
    [
      'a connection that breaks in the answer',
      (request, response) => {
        response
          .writeHead(200, { 'content-length': '5000' })
          .write(taken.slice(0, 50), () => void request.socket.destroy());
      },
      'lost',
    ],
  ])('tells %s for what it is, after one request', async (_, listener, is) => {
    answer = listener;
    expect((await send()).is).toBe(is);
    expect(requests).toHaveLength(1);
  });

  it('keeps the names of errors and not their words, which can hold addresses', async () => {
    answer = refusal(400, 'MessageRejected', 'Email address is not verified: alder@example.org');
    expect(await send()).toEqual({ is: 'rejected', why: 'MessageRejected' });
  });

  it('takes silence for a lost answer, and asks once', async () => {
    answer = () => {};
    const client = sesClient({ connectionTimeout: 1000, requestTimeout: 50 });
    expect(await send(client)).toEqual({ is: 'lost', why: 'ETIMEDOUT' });
    expect(requests).toHaveLength(1);
  });

  it('knows that nothing left when nobody answers the door', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_SES', 'http://127.0.0.1:1');
    expect(await send()).toEqual({ is: 'unavailable', why: 'ECONNREFUSED' });
  });
});
