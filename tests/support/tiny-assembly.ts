import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties?: object }>>;

/** A statement of a function's role: what it may do, and on what. */
export const may = (actions: readonly string[], ...resources: readonly unknown[]): object => ({
  Effect: 'Allow',
  Action: actions,
  Resource: resources,
});

/** A function with a role of its own, as CDK synthesizes it; its code is the body of an async `(event, context)`. */
export const functionOf = (
  directory: string,
  name: string,
  code: string,
  options: { readonly statements?: readonly object[]; readonly variables?: object; readonly timeout?: number } = {},
): Resources => {
  const asset = join(directory, `asset.${name}`);
  mkdirSync(asset, { recursive: true });
  writeFileSync(
    join(asset, 'index.js'),
    `const { createRequire } = require('node:module');
const load = createRequire(${JSON.stringify(import.meta.filename)});
exports.handler = async (event, context) => {
${code}
};
`,
  );
  return {
    [`${name}Role`]: { Type: 'AWS::IAM::Role' },
    [`${name}Policy`]: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        PolicyName: `${name}Policy`,
        PolicyDocument: { Version: '2012-10-17', Statement: options.statements ?? [] },
        Roles: [{ Ref: `${name}Role` }],
      },
    },
    [name]: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Bucket: 'assets', S3Key: `${name}.zip` },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Timeout: options.timeout ?? 5,
        Role: { 'Fn::GetAtt': [`${name}Role`, 'Arn'] },
        Environment: { Variables: { POWERTOOLS_SERVICE_NAME: name, ...options.variables } },
      },
    },
  };
};

/** Writes a cloud assembly of one stack and returns its directory. */
export const writeAssembly = (directory: string, resources: Resources): string => {
  mkdirSync(directory, { recursive: true });
  writeFileSync(
    join(directory, 'manifest.json'),
    JSON.stringify({
      version: '1',
      artifacts: {
        Tiny: {
          type: 'aws:cloudformation:stack',
          properties: { templateFile: 'Tiny.template.json', stackName: 'tiny' },
        },
      },
    }),
  );
  writeFileSync(join(directory, 'Tiny.template.json'), JSON.stringify({ Resources: resources }));
  return directory;
};
