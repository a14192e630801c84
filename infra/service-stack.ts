import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Env as AdvanceShortlist } from '../functions/advance-shortlist/env.ts';
import { Env as DeliverEmail } from '../functions/deliver-email/env.ts';
import { Env as KeepDirectory } from '../functions/keep-directory/env.ts';
import { Env as MatchRequest } from '../functions/match-request/env.ts';
import { Env as RecordEmailEvent } from '../functions/record-email-event/env.ts';
import { Env as RelayChanges } from '../functions/relay-changes/env.ts';
import { Env as RunDeadlines } from '../functions/run-deadlines/env.ts';
import { Env as RunRound } from '../functions/run-round/env.ts';
import { Env as SweepOutbox } from '../functions/sweep-outbox/env.ts';
import { routes } from '../shared/contracts/routes.ts';
import { ChangeStream } from './constructs/change-stream.ts';
import { MailChannel } from './constructs/mail-channel.ts';
import {
  knowsContactBudget,
  knowsCoordinator,
  knowsMailOrigin,
  knowsSendRate,
  knowsDigest,
  knowsMatching,
  knowsPeriods,
  knowsSender,
  mayFillTable,
  mayKeepDirectories,
  mayMoveMails,
  mayQueueDirectories,
  mayQueueMails,
  mayQueueMatches,
  mayQueueRounds,
  mayQueueShortlists,
  mayReadLinkSecret,
  mayReadTable,
  maySendMails,
  mayWriteTable,
  together,
} from './constructs/powers.ts';
import { everyDay, everyMinute } from './constructs/schedule.ts';
import { ServiceFunction } from './constructs/service-function.ts';
import { SignIn } from './constructs/sign-in.ts';
import { WebApi } from './constructs/web-api.ts';
import { WorkQueue } from './constructs/work-queue.ts';
import type { DataStack } from './data-stack.ts';
import { raiseAlarms } from './service-alarms.ts';
import type { Settings } from './settings.ts';
import { webFunctions } from './web-functions.ts';

export interface ServiceStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
}

