import * as contract from '../../shared/contracts/facility-pages.ts';
import {
  disciplinesIn,
  fieldOfClaim,
  fieldOfTerms,
  intakeIn,
  profileIn,
  termsIn,
} from '../../shared/contracts/facility-form/read-form.ts';
import type { Fields } from '../../shared/contracts/form-fields.ts';
import { DraftFields } from '../../shared/domain/draft.ts';
import type { Result } from '../../shared/domain/result.ts';
import { briefView } from '../../shared/html/brief-view.ts';
import { claimedPage, claimPage, lookPage } from '../../shared/html/facility/claim-pages.ts';
import { intakeValues, profileValues, termsValues } from '../../shared/html/facility/form-values.ts';
import { contactChangedPage, contactPage, profilePage } from '../../shared/html/facility/profile-pages.ts';
import { intakeForm, sitePage } from '../../shared/html/facility/site-page.ts';
import { form as formName } from '../../shared/html/facility/terms-fields.ts';
import { siteAddress } from '../../shared/html/facility/addresses.ts';
import type { Binding } from '../../shared/http/binding.ts';
import { checkClaim, checkContact, checkIntake, checkProfile, checkTerms } from '../../shared/http/facility-form.ts';
import { checkInput } from '../../shared/http/field-errors.ts';
import type { Errors } from '../../shared/http/form.ts';
import type { MailedLinks } from '../../shared/http/mailed-links.ts';
import { linkPages, openPage, type Page } from '../../shared/http/page-route.ts';
import { HttpProblem, problemKinds, valueOf } from '../../shared/http/problems.ts';
import { checkedOffers } from '../../shared/usecases/claim-facility.ts';
import { located } from '../../shared/usecases/located.ts';
import { dateAt, nowOf } from '../../shared/usecases/moments.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { sampleBrief } from '../../shared/usecases/sample-brief.ts';
import { baseOf, disciplineIn, siteIn } from '../facility-pages.ts';
import type { UseCases } from './use-cases.ts';

/** The fields of a form as they were sent; nobody who uses our forms sends what is no field. */
const fieldsIn = (form: Fields): Fields => {
  const given = checkInput(DraftFields, form, 'body');
  if (!given.ok) throw new HttpProblem('invalid-input', { errors: given.errors });
  return given.value;
};

const changedMeanwhile =
  'This was changed in the meantime, perhaps in another window. What you wrote is kept: look at it, and save it again.';

/** What a use-case refused, beside the field that it names; what no field of the form can mend is a page of its own. */
const errorsOf = (refused: Result<unknown>, fieldOf: (path: string) => string, first: string): Errors | null => {
  if (refused.ok) return null;
  const { code, field, detail = problemKinds[code].detail } = refused.refusal;
  if (code === 'stale-version') return { [first]: changedMeanwhile };
  const name = fieldOf(field ?? first);
  return code === 'invalid-input' || code === 'unknown-place'
    ? { [name]: name === 'windows' ? 'Two of these rows overlap. Please leave one of them out.' : detail }
    : null;
};

/** The contract's name of a field is the form's. */
const asItIs = (path: string): string => path;

const tickFirst = 'Please tick the box first, so that nothing is sent by mistake.';

/** An edit of what has not changed writes nothing: programs that press every button of a page leave no trace. */
const isSame = (written: unknown, kept: unknown): boolean => JSON.stringify(written) === JSON.stringify(kept);

const versionIn = ({ version }: Fields): number => Number(version ?? 0);

type Deps = Pick<Ports, 'clock' | 'places'>;

const claimForm = ({ claimFacility }: UseCases, { clock, places }: Deps): Binding =>
  openPage(contract.claimForm, async (form, call): Promise<Page> => {
    const fields = fieldsIn(form);
    const { step, sure, ...values } = fields;
    const again = (errors: Errors): Page => ({ status: 422, html: claimPage({ values, errors }) });
    if (step === 'change') return { html: claimPage({ values, errors: {} }) };
    const claim = checkClaim(values);
    if (!claim.ok) return again(claim.errors);
    const fieldOf = (path: string): string => fieldOfClaim(path, disciplinesIn(values));
    const place = located({ places }, claim.value);
    const offers = checkedOffers(claim.value);
    const wrong = errorsOf(place, fieldOf, 'zip') ?? errorsOf(offers, fieldOf, 'windows');
    if (wrong !== null) return again(wrong);
    if (step === 'send' && sure === 'yes') {
      const sent = await claimFacility(claim.value, call);
      const refused = errorsOf(sent, fieldOf, 'profile.name');
      if (refused !== null) return again(refused);
      valueOf(sent);
      return { html: claimedPage() };
    }
    const [first] = claim.value.siteOffers;
    if (first === undefined) throw new HttpProblem('invalid-input');
    const { discipline, terms, intakes } = first;
    const facility = { profile: claim.value.profile, place: valueOf(place) };
    const sample = sampleBrief({ facility, discipline, terms, intake: intakes[0] ?? null }, nowOf(clock));
    const errors: Errors = step === 'send' ? { sure: tickFirst } : {};
    return {
      status: step === 'send' ? 422 : 200,
      html: lookPage({ claim: claim.value, fields: values, sample: briefView(sample), errors }),
    };
  });

