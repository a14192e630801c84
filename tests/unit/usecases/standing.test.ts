import { describe, expect, it } from 'vitest';
import type { Offer } from '../../../shared/domain/offer.ts';
import { composeLetter } from '../../../shared/email/compose.ts';
import { standingOfRequest } from '../../../shared/usecases/standing.ts';
import { requestForTechnologist } from '../../../shared/usecases/views/request-for-technologist.ts';
import { aFacility, anOffer, aRequest, aSite } from '../../support/builders.ts';
import { aDesk, mailSamples } from '../../support/mail-samples.ts';

const request = aRequest({ status: 'approved' });
const nothingToDo = 'There is nothing you need to do now.';
const awaiting = anOffer({ status: 'accepted', technologistConsent: 'awaited' });

describe('an approved request', () => {
  it('says that the technologist acts, and by when, while the technologist’s consent is awaited', () => {
    const standing = standingOfRequest(request, awaiting);
    expect(standing).toContain('Please decide by Tuesday, December 8, 2026 at 10:00 AM EST');
    expect(standing).not.toContain(nothingToDo);
  });

  it.each<[string, Offer | null]>([
    ['a site is deciding', anOffer()],
    ['a site said yes and the introduction follows', anOffer({ status: 'accepted' })],
    ['the next site is about to be asked', null],
  ])('says that there is nothing to do while %s', (_, underWay) => {
    expect(standingOfRequest(request, underWay)).toContain(nothingToDo);
  });

  it('says after the introduction what to do next', () => {
    expect(standingOfRequest(request, anOffer({ status: 'introduced' }))).toContain('report the start');
  });

  it('says the same on the status page and in the status mail', async () => {
    const standing = standingOfRequest(request, awaiting);
    const declined = anOffer({ status: 'declined' });
    const [intake, facility] = [aSite().intake, aFacility()];
    const view = requestForTechnologist(request, [
      { offer: declined, intake, facility },
      { offer: { ...awaiting, id: 'req_alder1-2' }, intake, facility },
    ]);
    const { text } = await composeLetter(aDesk, mailSamples['request-status'].mail, {
      of: 'request',
      request,
      underWay: awaiting,
    });
    expect(view.standing).toBe(standing);
    expect(text).toContain(standing);
  });
});
