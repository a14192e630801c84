import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

export type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties?: object }>>;

export const arnOf = (id: string): object => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** A statement of a function's role: what it may do, and on what. */
export const may = (actions: string | readonly string[], ...resources: readonly unknown[]): object => ({
  Effect: 'Allow',
  Action: actions,
  Resource: resources,
});

/** A directory that goes when this run of tests is done. */
export const emptyDirectory = (): string => mkdtempSync(join(inject('scratch'), 'data-'));

interface FunctionOptions {
  /**
   * Body of an async function of `event` and `context`. `load` is `require` for the project's packages;
   * `note` writes a value down for `notesOf`.
   */
  readonly code: string;
  readonly statements?: readonly object[];
  readonly variables?: object;
  readonly timeout?: number;
}

const notesFile = (assembly: string, name: string): string => join(assembly, `${name}.notes`);

/** What a function noted, call by call. */
export const notesOf = (assembly: string, name: string): readonly unknown[] =>
  readFileSync(notesFile(assembly, name), { encoding: 'utf8', flag: 'a+' })
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

/** Writes a function's bundle into the assembly; returns its resources as CDK synthesizes them, with a role of its own. */
export const functionOf = (assembly: string, name: string, options: FunctionOptions): Resources => {
  const asset = join(assembly, `asset.${name}`);
  mkdirSync(asset, { recursive: true });
  writeFileSync(
    join(asset, 'index.js'),
    `const load = require('node:module').createRequire(${JSON.stringify(import.meta.filename)});
const note = (value) => require('node:fs').appendFileSync(${JSON.stringify(notesFile(assembly, name))}, JSON.stringify(value) + '\\n');
exports.handler = async (event, context) => { ${options.code} };\n`,
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
        Timeout: options.timeout ?? 10,
        Role: arnOf(`${name}Role`),
        Environment: { Variables: { POWERTOOLS_SERVICE_NAME: name, ...options.variables } },
      },
    },
  };
};

/** A table whose items have one key, `pk`, with an index on `group` and a stream. */
export const table: Resources = {
  Table: {
    Type: 'AWS::DynamoDB::GlobalTable',
    Properties: {
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'group', AttributeType: 'S' },
      ],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'groups',
          KeySchema: [{ AttributeName: 'group', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      Replicas: [{ Region: 'us-east-1' }],
    },
  },
};

/** Writes a cloud assembly of these stacks into the directory. */
export const writeAssembly = (
  directory: string,
  stacks: Readonly<Record<string, { readonly Resources: Resources }>>,
): void => {
  mkdirSync(directory, { recursive: true });
  const artifacts = Object.fromEntries(
    Object.keys(stacks).map((stackName) => [
      stackName,
      { type: 'aws:cloudformation:stack', properties: { templateFile: `${stackName}.template.json`, stackName } },
    ]),
  );
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify({ version: '1', artifacts }));
  for (const [stackName, template] of Object.entries(stacks))
    writeFileSync(join(directory, `${stackName}.template.json`), JSON.stringify(template));
};
