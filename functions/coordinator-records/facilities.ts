import * as contract from '../../shared/contracts/vetting.ts';
import * as pages from '../../shared/contracts/coordinator-pages.ts';
import { facilitiesListPage } from '../../shared/html/coordinator/facilities-page.ts';
import { facilityReviewPage, type FacilityCaseParts } from '../../shared/html/coordinator/facility-case-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import type { FormFields } from '../../shared/http/body.ts';
import { valueOf } from '../../shared/http/problems.ts';
import type { SessionPages } from '../../shared/http/session-pages.ts';
import { endLinksOfFacility } from '../../shared/usecases/end-links.ts';
import { listMailsAbout } from '../../shared/usecases/mail-log.ts';
import { nowOf } from '../../shared/usecases/moments.ts';
import type { Call, Ports } from '../../shared/usecases/ports.ts';
import { listFacilities, readFacilityCase } from '../../shared/usecases/read-facility.ts';
import { vetFacility } from '../../shared/usecases/vet-facility.ts';
import * as z from 'zod';
import { decide, decision, type Decision } from '../decide.ts';

type FacilityPorts = Pick<Ports, 'store' | 'clock' | 'personKeys' | 'periods'>;

/** Enough of a facility's mails for a page. */
const mailsShown = 50;

const vetted = ({ decision: chosen, version, evidence, reason }: FormFields): unknown =>
  chosen === 'refuse'
    ? { decision: chosen, version: Number(version), reason }
    : { decision: chosen, version: Number(version), evidence };

const decisionsOn = (ports: FacilityPorts, facilityId: string): Readonly<Record<string, Decision>> => ({
  vet: decision({
    schema: () => contract.vetFacility.body,
    input: vetted,
    act: (input, call) => vetFacility(ports)({ facilityId, ...input }, call),
    done: ({ decision: chosen }) => (chosen === 'open' ? 'opened' : 'refused'),
    words: {
      decision: { label: 'The decision', missing: 'Please choose whether to open or to refuse it.' },
      evidence: { label: 'The evidence', missing: 'Please write how you know that this contact speaks for it.' },
      reason: { label: 'The reason', missing: 'Please write the reason.' },
    },
  }),
  'end-links': decision({
    schema: () => z.object({ sure: z.literal('yes') }),
    input: ({ sure }) => ({ sure }),
    act: (_, call) => endLinksOfFacility(ports)({ facilityId }, call),
    done: () => 'links-ended',
    words: { sure: { label: 'The box', missing: 'Please tick the box first, so that nothing ends by mistake.' } },
  }),
});

/** Facilities, and one of them with everything about it. */
export const pagesOfFacilities = ({ page }: SessionPages, ports: FacilityPorts): readonly Binding[] => {
  const read = async (
    facilityId: string,
    call: Call,
  ): Promise<Pick<FacilityCaseParts, 'facility' | 'mails' | 'now'>> => {
    const [facility, mails] = await Promise.all([
      readFacilityCase(ports)({ facilityId }, call),
      listMailsAbout(ports)({ subject: facilityId, limit: mailsShown }, call),
    ]);
    return { facility: valueOf(facility), mails: valueOf(mails).items, now: nowOf(ports.clock) };
  };
  return [
    page(pages.facilitiesPage, async ({ query, frame, call }) => {
      const { items, cursor } = valueOf(await listFacilities(ports)(query, call));
      const { status } = query;
      const now = nowOf(ports.clock);
      return {
        html: facilitiesListPage(frame, { status, items, next: cursor, isFirst: query.cursor === undefined, now }),
      };
    }),

    page(pages.facilityCasePage, async ({ params: { facilityId }, query: { done }, frame, call }) => ({
      html: facilityReviewPage(frame, { ...(await read(facilityId, call)), done }),
    })),

    page(pages.facilityCaseForm, async ({ params: { facilityId }, form, frame, call }) => {
      const decided = await decide(decisionsOn(ports, facilityId), form, call);
      return 'done' in decided
        ? { to: `${pages.facilitiesPage.path}/${facilityId}?done=${decided.done}` }
        : { status: 422, html: facilityReviewPage(frame, { ...(await read(facilityId, call)), sent: decided.sent }) };
    }),
  ];
};
