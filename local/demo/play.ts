import type { Cloud } from '../cloud.ts';
import { showMails } from './acts.ts';
import { title } from './print.ts';
import { importRealHosts } from './real-hosts.ts';
import { playRealStory } from './real-story.ts';
import { setStage } from './stage.ts';
import { playStory } from './story.ts';

export interface DemoOptions {
  /** A hospital file as published by CMS, instead of the invented facilities. */
  readonly hospitals?: { readonly file: string; readonly seed: string };
}

/** Plays the whole job on a running laptop cloud and lists the mails that it sent. */
export const playDemo = async (cloud: Cloud, { hospitals }: DemoOptions): Promise<void> => {
  const stage = await setStage(cloud);
  const before = cloud.mails().length;
  if (hospitals === undefined) await playStory(stage);
  else await playRealStory(stage, await importRealHosts(cloud, hospitals.file, hospitals.seed));
  await stage.settle();
  title('Every mail that was sent');
  showMails(cloud.mails().slice(before));
};
