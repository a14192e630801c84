import * as z from 'zod';
import { nameOf } from './functions.ts';
import { LaptopProblem } from './problem.ts';
import type { Template } from './template.ts';

/** One action on one resource that a call comes down to, as IAM names them. */
export interface Need {
  readonly action: string;
  readonly resource: string;
  /** IAM's condition keys of this call, as far as the laptop cloud knows them. */
  readonly context?: Readonly<Record<string, string>>;
}

/** Says whether a function's role allows something. */
export type Allows = (functionName: string, need: Need) => boolean;

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/** Conditions are few on purpose: one that the laptop cloud cannot check stops it. */
const Condition = z.partialRecord(
  z.enum(['StringEquals', 'StringLike']),
  z.partialRecord(z.enum(['ses:FromAddress']), oneOrMore),
);

const Statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: Condition.default({}),
});
type Statement = z.infer<typeof Statement>;

const PolicyDocument = z.looseObject({ Statement: z.array(Statement) });
const Policy = z.looseObject({ PolicyDocument, Roles: z.array(z.string()).default([]) });
const Role = z.looseObject({
  Policies: z.array(z.object({ PolicyName: z.string(), PolicyDocument })).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
});

/** Lets a function write its logs, which nothing on a laptop is asked for. */
const logsOnly = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';

const expressionOf = (pattern: string, flags: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/gu, String.raw`\$&`)
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    flags,
  );

/** Each call asks the same few patterns. */
const expressions = new Map<string, RegExp>();

/** IAM's patterns: `*` any run of characters, `?` any one. */
const matches = (pattern: string, value: string, flags = 'su'): boolean => {
  const key = `${flags} ${pattern}`;
  const expression = expressions.get(key) ?? expressionOf(pattern, flags);
  expressions.set(key, expression);
  return expression.test(value);
};

const conditionHolds = (condition: z.infer<typeof Condition>, context: Readonly<Record<string, string>>): boolean =>
  Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) =>
      values.some((value) => {
        const actual = context[key] ?? '';
        return operator === 'StringLike' ? matches(value, actual) : value === actual;
      }),
    ),
  );

const applies = (statement: Statement, { action, resource, context = {} }: Need): boolean =>
  statement.Action.some((pattern) => matches(pattern, action, 'siu')) &&
  statement.Resource.some((pattern) => matches(pattern, resource)) &&
  conditionHolds(statement.Condition, context);

/** What IAM decides: nothing is allowed unless a statement allows it and none denies it. */
export const decide = (statements: readonly Statement[], need: Need): boolean => {
  const applicable = statements.filter((statement) => applies(statement, need));
  return applicable.length > 0 && applicable.every(({ Effect }) => Effect === 'Allow');
};

const nameIn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** The roles that the template gives its functions. */
export const readRoles = (template: Template): Allows => {
  const statements = new Map<string, Statement[]>();
  const give = (role: string, document: z.infer<typeof PolicyDocument>): void => {
    statements.set(role, [...(statements.get(role) ?? []), ...document.Statement]);
  };
  for (const type of ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy']) {
    for (const resource of template.ofType(type)) {
      const { PolicyDocument: document, Roles: roles } = template.read(resource, Policy);
      for (const role of roles) give(role, document);
    }
  }
  for (const resource of template.ofType('AWS::IAM::Role')) {
    const { Policies: policies, ManagedPolicyArns: managed } = template.read(resource, Role);
    for (const { PolicyDocument: document } of policies) give(resource.name, document);
    const unknown = managed.find(
      (arn) => arn !== logsOnly && !template.ofType('AWS::IAM::ManagedPolicy').some(({ name }) => name === nameIn(arn)),
    );
    if (unknown !== undefined) {
      throw new LaptopProblem(
        `The role ${resource.name} uses ${unknown}, whose statements the laptop cloud does not know.`,
      );
    }
  }
  const roleOf = new Map(
    template.ofType('AWS::Lambda::Function').map((resource) => {
      const { Role: arn } = template.read(resource, z.looseObject({ Role: z.string() }));
      return [nameOf(template, resource), nameIn(arn)];
    }),
  );
  return (functionName, need) => decide(statements.get(roleOf.get(functionName) ?? '') ?? [], need);
};
