import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hosts, person, wishes, type Applicant, type Host } from '../../local/demo/cast.ts';
import { found } from '../../local/demo/expect.ts';
import { approve, ask, caseOf, optIn } from '../../local/demo/steps.ts';
import { approveRequest } from '../../shared/contracts/coordinator.ts';
import { submitRequest } from '../../shared/contracts/technologist.ts';
import type { Wishes } from '../../shared/domain/placement-request.ts';
import { allLinksOf, linksOf, open, submit, type Page } from '../support/browser.ts';
import { expectEachMailOnce, expectWholeChains, kindOf, startService, type Service } from '../support/service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(async () => service.stop());

/** A hospital like the demo's, under another name; the fee ranks it. */
const hospital = (name: string, feeCents: number): Host => {
  const { profile, contact, zip, siteOffers } = hosts(service.today).hospital;
  const { discipline, terms, intakes } = found(siteOffers[0], 'a site offer');
  return {
    profile: { ...profile, name: `${name} Hospital` },
    contact: { ...contact, email: mailbox(name) },
    zip,
    siteOffers: [{ discipline, terms: { ...terms, feeCents }, intakes }],
  };
};

const applicant = (name: string, differing: Partial<Wishes> = {}): Applicant => ({
  contact: person(name),
  zip: '52240',
  wishes: wishes(service.today, differing),
});

const mailbox = (name: string) => `imaging@${name.toLowerCase()}.example.org`;
const casey = 'casey@example.org';

/** Opens the newest link to a page in somebody's mails, as its reader does. */
const openLink = async (address: string, page: string): Promise<Page> => {
  await service.settle();
  const links = service.mailsTo(address).flatMap((mail) => linksOf(mail).html);
  return open(
    found(
      links.findLast((link) => new URL(link).pathname.startsWith(`/${page}/`)),
      `a link to /${page}`,
    ),
  );
};

const kindsTo = (address: string) => service.mailsTo(address).map(kindOf);

/** What a mail scanner does with every link of every mail, and with the form's button of every page: no choice is made. */
const scan = async (): Promise<void> => {
  const links = new Set(service.cloud.mails().flatMap((mail) => allLinksOf(mail)));
  for (const link of links) {
    for (const method of ['GET', 'HEAD', 'GET']) await (await fetch(link, { method })).arrayBuffer();
  }
};

const expectNoTrace = async (act: () => Promise<unknown>): Promise<void> => {
  await service.settle();
  const [table, mails] = [await service.contents(), service.cloud.mails().length];
  await act();
  await service.settle();
  expect(await service.contents()).toEqual(table);
  expect(service.cloud.mails()).toHaveLength(mails);
};

/** Sends the form as it is shown, and holds that it comes back with what is missing and that nothing was done. */
const expectChoiceNeeded = async (page: Page, untouched: Readonly<Record<string, string>>, asks: string) =>
  expectNoTrace(async () => {
    const again = await submit(page, untouched);
    expect(again.status).toBe(422);
    expect(again.text).toContain(asks);
    expect(again.forms.length).toBe(page.forms.length);
  });

