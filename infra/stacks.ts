import { Tags, Validations, type App } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';
import type { Settings } from './settings.ts';

/**
 * The service as two stacks, data apart from what runs. References between them are exports (`strong` in cdk.json), so
 * that the data stack cannot be removed, nor its table replaced, while the service uses it.
 * What breaks a rule of AWS Solutions stops the synthesis.
 */
export const addStacks = (app: App, settings: Settings) => {
  const stackName = (part: string) => `clinical-site-match-${settings.stage}-${part}`;
  const data = new DataStack(app, 'Data', { settings, stackName: stackName('data') });
  const service = new ServiceStack(app, 'Service', { settings, data, stackName: stackName('service') });
  Tags.of(app).add('service', 'clinical-site-match');
  Tags.of(app).add('stage', settings.stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { data, service };
};
