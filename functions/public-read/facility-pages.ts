import * as contract from '../../shared/contracts/facility-pages.ts';
import { briefView } from '../../shared/html/brief-view.ts';
import { claimPage } from '../../shared/html/facility/claim-pages.ts';
import { findPage } from '../../shared/html/facility/find-page.ts';
import { contactPage, profilePage } from '../../shared/html/facility/profile-pages.ts';
import { samplePage, sitePage } from '../../shared/html/facility/site-page.ts';
import { facilityPage } from '../../shared/html/facility-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import type { MailedLinks, OpenedLink } from '../../shared/http/mailed-links.ts';
import { linkPages, openPage } from '../../shared/http/page-route.ts';
import { HttpProblem, valueOf } from '../../shared/http/problems.ts';
import { nowOf } from '../../shared/usecases/moments.ts';
import type { Ports, PublicList } from '../../shared/usecases/ports.ts';
import { readFacility } from '../../shared/usecases/read-facility.ts';
import { sampleBrief } from '../../shared/usecases/sample-brief.ts';
import { baseOf, disciplineIn, doneIn, siteIn } from '../facility-pages.ts';

const purposes = ['facility-access'] as const;

/** The pages on which a facility claims itself, and sees and changes what it offers. */
export const facilityPages = (
  links: MailedLinks,
  { publicList, ...ports }: Pick<Ports, 'store' | 'clock'> & { readonly publicList: PublicList },
): readonly Binding[] => {
  const page = linkPages(links);
  const read = readFacility(ports);
  const viewOf = async (link: OpenedLink<'facility-access'>) =>
    valueOf(await read({ facilityId: link.facility.id }, link));

  return [
    openPage(contract.findFacilityPage, async (_form, _call, query) => {
      const { name = '', zip = '' } = contract.findFacilityPage.query.parse(query);
      const isAsked = name.trim() !== '' || zip.trim() !== '';
      return { html: findPage({ name, zip }, isAsked ? publicList.find(name, zip) : null) };
    }),
    openPage(contract.claimPage, async (_form, _call, query) => {
      const { zip, ...profile } = contract.claimPage.query.parse(query);
      const values = Object.entries(profile).map(([name, value]) => [`profile.${name}`, value] as const);
      return { html: claimPage({ values: Object.fromEntries([...values, ['zip', zip ?? '']]), errors: {} }) };
    }),
    page(contract.facilityPage, { purposes }, async ({ link, params, query }) => ({
      html: facilityPage({ facility: await viewOf(link), base: baseOf(params), ...doneIn(query) }),
    })),
    page(contract.sitePage, { purposes }, async ({ link, params, query }) => {
      const discipline = disciplineIn(params);
      const site = siteIn(await viewOf(link), discipline);
      return { html: sitePage({ base: baseOf(params), discipline, site, ...doneIn(query) }) };
    }),
    page(contract.sampleBriefPage, { purposes }, async ({ link, params }) => {
      const discipline = disciplineIn(params);
      const site = siteIn(await viewOf(link), discipline);
      if (site === null) throw new HttpProblem('not-found');
      const { terms, intakes } = site;
      const intake = intakes.find(({ closed }) => !closed) ?? null;
      const sample = sampleBrief({ facility: link.facility, discipline, terms, intake }, nowOf(ports.clock));
      return { html: samplePage({ base: baseOf(params), discipline, brief: briefView(sample) }) };
    }),
    page(contract.profilePage, { purposes }, async ({ link, params }) => ({
      html: profilePage({ base: baseOf(params), facility: await viewOf(link) }),
    })),
    page(contract.contactPage, { purposes }, async ({ link, params }) => ({
      html: contactPage({ base: baseOf(params), facility: await viewOf(link) }),
    })),
  ];
};