/** One request from its first form to its placement: each test goes on where the one before it ended. */
describe('a placement by mailed links and pages', () => {
  let requestId: string;
  const offers = async () => (await caseOf(service, requestId)).offers;
  const statuses = async () => (await offers()).map(({ status }) => status);
  const seatsTaken = async (place: number) => {
    const offer = found((await offers())[place], 'an offer');
    return (await service.behind.store.intakes.get(offer.intakeId))?.seatsTaken;
  };

  /** A site that said no rests from requests of the kind (R27): the coordinator names another one. */
  const approveAt = async (name: string) => {
    const { request, candidates } = await caseOf(service, requestId);
    const { intakeId } = found(
      candidates.find(({ facilityName }) => facilityName === name),
      name,
    );
    await service.client.call(approveRequest, {
      token: service.coordinator,
      params: { requestId },
      body: { version: request.version, shortlist: [intakeId], reason: 'The others rest after a no.' },
    });
  };

  test('an address is confirmed by a box that somebody ticks, and by nothing that a scanner does', async () => {
    for (const host of [hospital('Alder', 0), hospital('Birch', 20_000), hospital('Cedar', 40_000)])
      await optIn(service, host, 'Called the number of the public list.');
    const {
      contact,
      zip,
      wishes: asked,
    } = applicant('Casey Invented', { introductionConsent: { scope: 'ask-each-time' } });
    ({ requestId } = await service.client.call(submitRequest, { body: { contact, zip, wishes: asked } }));
    await expectNoTrace(async () => {
      await service.settle();
      await scan();
    });
    const page = await openLink(casey, 'confirm');
    await expectChoiceNeeded(page, {}, 'Please tick the box first');
    const confirmed = await submit(page, { confirmed: 'yes' });
    expect(confirmed).toMatchObject({
      status: 200,
      text: expect.stringContaining('your address is confirmed') as string,
    });
    expect((await openLink(casey, 'status')).text).toContain(
      'A coordinator is reviewing the sites that fit your request.',
    );
  });

  test('a brief is answered by a choice that somebody makes; opening it or pressing its button answers nothing', async () => {
    await approve(service, requestId, 3);
    await expectNoTrace(scan);
    const page = await openLink(mailbox('alder'), 'answer');
    await expectChoiceNeeded(page, {}, 'Please choose an answer.');
    await expectChoiceNeeded(page, { choice: 'no' }, 'Please choose why not.');
    await expectChoiceNeeded(page, { choice: 'question' }, 'Please write your question.');
    expect(await statuses()).toEqual(['made']);
  });

  test('a no frees the seat, tells the technologist, and makes the next offer by itself', async () => {
    const page = await openLink(mailbox('alder'), 'answer');
    const comment = 'Not before May.\nSorry!';
    const thanks = await submit(page, { choice: 'no', reason: 'staff', comment });
    expect(thanks.text).toContain('The seat is free again, and the next site is asked.');
    await service.settle();
    expect(await offers()).toMatchObject([{ status: 'declined', reason: 'staff', comment }, { status: 'made' }]);
    expect([await seatsTaken(0), await seatsTaken(1)]).toEqual([0, 1]);
    expect(kindsTo(casey).slice(-2)).toEqual(['shortlist-ready', 'next-candidate']);
    expect(kindsTo(mailbox('birch')).at(-1)).toBe('brief');
    expect(await openLink(mailbox('alder'), 'answer')).toMatchObject({ status: 401, forms: [{}] });
  });

  test('silence until the deadline lapses the offer, tells both, and makes the next offer by itself', async () => {
    await service.wait(7 * 24 * 60 - 5);
    expect(await statuses()).toEqual(['declined', 'made']);
    await service.wait(6);
    expect(await statuses()).toEqual(['declined', 'lapsed', 'made']);
    expect([await seatsTaken(1), await seatsTaken(2)]).toEqual([0, 1]);
    expect(kindsTo(casey).slice(-2)).toEqual(['next-candidate', 'next-candidate']);
    expect(kindsTo(mailbox('birch')).at(-1)).toBe('brief-lapsed');
    expect((await openLink(mailbox('birch'), 'answer')).status).toBe(401);
  });

  test('a shortlist that is used up leads back to the review, and one mail tells the technologist', async () => {
    await submit(await openLink(mailbox('cedar'), 'answer'), { choice: 'no', reason: 'dates' });
    await service.settle();
    expect(await caseOf(service, requestId)).toMatchObject({ request: { status: 'in-review' } });
    expect(await seatsTaken(2)).toBe(0);
    expect(kindsTo(casey).slice(-2)).toEqual(['next-candidate', 'offer-declined']);
    expect((await openLink(casey, 'status')).text).toContain('A coordinator is reviewing');
  });

  test('a yes is taken back by a box that somebody ticks, and the brief comes again', async () => {
    await approveAt('Birch Hospital');
    const page = await openLink(mailbox('birch'), 'answer');
    const yes = await submit(page, { choice: 'yes' });
    expect(yes.text).toContain('Thank you for your yes');
    await expectNoTrace(scan);
    // The page that the thanks lead back to is the same link's.
    const again = await open(page.address);
    expect(again.text).toContain('Until then you can take your yes back.');
    await expectChoiceNeeded(again, {}, 'Please tick the box first');
    expect((await submit(again, { choice: 'undo' })).text).toContain('Your yes is taken back');
    expect(await statuses()).toEqual(['declined', 'lapsed', 'declined', 'made']);
    expect(kindsTo(mailbox('birch')).at(-1)).toBe('brief');
    await submit(await openLink(mailbox('birch'), 'answer'), { choice: 'yes' });
    expect(await statuses()).toEqual(['declined', 'lapsed', 'declined', 'accepted']);
  });

  test('who wants to be asked each time is introduced after the own yes, and not before', async () => {
    await service.wait(60);
    expect((await statuses()).at(-1)).toBe('accepted');
    expect(kindsTo(casey).at(-1)).toBe('consent-question');
    const page = await openLink(casey, 'status');
    expect(page.html).not.toContain('Birch Hospital');
    await expectChoiceNeeded(page, { action: 'consent' }, 'Please tick the box first');
    const agreed = await submit(page, { action: 'consent', sure: 'yes' });
    expect(agreed.text).toContain('Until then you can take your consent back.');
    await service.wait(14);
    expect((await statuses()).at(-1)).toBe('accepted');
    await service.wait(2);
    expect((await statuses()).at(-1)).toBe('introduced');
    expect(kindsTo(casey).at(-1)).toBe('introduction-technologist');
    expect(kindsTo(mailbox('birch')).at(-1)).toBe('introduction-facility');
    expect((await openLink(casey, 'status')).text).toContain(mailbox('birch'));
    expect((await openLink(mailbox('birch'), 'facility')).text).toContain(casey);
  });

  test('both sides report the start on their pages, each once', async () => {
    const facility = await openLink(mailbox('birch'), 'facility');
    await expectChoiceNeeded(facility, { action: 'start' }, 'Please tick the box first');
    await submit(facility, { action: 'start', sure: 'yes' });
    expect((await statuses()).at(-1)).toBe('introduced');
    expect((await submit(facility, { action: 'start', sure: 'yes' })).status).toBe(409);
    await submit(await openLink(casey, 'status'), { action: 'start', sure: 'yes' });
    expect((await statuses()).at(-1)).toBe('started');
    expect((await openLink(casey, 'status')).text).toContain('Your placement has started.');
  });

  test('one side tells how it ended, by answers that somebody chooses; the other one is asked', async () => {
    const page = await openLink(mailbox('birch'), 'facility');
    const half = { action: 'end', ending: 'finished', records: 'all' };
    await expectChoiceNeeded(page, { action: 'end' }, 'Please choose how it ended.');
    await expectChoiceNeeded(page, half, 'Please choose whether it would be done again.');
    const told = await submit(page, { ...half, again: 'yes', comment: 'Gladly.' });
    expect(told.text).toContain('Thank you. Your answers are noted.');
    await service.settle();
    expect((await statuses()).at(-1)).toBe('completed');
    expect(kindsTo(casey).at(-1)).toBe('outcome-question-technologist');
    const own = await openLink(casey, 'status');
    expect(own.html).not.toContain('Gladly.');
    await submit(own, { ...half, again: 'unknown' });
    expect((await openLink(casey, 'status')).text).not.toContain('Is your training there over?');
  });

  test('who withdraws ends the open offer with it: the seat is free and the facility is told', async () => {
    requestId = await ask(service, applicant('Dana Invented'));
    await approveAt('Birch Hospital');
    const asked = found((await offers())[0], 'an offer');
    expect(await seatsTaken(0)).toBe(2);
    const page = await openLink('dana@example.org', 'status');
    await expectChoiceNeeded(page, { action: 'withdraw' }, 'Please tick the box first');
    expect((await submit(page, { action: 'withdraw', sure: 'yes' })).text).toContain('Your request is withdrawn.');
    await service.settle();
    expect(await statuses()).toEqual(['cancelled']);
    expect(await seatsTaken(0)).toBe(1);
    const { email } = found(await service.behind.store.facilities.get(asked.facilityId), 'the facility').contact;
    expect(kindsTo(email).at(-1)).toBe('offer-cancelled-facility');
    expect((await openLink(email, 'answer')).status).toBe(401);
  });

  test('a facility that pauses on its page is matched with nobody until it resumes', async () => {
    const candidates = async () =>
      (await caseOf(service, requestId)).candidates.map(({ facilityName }) => facilityName);
    requestId = await ask(service, applicant('Eli Invented'));
    expect(await candidates()).toContain('Cedar Hospital');
    await expectChoiceNeeded(
      await openLink(mailbox('cedar'), 'facility'),
      { action: 'pause' },
      'Please tick the box first',
    );
    await submit(await openLink(mailbox('cedar'), 'facility'), { action: 'pause', sure: 'yes' });
    await service.settle();
    expect(await candidates()).not.toContain('Cedar Hospital');
    await submit(await openLink(mailbox('cedar'), 'facility'), { action: 'resume', sure: 'yes' });
    await service.settle();
    expect(await candidates()).toContain('Cedar Hospital');
  });

  test('a lost link is mailed again; the page says the same of a known and of an unknown address', async () => {
    const home = await open(`${service.cloud.api}/`);
    const unknown = await submit(home, { email: 'nobody@example.org' });
    const before = kindsTo('eli@example.org').length;
    const known = await submit(home, { email: 'eli@example.org' });
    expect(known.html).toBe(unknown.html);
    await service.settle();
    expect(kindsTo('eli@example.org')).toHaveLength(before + 1);
    expect(kindsTo('nobody@example.org')).toEqual([]);
    expect((await openLink('eli@example.org', 'status')).text).toContain('Your request for Computed Tomography');
  });

  test('every link stands in a mail’s text as in its HTML, and leads to a page', async () => {
    for (const mail of service.cloud.mails()) {
      const links = linksOf(mail);
      expect(new Set(links.html), kindOf(mail)).toEqual(new Set(links.text));
      for (const link of allLinksOf(mail)) expect([200, 401]).toContain((await open(link)).status);
    }
    await expectNoTrace(scan);
  });

  test('every mail left once, every chain is whole, and no function needed more than its role allows', async () => {
    await expectEachMailOnce(service);
    await expectWholeChains(service);
    expect(service.complaints).toEqual([]);
  });
});