/** Everything that runs, and who may sign in. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { settings, data, ...props }: ServiceStackProps) {
    super(scope, id, props);
    const { table, linkSecret } = data;
    const { logDays } = settings;

    const web = new WebApi(this, 'Web', settings);

    const userPool = new SignIn(this, 'SignIn', { settings, siteUrl: web.siteUrl });
    const servedBy = webFunctions(this, { settings, data, siteUrl: web.siteUrl, userPool });
    web.answers({ routes, servedBy, signIn: userPool });

    const mails = new WorkQueue(this, 'MailQueue', {
      workerTimeout: 60,
      impact: 'mails were not sent after five tries and wait here; the sweeper tries them again. Look for SES errors.',
    });
    const directories = new WorkQueue(this, 'DirectoryQueue', {
      workerTimeout: 300,
      impact:
        'what a facility changed is not seen by matching: it is not found, or found in vain. Offers check the facility itself.',
    });
    const matches = new WorkQueue(this, 'MatchQueue', {
      workerTimeout: 120,
      impact: 'confirmed requests do not reach the review queue: technologists wait and coordinators do not see them.',
    });
    const shortlists = new WorkQueue(this, 'ShortlistQueue', {
      workerTimeout: 60,
      impact: 'after a no, the next site of a shortlist was not asked: technologists wait without knowing.',
    });

    const rounds = new WorkQueue(this, 'RoundQueue', {
      workerTimeout: 900,
      // One message at a time, and nobody is throttled: six times would leave a killed part alone for an hour and a half.
      hiddenFor: 1.1,
      impact: 'a round stands still: it neither goes on nor says that it failed. Discard it and start another.',
    });

    const relayChanges = new ServiceFunction(this, 'relay-changes', {
      description: 'Passes changes of the table on to the queues',
      env: RelayChanges,
      powers: together(
        mayQueueMails(mails.queue),
        mayQueueDirectories(directories.queue),
        mayQueueMatches(matches.queue),
        mayQueueShortlists(shortlists.queue),
        mayQueueRounds(rounds.queue),
      ),
      memory: 256,
      timeout: 30,
      logDays,
      impact: 'mails, matching and next offers are late until a retry passes.',
    });
    const keepDirectory = new ServiceFunction(this, 'keep-directory', {
      description: 'Keeps what matching reads of open sites, and has waiting requests matched when one opens',
      env: KeepDirectory,
      powers: together(
        mayReadTable(table, 'lists'),
        mayKeepDirectories(table),
        mayQueueDirectories(directories.queue),
        mayQueueMatches(matches.queue),
      ),
      memory: 1024,
      timeout: 300,
      logDays,
      impact: 'matching sees changes of facilities late.',
    });
    const matchRequest = new ServiceFunction(this, 'match-request', {
      description: 'Matches confirmed requests, and waiting ones when a site changes',
      env: MatchRequest,
      powers: together(mayReadTable(table, 'lists'), mayWriteTable(table), knowsMatching(settings)),
      memory: 1024,
      timeout: 120,
      logDays,
      impact: 'confirmed requests reach the review queue late.',
    });
    const advanceShortlist = new ServiceFunction(this, 'advance-shortlist', {
      description: 'Makes the next offer of an approved shortlist after a no',
      env: AdvanceShortlist,
      powers: together(
        mayReadTable(table, 'lists'),
        mayWriteTable(table),
        knowsPeriods(settings),
        knowsMatching(settings),
        knowsContactBudget(settings),
      ),
      memory: 512,
      timeout: 60,
      logDays,
      impact: 'after a no, the next site is asked late.',
    });
    const runRound = new ServiceFunction(this, 'run-round', {
      description: 'Works out one part of a round: everybody who waits in a discipline against its open seats',
      env: RunRound,
      powers: together(
        mayReadTable(table, 'lists'),
        mayWriteTable(table),
        mayFillTable(table),
        knowsMatching(settings),
        knowsContactBudget(settings),
      ),
      // The core needs less than 1 GB for 350,000 requests at 25,000 facilities (`npm run bench`, P2); the requests of
      // a discipline as they are read, and its lines, come on top of that.
      memory: 4096,
      timeout: 900,
      logDays,
      impact: 'a round is late; after four tries it says that it failed.',
    });
    const mailChannel = new MailChannel(this, 'Mail', { from: settings.mailFrom });
    const deliverEmail = new ServiceFunction(this, 'deliver-email', {
      description: 'Renders mails of the outbox and hands them to SES',
      env: DeliverEmail,
      powers: together(
        mayReadTable(table),
        mayMoveMails(table),
        mayReadLinkSecret(linkSecret),
        maySendMails(mailChannel),
        knowsSendRate(settings),
        knowsCoordinator(settings),
        knowsSender(settings, web.siteUrl),
      ),
      memory: 512,
      timeout: 60,
      logDays,
      impact: 'mails go out late until a retry passes.',
    });
    const recordEmailEvent = new ServiceFunction(this, 'record-email-event', {
      description: 'Notes in the outbox what SES reports of a mail',
      env: RecordEmailEvent,
      // Beside moving mails: an address is suppressed and outreach stopped, each with its audit line and its notice.
      powers: together(mayReadTable(table, 'lists'), mayWriteTable(table), knowsMailOrigin(mailChannel)),
      memory: 256,
      timeout: 15,
      logDays,
      impact: 'bounces and deliveries are noted late; doubtful mails stay doubtful.',
    });
    const runDeadlines = new ServiceFunction(this, 'run-deadlines', {
      description:
        'Every minute: what has expired, lapsed, or can no longer be undone; mails that follow by themselves',
      env: RunDeadlines,
      powers: together(mayReadTable(table, 'due', 'lists'), mayWriteTable(table), knowsDigest(settings)),
      memory: 512,
      timeout: 50,
      logDays,
      impact: 'introductions leave late, and unanswered offers hold their seats. It runs again within a minute.',
    });
    const sweepOutbox = new ServiceFunction(this, 'sweep-outbox', {
      description: 'Every minute: mails and requests that the stream or a worker lost',
      env: SweepOutbox,
      powers: together(
        mayReadTable(table, 'due', 'lists'),
        mayMoveMails(table),
        mayQueueMails(mails.queue),
        mayQueueMatches(matches.queue),
        mayQueueShortlists(shortlists.queue),
        mayQueueRounds(rounds.queue),
        knowsPeriods(settings),
      ),
      memory: 256,
      timeout: 50,
      logDays,
      impact: 'lost mails and requests stay lost, and doubtful mails unseen. It runs again within a minute.',
    });

    new ChangeStream(this, 'Changes', { table, relay: relayChanges });
    // More would only be in each other's way: the changes of a discipline are numbered one after the other.
    directories.feeds(keepDirectory, { atOnce: 2 });
    matches.feeds(matchRequest, { atOnce: 5 });
    shortlists.feeds(advanceShortlist, { atOnce: 5 });
    rounds.feeds(runRound, { atOnce: 2, batch: 1 });
    // A batch has to end within the worker's time even when SES is silent: two time-outs and the pauses between tries.
    mails.feeds(deliverEmail, { atOnce: settings.sending.workers, batch: 2 });
    mailChannel.reportsTo(recordEmailEvent);
    everyDay(keepDirectory);
    everyMinute(runDeadlines);
    everyMinute(sweepOutbox);

    raiseAlarms(this, { settings, sweepOutbox, servedBy });
  }
}
