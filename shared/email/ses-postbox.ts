import { SendRawEmailCommand, SESClient, SESServiceException } from '@aws-sdk/client-ses';
import type { Postbox, PostboxAnswer } from './postbox.ts';

/** Milliseconds: to connect, and for the whole answer. SES takes a mail in well under a second. */
const timeLimits = { connectionTimeout: 3000, requestTimeout: 10_000 };

/**
 * With the SDK's defaults one `send()` makes up to three requests, after a time-out or a broken answer too: up to three
 * mails. So one attempt, and time limits that are ours.
 */
export const sesClient = (limits = timeLimits): SESClient =>
  new SESClient({ maxAttempts: 1, requestHandler: { ...limits, throwOnRequestTimeout: true } });

/** The connection was never made, so nothing of the mail left this process. */
const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** SES looked at this very mail and does not want it. Anything else it refuses is a matter of the account or its settings. */
const rejections = new Set([
  'MessageRejected',
  'MailFromDomainNotVerified',
  'MailFromDomainNotVerifiedException',
  'InvalidParameterValue',
  'InvalidParameterCombination',
  'MissingParameter',
]);

const isThrottling = ({ name, message }: Error): boolean =>
  /^(Throttl|TooManyRequests|RequestLimitExceeded|LimitExceeded|SlowDown)/u.test(name) ||
  /maximum sending rate exceeded/iu.test(message);

const isQuota = ({ message }: Error): boolean => /daily (message|sending) quota exceeded/iu.test(message);

/** Names only: an error's message can quote addresses, and what is kept of it is shown and logged. */
const refusalOf = (error: SESServiceException): PostboxAnswer => {
  if (isQuota(error)) return { is: 'quota-used-up' };
  if (isThrottling(error)) return { is: 'throttled' };
  return { is: rejections.has(error.name) ? 'rejected' : 'unavailable', why: error.name };
};

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : error.name);

/** What an error says about the mail. When in doubt it may have left. */
export const answerOf = (error: unknown): PostboxAnswer => {
  if (!(error instanceof Error)) return { is: 'lost', why: 'unknown error' };
  // SES understood the request and said no: it did not take the mail. Its own failures (5xx) promise nothing.
  const status = error instanceof SESServiceException ? (error.$metadata.httpStatusCode ?? 500) : 500;
  if (error instanceof SESServiceException && status >= 400 && status < 500) return refusalOf(error);
  const neverLeft =
    unreachable.has(codeOf(error)) ||
    error.name === 'CredentialsProviderError' ||
    /did not establish a connection/u.test(error.message);
  return { is: neverLeft ? 'unavailable' : 'lost', why: codeOf(error) };
};

/** SES, by the one call that lets headers be set. The mail's id travels as a tag and comes back with every event. */
export const sesPostbox = (client: SESClient, configurationSet: string): Postbox => ({
  send: async ({ mailId, from, to, message }) => {
    const command = new SendRawEmailCommand({
      Source: from,
      // Said here and not left to the headers: nobody else gets it, whatever they hold.
      Destinations: [to],
      RawMessage: { Data: message },
      ConfigurationSetName: configurationSet,
      Tags: [{ Name: 'mail-id', Value: mailId }],
    });
    try {
      const { MessageId: sesMessageId } = await client.send(command);
      return sesMessageId === undefined
        ? { is: 'lost', why: 'an answer without a message id' }
        : { is: 'accepted', sesMessageId };
    } catch (error) {
      return answerOf(error);
    }
  },
});
