import { App } from 'aws-cdk-lib';
import { settingsOf } from './stages.ts';
import { addStacks } from './stacks.ts';

const app = new App();
addStacks(app, settingsOf(String(app.node.tryGetContext('stage') ?? 'laptop')));