const siteForm = (
  links: MailedLinks,
  { readFacility, putSiteOffer, addIntake, editIntake }: UseCases,
  { clock }: Deps,
): Binding =>
  linkPages(links)(
    contract.siteForm,
    { purposes: ['facility-access'] },
    async ({ link, form, params }): Promise<Page> => {
      const { id: facilityId, place } = link.facility;
      const discipline = disciplineIn(params);
      const base = baseOf(params);
      const { action, version, intakeId, ...values } = fieldsIn(form);
      const site = siteIn(valueOf(await readFacility({ facilityId }, link)), discipline);
      const again = (name: string, errors: Errors): Page => ({
        status: 422,
        html: sitePage({ base, discipline, site, sent: { form: name, state: { values, errors } } }),
      });
      const to = (done: contract.FacilityDoneCode): Page => ({ to: `${siteAddress(base, discipline)}?done=${done}` });
      const today = dateAt(nowOf(clock), place.zone);

      switch (action) {
        case 'terms': {
          if (site !== null && isSame(termsIn(values), termsIn(termsValues(site.terms)))) return to('unchanged');
          if (site === null && values['optedIn'] === undefined)
            return again(formName, { optedIn: 'Please tick that you take part first.' });
          const terms = checkTerms(values);
          if (!terms.ok) return again(formName, terms.errors);
          const saved = await putSiteOffer(
            {
              facilityId,
              discipline,
              version: version === undefined ? null : versionIn({ version }),
              terms: terms.value,
            },
            link,
          );
          const refused = errorsOf(saved, (path) => fieldOfTerms(path.replace(/^terms\./, '')), 'optedIn');
          if (refused !== null) return again(formName, refused);
          valueOf(saved);
          return to('saved');
        }
        case 'add': {
          const terms = checkIntake(values, today);
          if (!terms.ok) return again('add', terms.errors);
          valueOf(await addIntake({ facilityId, discipline, ...terms.value }, link));
          return to('seats');
        }
        case 'change': {
          const intake = site?.intakes.find(({ id }) => id === intakeId);
          if (intake === undefined) throw new HttpProblem('not-found');
          const name = intakeForm(intake.id);
          const closed = values['closed'] === 'yes';
          const kept = [intakeIn(intakeValues(intake)), intake.closed];
          if (isSame([intakeIn(values), closed], kept)) return to('unchanged');
          // Whoever ends dates of the past is not asked to change them first.
          const terms = checkIntake(values, closed ? '' : today);
          if (!terms.ok) return again(name, terms.errors);
          const saved = await editIntake(
            {
              facilityId,
              intakeId: intake.id,
              version: versionIn({ version: version ?? '0' }),
              closed,
              ...terms.value,
            },
            link,
          );
          const refused = errorsOf(saved, asItIs, 'startsOn');
          if (refused !== null) return again(name, refused);
          valueOf(saved);
          return to('seats');
        }
        default:
          throw new HttpProblem('invalid-input', { detail: 'Please open the link in your mail, and change it there.' });
      }
    },
  );

const profileForm = (links: MailedLinks, { readFacility, editFacility }: UseCases): Binding =>
  linkPages(links)(contract.profileForm, { purposes: ['facility-access'] }, async ({ link, form, params }) => {
    const { id: facilityId } = link.facility;
    const base = baseOf(params);
    const { version, ...values } = fieldsIn(form);
    const facility = valueOf(await readFacility({ facilityId }, link));
    const again = (errors: Errors): Page => ({
      status: 422,
      html: profilePage({ base, facility, sent: { values, errors } }),
    });
    const kept = profileValues(facility);
    if (isSame([profileIn(values), values['zip']], [profileIn(kept), kept['zip']]))
      return { to: `${base}?done=unchanged` };
    const profile = checkProfile(values);
    if (!profile.ok) return again(profile.errors);
    const saved = await editFacility(
      { facilityId, version: versionIn({ version: version ?? '0' }), ...profile.value },
      link,
    );
    const refused = errorsOf(saved, asItIs, 'profile.name');
    if (refused !== null) return again(refused);
    valueOf(saved);
    return { to: `${base}?done=saved` };
  });

const contactForm = (links: MailedLinks, { readFacility, changeFacilityContact }: UseCases): Binding =>
  linkPages(links)(contract.contactForm, { purposes: ['facility-access'] }, async ({ link, form, params }) => {
    const { id: facilityId } = link.facility;
    const { version, sure, ...values } = fieldsIn(form);
    const facility = valueOf(await readFacility({ facilityId }, link));
    const again = (errors: Errors): Page => ({
      status: 422,
      html: contactPage({ base: baseOf(params), facility, sent: { values, errors } }),
    });
    const contact = checkContact(values);
    if (!contact.ok || sure !== 'yes')
      return again({ ...(!contact.ok && contact.errors), ...(sure !== 'yes' && { sure: tickFirst }) });
    const changed = await changeFacilityContact(
      { facilityId, version: versionIn({ version: version ?? '0' }), contact: contact.value },
      link,
    );
    const refused = errorsOf(changed, asItIs, 'contact.name');
    if (refused !== null) return again(refused);
    valueOf(changed);
    // The link that brought one here has ended: there is no page to go back to.
    return { html: contactChangedPage() };
  });

/** The forms by which a facility claims itself, and keeps up what it offers. */
export const facilityForms = (links: MailedLinks, useCases: UseCases, deps: Deps): readonly Binding[] => [
  claimForm(useCases, deps),
  siteForm(links, useCases, deps),
  profileForm(links, useCases),
  contactForm(links, useCases),
];
