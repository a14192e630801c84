import type { ScheduledEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { DirectoryMessage, type MatchMessage } from '../../shared/contracts/messages.ts';
import { disciplines, type Discipline } from '../../shared/domain/discipline.ts';
import { ok } from '../../shared/domain/result.ts';
import type { Log } from '../../shared/observability/log.ts';
import type { Directory } from '../../shared/usecases/ports.ts';
import { queueWorker } from '../queue-worker.ts';
import type { SendMessages } from '../send-messages.ts';

/**
 * Keeps the directories, and then has those matched again who wait in a discipline of which something may have opened:
 * once for a batch, and only after the directory says so.
 */
export const directoryWorker =
  (directory: Directory, queueMatches: SendMessages, log: Log) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const opened = new Set<Discipline>();
    const response = await queueWorker({
      log,
      message: DirectoryMessage,
      work: async (message) => {
        if ('rebuild' in message) {
          await directory.rebuild(message.rebuild);
          opened.add(message.rebuild);
          return ok({ changed: true });
        }
        if ('check' in message) {
          const checked = await directory.check(message.check);
          if (checked.changed) {
            log.error('a directory had missed changes', { discipline: message.check });
            opened.add(message.check);
          }
          return ok(checked);
        }
        const kept = await directory.keep(message.facilityId, message.discipline);
        // Told again, it finds everything kept, and still nobody may have been matched: so the message decides.
        if (message.opens) opened.add(message.discipline);
        return ok(kept);
      },
    })(event);
    const unsent = await queueMatches(
      [...opened].map((discipline) => JSON.stringify({ discipline } satisfies MatchMessage)),
    );
    if (unsent.length > 0) throw new Error('Some disciplines could not be queued to be matched again.');
    return response;
  };

/** Once a day: has every directory checked, each by a message of its own, so that one that fails is tried again alone. */
export const dailyCheck = (queueChecks: SendMessages) => async (): Promise<void> => {
  const unsent = await queueChecks(
    disciplines.map((discipline) => JSON.stringify({ check: discipline } satisfies DirectoryMessage)),
  );
  if (unsent.length > 0) throw new Error('Some directories could not be queued to be checked.');
};

/** Messages of the directory queue, and the daily schedule. */
export const keepDirectories =
  (work: ReturnType<typeof directoryWorker>, check: ReturnType<typeof dailyCheck>) =>
  (event: SQSEvent | ScheduledEvent): Promise<SQSBatchResponse | void> =>
    'Records' in event ? work(event) : check();
