import { parseSettings, type Settings } from './settings.ts';

/** What every stage has in common: rules of the service rather than of a place. */
const common = {
  periods: { confirmHours: 72, answerDays: 7, reminders: 2, undoMinutes: 15, sweepMinutes: 5 },
  matching: {
    // Ours: a road is about a third longer than the straight line.
    detourFactor: 1.3,
    // Ours: a mean of town and highway. The page shows the formula, so a reader can correct it in his mind.
    milesPerHour: 50,
    // Ours (ADR 32): the way from one to the other. Who works by day trains in the evening.
    restMinutes: 30,
  },
  // Ours: a class of thirty can file from one room, and what comes from everywhere in an hour is no flood of mail.
  forms: { perNetworkADay: 40, anHour: 600, perSecond: 5, atOnce: 20 },
  digest: { zone: 'America/New_York', hour: 8 },
  // Ours (R27): who is asked too often stops answering.
  contacts: { maxOpenBriefs: 3, maxBriefsAMonth: 8, restDaysAfterNo: 60 },
};

/**
 * The stages by name, chosen with `-c stage=…`. Example addresses pass on the laptop only,
 * so staging and production refuse to synthesize until theirs are filled in.
 */
const stages: Readonly<Record<string, object>> = {
  laptop: {
    ...common,
    // On a laptop everybody comes from one address.
    forms: { perNetworkADay: 2000, anHour: 2000, perSecond: 100, atOnce: 200 },
    stage: 'laptop',
    // Nobody throttles a laptop.
    sending: { mailsPerSecond: 1000, workers: 2 },
    siteUrl: null,
    mailFrom: 'placements@example.org',
    coordinatorEmail: 'coordinators@example.org',
    alarmEmail: null,
    postalAddress: 'Clinical Site Match, 1 Example Street, Exampletown, NY 00000',
    signInCallbackUrls: ['http://localhost:3000/signed-in'],
    removal: 'retain',
    logDays: 7,
    requestsPerSecond: 100,
    requestsAtOnce: 200,
  },
  staging: {
    ...common,
    stage: 'staging',
    // The sandbox of SES.
    sending: { mailsPerSecond: 1, workers: 2 },
    siteUrl: null,
    mailFrom: 'placements@staging.example.org',
    coordinatorEmail: 'coordinators@staging.example.org',
    alarmEmail: 'operators@staging.example.org',
    postalAddress: 'Clinical Site Match, 1 Example Street, Exampletown, NY 00000',
    signInCallbackUrls: ['https://staging.example.org/signed-in'],
    removal: 'destroy',
    logDays: 30,
    requestsPerSecond: 20,
    requestsAtOnce: 40,
  },
  production: {
    ...common,
    stage: 'production',
    // What SES gives a new account; ask for more and say so here.
    sending: { mailsPerSecond: 14, workers: 2 },
    siteUrl: 'https://placements.example.org',
    mailFrom: 'placements@example.org',
    coordinatorEmail: 'coordinators@example.org',
    alarmEmail: 'operators@example.org',
    postalAddress: 'Clinical Site Match, 1 Example Street, Exampletown, NY 00000',
    signInCallbackUrls: ['https://placements.example.org/signed-in'],
    removal: 'retain',
    logDays: 365,
    requestsPerSecond: 50,
    requestsAtOnce: 100,
  },
};

export const settingsOf = (stage: string): Settings => {
  const values = stages[stage];
  if (values === undefined)
    throw new Error(`There is no stage "${stage}". Stages: ${Object.keys(stages).join(', ')} (infra/stages.ts).`);
  return parseSettings(stage, values);
};
