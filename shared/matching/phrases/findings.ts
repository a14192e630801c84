import { credentialNames, disciplineNames, type Credential, type Discipline } from '../../domain/discipline.ts';
import { hipaaSourceNames, type HipaaSource } from '../../domain/readiness.ts';
import { dollars, fromTo, hours, listed, onDate } from '../../domain/wording.ts';
import {
  blockInWords,
  coverInWords,
  journeyInWords,
  milesInWords,
  type CoverFacts,
  type JourneyFacts,
} from './measures.ts';
import { people, siteQuestions } from './site-questions.ts';

/** `1 record`, `125 records`. */
const inRecords = (records: number): string => `${records} ${records === 1 ? 'record' : 'records'}`;

/**
 * What each finding says, by code: one entry for each row of the decision tables, and each note.
 * Passes, failures and notes speak to the technologist. Questions and conditions are read by coordinators and facilities
 * as well, so they say nobody is "you".
 */
export const findings = {
  ...siteQuestions,

  // R2 dates and seats
  'intake-fits': ({ startsOn, endsOn, free }: { startsOn: string; endsOn: string; free: number }) =>
    `${free === 1 ? 'One seat is' : `${free} seats are`} free from ${fromTo(startsOn, endsOn)}, within your dates.`,
  'other-discipline': ({ offered }: { offered: Discipline }) => `The site offers ${disciplineNames[offered]} here.`,
  'intake-closed': () => 'The site takes nobody new for these dates.',
  'no-free-seat': () => 'Every seat for these dates is taken.',
  'intake-begun': ({ startsOn }: { startsOn: string }) => `The training began on ${onDate(startsOn)}.`,
  'starts-too-early': ({ startsOn, earliestStart }: { startsOn: string; earliestStart: string }) =>
    `The training starts on ${onDate(startsOn)}, before your earliest start of ${onDate(earliestStart)}.`,
  'ends-too-late': ({ endsOn, latestEnd }: { endsOn: string; latestEnd: string }) =>
    `The training ends on ${onDate(endsOn)}, after your latest end of ${onDate(latestEnd)}.`,

  // R3 consent to contact the employer
  'no-employer-contact': () => 'The site does not belong to your employer, so it may be asked.',
  'employer-contact-allowed': () => 'You agreed that your employer and its sister sites may be contacted.',
  'employer-contact-refused': () => 'It belongs to your employer, and you asked us not to contact your employer.',
  'employer-contact-unanswered': () =>
    "It belongs to the technologist's employer: may this employer and its sister sites be contacted?",
  'employer-by-name': () =>
    "The site has the name of the technologist's employer: is it the employer, and may it be contacted?",

  // R5 and R6 liability
  'not-own-employer': () => 'It is not your own employer, so the site decides which liability insurance you need.',
  'inside-regular-hours': () =>
    'All planned hours inside your regular working hours at your own employer need no extra liability insurance.',
  'employment-unconfirmed': () =>
    'The employer confirms the employment; hours inside regular working hours then need no extra liability insurance.',
  'outside-regular-hours': () =>
    'Some planned hours lie outside your regular working hours, so the site decides which liability insurance they need.',
  'employer-asks-anyway': () => 'Your employer asks for liability insurance even inside regular working hours.',
  'legal-entity-unknown': () =>
    "Is the site run by the technologist's own legal employer, or by another one of the same health system?",
  'cover-waived': () => 'No planned hour needs extra liability insurance.',
  'cover-not-required': () => 'The site requires no liability insurance.',
  'own-cover-enough': () => 'Your own liability insurance meets what the site requires, from start to end.',
  'program-cover-enough': () => "Your program's liability insurance meets what the site requires, from start to end.",
  'cover-to-buy': (facts: CoverFacts) =>
    `The technologist buys ${coverInWords(facts)} before the start on ${onDate(facts.startsOn)}.`,
  'cover-refused': (facts: CoverFacts) => `The site requires ${coverInWords(facts)}, which you do not plan to buy.`,
  'cover-willingness-unknown': (facts: CoverFacts) =>
    `The site requires ${coverInWords(facts)}: will the technologist buy it before the start?`,
  'cover-if-outside': (facts: CoverFacts) =>
    `Hours that do not count as regular working hours need ${coverInWords(facts)}, which the technologist does not plan to buy: are there any?`,
  'ways-to-cover': () =>
    'Cover can come from your program, from the site, or from a policy of your own. One of several sellers is HPSO, with a discount for ASRT members; we recommend none in particular.',

  // R8 HIPAA
  'hipaa-by-employer': () => "Your employer's own HIPAA education counts.",
  'hipaa-host-trains': () => 'The site gives its newcomers HIPAA education before they start.',
  'hipaa-not-asked': () => 'The site asks for no evidence of HIPAA education.',
  'hipaa-accepted': ({ source }: { source: HipaaSource }) =>
    `The site accepts the HIPAA education that you have from ${hipaaSourceNames[source]}.`,
  'hipaa-source-open': ({ source }: { source: HipaaSource }) =>
    source === 'unspecified'
      ? 'Where was the HIPAA education completed? The site asks for the source.'
      : `Does the site accept HIPAA education from ${hipaaSourceNames[source]}?`,
  'hipaa-to-complete': () => 'The technologist completes a HIPAA education that the site accepts before the start.',
  'hipaa-refused': () => 'The site asks for a HIPAA education that you do not have and do not plan to complete.',
  'hipaa-willingness-unknown': () =>
    'The site asks for a HIPAA education that is missing: will the technologist complete one before the start?',
  'hipaa-host-duty': () => 'The site must still train you in its own privacy policies, whatever evidence you bring.',

  // R12, R13 and R18 hours
  'hours-fit': ({ usable, needed }: { usable: number; needed: number }) =>
    `${hours(usable)} a week fit both sides; at least ${hours(needed)} are needed.`,
  'too-few-hours': ({ usable, needed }: { usable: number; needed: number }) =>
    `Only ${hours(usable)} a week fit both sides; at least ${hours(needed)} are needed.`,
  'adjustment-unanswered': () => 'Will the employer confirm the adjusted working hours? The plan needs them.',
  'availability-unknown': () => 'Which hours of the week is the technologist free for training?',
  'shifts-unknown': () => 'Which hours does the technologist work? The shifts rotate, or are not said.',
  'other-time-zone': ({ site, home }: { site: string; home: string }) =>
    `Your hours (${home}) were converted: the planned hours are in the time of the site (${site}).`,
  'zone-unknown': () => 'The time zone of one side is not known, so the hours were compared as they are written.',
  'clocks-change': ({ monday }: { monday: string }) =>
    `The clocks change during the training, so not all weeks are alike: planned is the week of ${onDate(monday)}, the worst one.`,
  'no-blocks-asked': () => 'You ask for weekly hours, not for a block of whole weeks.',
  'weekly-hours-instead': () =>
    'Weekly hours decide; your free whole weeks are not needed, or do not meet these dates.',
  'block-fits': ({ blocks }: { blocks: readonly string[] }) =>
    `Your free whole weeks meet the training's dates: ${listed(blocks.map(blockInWords))}.`,
  'no-block-fits': ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) =>
    `None of your free whole weeks falls between ${onDate(startsOn)} and ${onDate(endsOn)}.`,

  // R14 and R15 money
  'no-charges': () => 'There is nothing to pay.',
  'charges-within-cap': ({ cents, cap }: { cents: number; cap: number }) =>
    `All charges come to ${dollars(cents)}, within your limit of ${dollars(cap)}.`,
  'charges-over-cap': ({ cents, cap }: { cents: number; cap: number }) =>
    `The charges that are known come to ${dollars(cents)}, over your limit of ${dollars(cap)}.`,
  'cap-unknown': ({ cents }: { cents: number }) =>
    `All charges come to ${dollars(cents)}: will the technologist pay that?`,
  'pay-not-asked': () => 'You accept training without pay.',
  paid: () => 'The site pays its trainees.',
  unpaid: () => 'The site does not pay its trainees, and you ask for paid training only.',
  'unpaid-labor-law': () => 'The training is unpaid; whether labor law allows that here is for the site to decide.',

  // R16 and R17 travel
  'own-workplace': () => 'You work there already.',
  'within-travel-limit': (facts: JourneyFacts & { limit: number }) =>
    `It is ${journeyInWords(facts)}, within your limit of ${milesInWords(facts.limit)}.`,
  'over-travel-limit': (facts: JourneyFacts & { limit: number }) =>
    `It is ${journeyInWords(facts)}, beyond your limit of ${milesInWords(facts.limit)}.`,
  'travel-limit-unknown': () => 'How far will the technologist travel? No limit is named.',
  'distance-unknown': () => 'How far away is the site? One of the two ZIP codes could not be placed on the map.',
  'within-commute': ({ commute }: { commute: number }) =>
    `You can sleep at home: it is within the ${milesInWords(commute)} that you would commute.`,
  'housing-every-night': ({ by }: { by: 'host' | 'program' }) =>
    `${by === 'host' ? 'The site' : 'Your program'} offers housing for every night.`,
  'own-lodging': () => 'It is too far to commute, and you accept to pay for lodging.',
  'lodging-refused': () => 'It is too far to commute, no housing is offered, and you do not want to pay for lodging.',

  // R19, A5 and A6 volumes and records
  'volume-said': ({ monthly }: { monthly: number }) => `The site does about ${monthly} procedures a month.`,
  'volume-zero': () => 'The site does no procedures of this discipline at present.',
  'categories-covered': ({ categories }: { categories: readonly string[] }) =>
    `It does procedures in ${listed(categories)}.`,
  'categories-absent': ({ categories }: { categories: readonly string[] }) =>
    `It does none in ${listed(categories)}; other sites may cover that.`,
  'categories-unsaid': ({ categories }: { categories: readonly string[] }) =>
    `It has not said how many it does in ${listed(categories)}.`,
  'no-category-list': () => 'You named no categories of procedures, so the variety of exams was not compared.',
  'daily-limit': ({ records, discipline }: { records: number; discipline: Discipline }) =>
    `At most ${records} ${discipline} procedures can be recorded in one day (ARRT).`,
  'records-window': ({ months }: { months: number }) => `Recorded procedures count for ${months} months (ARRT).`,
  'records-lapse': ({ records }: { records: number }) =>
    `${inRecords(records)} that you have already will no longer count when you are done, and must be made again.`,
  'earliest-record-lapses': ({ countsTo }: { countsTo: string }) =>
    `The earliest record that you named counts until ${onDate(countsTo)} only; what lapses before you are done must be made again.`,

  // R20 finish
  'records-needed': ({ records }: { records: number }) => `You still need ${inRecords(records)}.`,
  'records-unsaid': ({ inAll, totalSource }: { inAll: string | null; totalSource: string }) =>
    `You did not say how many records you still need, so no finish date is told. ${inAll === null ? "How many are needed in all is on ARRT's own page, www.arrt.org." : `In all it is ${inAll} (${totalSource}).`}`,
  'finish-expected': ({ finishesOn }: { finishesOn: string }) =>
    `All records could be there by ${onDate(finishesOn)}, in the planned hours and with the procedures that the site does.`,
  'finish-at-best': ({ finishesOn }: { finishesOn: string }) =>
    `At best all records could be there by ${onDate(finishesOn)}: the site has not said how many procedures it does.`,
  'finish-not-before': ({ finishesOn }: { finishesOn: string }) =>
    `All records could be there on ${onDate(finishesOn)} at the earliest, as some that count now will no longer count then.`,
  'records-short': ({ reachable, records }: { reachable: number; records: number }) =>
    `The training ends before all records are there: it gives at most ${reachable} of ${records}.`,
  'finish-without-hours': () => 'When all records could be there can be told once the hours of both sides are known.',

  // R21 and R22 who takes part, and for whom
  'site-open': () => 'The facility is vetted and takes part in this discipline.',
  'facility-not-open': () => 'The facility does not take part at present.',
  'not-opted-in': () => 'The facility does not take part in this discipline.',
  'open-to-all': () => 'The site also takes people who do not work there.',
  'own-employee': () => 'The site trains its own employees, and you are one.',
  'sister-employee': () => "The site trains its own employees only: does that include its sister sites' employees?",
  'employees-only': () => 'The site trains its own employees only.',
  'hired-to-train': () => 'Being hired there would open it: some sites hire people in order to train them.',

  // R23 people
  'people-there': () => 'A supervisor and a verifier are there, and the staff technologists agree.',
  'supervisor-promised': () => `The site promises ${people.supervisor} by the start.`,
  'supervisor-missing': () => `The site does not have ${people.supervisor}.`,
  'verifier-promised': () => `The site promises ${people.verifier} by the start.`,
  'verifier-missing': () => `The site does not have ${people.verifier}.`,
  'staff-promised': () => `The site promises ${people.staff} by the start.`,
  'staff-missing': () => `The site does not have ${people.staff}.`,

  // R24 and A9 programs
  'affiliation-not-demanded': () => "The site does not require a school's affiliation.",
  'affiliation-not-for-employees': () => "The site requires a school's affiliation, but not of its own employees.",
  'agreement-holds': () => 'Your program has an agreement with the site that holds to the end.',
  'agreement-missing': () =>
    "The site requires a school's affiliation: can the technologist's program make, or extend, an agreement with it?",
  'no-program': () => "The site requires a school's affiliation, and you named no program.",
  'no-program-rules': () => 'You named no program, so no program rules apply.',
  'program-allows': () => 'Your program allows this.',
  'program-rules-unknown': () => "Does the technologist's program allow that sites are contacted?",
  'employer-time-unknown': () => "Does the technologist's program let competencies be earned on the employer's time?",
  'program-forbids-contact': () => 'Your program does not allow that sites are contacted for you.',
  'employer-time-forbidden': () =>
    "Your program does not let you earn competencies on your employer's time, so your shifts were left out of the plan.",

  // R26 and R30 education and credential
  'education-not-demanded': () => 'The site requires no structured education before the start.',
  'education-done': () => 'Your structured education is done.',
  'education-in-progress': () =>
    'The technologist completes the structured education that the site requires before the start.',
  'education-missing': () => 'The site requires structured education, which you have not begun.',
  'education-unknown': () => 'The site requires structured education: has the technologist done it?',
  'credential-admits': ({ credential, discipline }: { credential: Credential; discipline: Discipline }) =>
    `${credentialNames[credential]} admits you to ${disciplineNames[discipline]}.`,
  'credential-lapses': ({ credential, expiresOn }: { credential: Credential; expiresOn: string }) =>
    `${credentialNames[credential]} is renewed: it lapses on ${onDate(expiresOn)}, before the end of the training.`,
  'credential-not-admitting': ({ discipline }: { discipline: Discipline }) =>
    `None of your credentials admits you to ${disciplineNames[discipline]}.`,
  'credential-unlisted': ({ discipline }: { discipline: Discipline }) =>
    `Does the technologist's credential admit to ${disciplineNames[discipline]}? It is not on our list.`,
  'mqsa-first': () => 'In mammography the qualification under the Mammography Quality Standards Act comes first.',
} satisfies Record<string, (facts: never) => string>;

export type Code = keyof typeof findings;
/** The facts that a code's phrase needs: none, or one object. */
export type FactsOf<C extends Code> = Parameters<(typeof findings)[C]>;
