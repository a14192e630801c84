import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import { EmailAddress, prose, RequestId } from '../domain/primitives.ts';
import { RequestStatusName, SeenVersion } from './common.ts';
import { forCoordinators } from './for-coordinators.ts';

/** R25: after vetting the one invitation goes out, or it does not. */
export const InvitationDecision = lazily(() =>
  z.discriminatedUnion('decision', [
    z.strictObject({
      decision: z.literal('invite'),
      version: SeenVersion,
      email: EmailAddress,
      evidence: prose(1000),
    }),
    z.strictObject({ decision: z.literal('decline'), version: SeenVersion, reason: prose(1000) }),
  ]),
);

export const settleNamedSite = forCoordinators({
  id: 'settleNamedSite',
  method: 'POST',
  path: '/api/coordinator/requests/{requestId}/invitation',
  summary: 'Invite the site that a technologist named, once and after vetting its address, or decline to (R25)',
  params: () => z.strictObject({ requestId: RequestId }),
  body: InvitationDecision,
  success: {
    status: 200,
    body: () => z.object({ requestId: RequestId, status: RequestStatusName(), version: z.int() }),
  },
});
