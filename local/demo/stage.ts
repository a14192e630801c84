import { millisecondsADay } from '../../shared/domain/durations.ts';
import { apiClient, type Client } from '../client.ts';
import type { Cloud } from '../cloud.ts';
import { signIn } from '../sign-in.ts';
import { found } from './expect.ts';

/** The play's stage: the laptop cloud, seen as the people in the play see it. */
export interface Stage {
  readonly client: Client;
  /** The coordinator's access token, as it is now. */
  readonly coordinator: string;
  readonly today: Date;
  /** Waits until every mail that the last step caused has arrived. */
  readonly settle: () => Promise<void>;
  /** Lets time pass, and runs what the schedules would have run. */
  readonly wait: (minutes: number) => Promise<void>;
  /** The token of the newest mailed link of one page, as its reader would find it: `confirm`, `status`, `answer`, `facility`. */
  readonly linkIn: (mailbox: string, page: string) => Promise<string>;
}

/** 10:00 in New York on the first Tuesday of a year's March. */
const tuesdayOfMarch = (year: number): Date => {
  const first = new Date(Date.UTC(year, 2, 1, 15));
  return new Date(first.getTime() + ((9 - first.getUTCDay()) % 7) * millisecondsADay);
};

/**
 * When a play begins: on a working morning, with no holiday in the weeks after it. Facilities are written to in their
 * working hours only, and a play that begins on a Saturday would wait for its first brief until Monday.
 */
const curtain = (now: Date): Date => {
  const thisYear = tuesdayOfMarch(now.getUTCFullYear());
  return thisYear < now ? tuesdayOfMarch(now.getUTCFullYear() + 1) : thisYear;
};

export const setStage = async (cloud: Cloud): Promise<Stage> => {
  const now = cloud.clock.now();
  cloud.clock.advance(curtain(now).getTime() - now.getTime());
  const signInAsCoordinator = () => signIn(cloud, { username: 'coordinator' });
  let coordinator = await signInAsCoordinator();
  return {
    client: apiClient(cloud.api),
    get coordinator() {
      return coordinator;
    },
    today: cloud.clock.now(),
    settle: cloud.settle,
    wait: async (minutes) => {
      cloud.clock.advance(minutes * 60_000);
      await cloud.runSchedule('run-deadlines');
      await cloud.settle();
      // A sign-in holds for an hour.
      coordinator = await signInAsCoordinator();
    },
    linkIn: async (mailbox, page) => {
      await cloud.settle();
      const link = new RegExp(`/${page}/(\\S+)`);
      const tokens = cloud
        .mails()
        .filter((mail) => mail.to.includes(mailbox))
        .flatMap((mail) => link.exec(mail.text)?.[1] ?? []);
      return found(tokens.at(-1), `a mail to ${mailbox} with a link to /${page}`);
    },
  };
};
