import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { LaptopProblem } from './problem.ts';
import { type Deployment, accountId, region, resourceTypes, standIn } from './resource-types.ts';

/** A resource of a synthesized template, with its intrinsic functions still in place. */
export interface Resource {
  readonly stack: string;
  /** Logical id, unique in its stack. */
  readonly id: string;
  readonly type: string;
  /** The physical name: the template's, or one derived from the ids and the same at the next start. */
  readonly name: string;
  readonly body: unknown;
}

/** What would be deployed: every stack of the cloud assembly, with references resolved to this laptop. */
export interface Template {
  readonly ofType: (type: string) => readonly Resource[];
  /** The resource's properties, resolved and parsed. */
  readonly read: <T>(resource: Resource, schema: z.ZodType<T>) => T;
  /** What `Ref` returns. */
  readonly reference: (resource: Resource) => string;
  /** The directory of a function's bundle. */
  readonly asset: (s3Key: string) => string;
}

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      properties: z
        .looseObject({
          templateFile: z.string().optional(),
          stackName: z.string().optional(),
          directoryName: z.string().optional(),
        })
        .optional(),
    }),
  ),
});

const Output = z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() });

const Stack = z.object({
  Parameters: z.record(z.string(), z.looseObject({ Default: z.unknown().optional() })).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Condition: z.string().optional(),
      Properties: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
  Outputs: z.record(z.string(), Output).default({}),
});
type Stack = z.infer<typeof Stack>;

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new LaptopProblem(`${file} cannot be read: run \`npm run synth\` first.`, { cause });
  }
};

/** The stacks of an assembly and of those nested in it, by stack name. */
const loadStacks = (directory: string): ReadonlyMap<string, Stack> => {
  const stacks = new Map<string, Stack>();
  for (const [id, artifact] of Object.entries(Manifest.parse(readJson(join(directory, 'manifest.json'))).artifacts)) {
    const { templateFile, stackName, directoryName } = artifact.properties ?? {};
    if (artifact.type === 'aws:cloudformation:stack' && templateFile !== undefined) {
      stacks.set(stackName ?? id, Stack.parse(readJson(join(directory, templateFile))));
    } else if (artifact.type === 'cdk:cloud-assembly' && directoryName !== undefined) {
      for (const [name, stack] of loadStacks(join(directory, directoryName))) stacks.set(name, stack);
    }
  }
  return stacks;
};

const typeOf = (stack: string, id: string, type: string): (typeof resourceTypes)[string] => {
  const known = resourceTypes[type];
  if (known === undefined) {
    throw new LaptopProblem(
      `${stack} declares ${id} of type ${type}, which the laptop cloud does not know: teach it in local/resource-types.ts.`,
    );
  }
  return known;
};

const text = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new LaptopProblem(`The template wants text and has ${JSON.stringify(value)}.`);
};
const list = (value: unknown): readonly unknown[] => z.array(z.unknown()).parse(value);
const absent = Symbol('AWS::NoValue');

const pseudoParameters: Readonly<Record<string, unknown>> = {
  'AWS::AccountId': accountId,
  'AWS::NoValue': absent,
  'AWS::Partition': 'aws',
  'AWS::Region': region,
  'AWS::URLSuffix': 'amazonaws.com',
};

export const loadTemplate = (directory: string, addresses: Deployment): Template => {
  const stacks = loadStacks(directory);
  const resources = new Map<string, Resource>();
  const standIns: (readonly [string, string])[] = [];

  const find = (stack: string, id: string): Resource => {
    const resource = resources.get(`${stack}/${id}`);
    if (resource === undefined) throw new LaptopProblem(`${stack} refers to ${id}, which it does not declare.`);
    return resource;
  };

  const exported = (name: string): unknown => {
    for (const [stack, { Outputs }] of stacks) {
      for (const output of Object.values(Outputs)) {
        if (output.Export !== undefined && evaluate(stack, output.Export.Name) === name) {
          return evaluate(stack, output.Value);
        }
      }
    }
    throw new LaptopProblem(`No stack exports ${name}.`);
  };

  const ref = (stack: string, name: string): unknown => {
    if (name === 'AWS::StackName') return stack;
    if (name in pseudoParameters) return pseudoParameters[name];
    const parameter = stacks.get(stack)?.Parameters[name];
    if (parameter !== undefined) return parameter.Default;
    return reference(find(stack, name));
  };

  const reference = ({ stack, id, type, name }: Resource): string =>
    typeOf(stack, id, type).ref?.(name, addresses) ?? name;

  const attribute = (stack: string, id: string, name: string): string => {
    const resource = find(stack, id);
    const known = typeOf(stack, id, resource.type).attributes?.[name];
    if (known === undefined) {
      throw new LaptopProblem(
        `${stack} reads ${id}.${name}, which the laptop cloud does not know of ${resource.type}.`,
      );
    }
    return known(resource.name, addresses);
  };

  const substitute = (stack: string, pattern: string, variables: Readonly<Record<string, unknown>>): string =>
    pattern
      .replace(/\$\{([^!}][^}]*)\}/gu, (_, name: string) => {
        if (name in variables) return text(evaluate(stack, variables[name]));
        const [id = '', member] = name.split(/\.(.*)/su);
        return member === undefined ? text(ref(stack, id)) : attribute(stack, id, member);
      })
      .replaceAll('${!', '${');

  /** Addresses of AWS that a template puts together itself become those of this laptop. */
  const localized = (value: string): string =>
    standIns.reduce((address, [theirs, ours]) => address.replaceAll(theirs, ours), value);

  /** A condition by its name, as a reference to one, or as what it came to. */
  const condition = (stack: string, value: unknown): boolean => {
    if (typeof value === 'string') return evaluate(stack, stacks.get(stack)?.Conditions[value]) === true;
    const named = z.object({ Condition: z.string() }).safeParse(value);
    return named.success ? condition(stack, named.data.Condition) : value === true;
  };

  const functions: Readonly<Record<string, (stack: string, argument: unknown) => unknown>> = {
    Ref: (stack, name) => ref(stack, text(name)),
    'Fn::GetAtt': (stack, argument) => {
      const [id, ...members] = typeof argument === 'string' ? argument.split('.') : list(argument).map(text);
      return attribute(stack, id ?? '', members.join('.'));
    },
    'Fn::Join': (stack, argument) => {
      const [separator, parts] = list(argument);
      return localized(list(evaluate(stack, parts)).map(text).join(text(separator)));
    },
    'Fn::Sub': (stack, argument) => {
      const [pattern, variables] = typeof argument === 'string' ? [argument, {}] : list(argument);
      return localized(substitute(stack, text(pattern), z.record(z.string(), z.unknown()).parse(variables)));
    },
    'Fn::Select': (stack, argument) => {
      const [index, values] = list(argument);
      return list(evaluate(stack, values))[Number(text(evaluate(stack, index)))];
    },
    'Fn::Split': (stack, argument) => {
      const [separator, value] = list(argument);
      return text(evaluate(stack, value)).split(text(separator));
    },
    'Fn::ImportValue': (stack, name) => exported(text(evaluate(stack, name))),
    'Fn::If': (stack, argument) => {
      const [name, yes, no] = list(argument);
      return evaluate(stack, condition(stack, name) ? yes : no);
    },
    'Fn::Equals': (stack, argument) => {
      const [left, right] = list(evaluate(stack, argument));
      return left === right;
    },
    'Fn::Not': (stack, argument) => !condition(stack, list(evaluate(stack, argument))[0]),
    'Fn::And': (stack, argument) => list(evaluate(stack, argument)).every((one) => condition(stack, one)),
    'Fn::Or': (stack, argument) => list(evaluate(stack, argument)).some((one) => condition(stack, one)),
  };

  const evaluate = (stack: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => evaluate(stack, one)).filter((one) => one !== absent);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only !== undefined && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
      const apply = functions[only[0]];
      if (apply === undefined)
        throw new LaptopProblem(`${stack} uses ${only[0]}, which the laptop cloud does not know.`);
      return apply(stack, only[1]);
    }
    return Object.fromEntries(
      entries.map(([key, one]) => [key, evaluate(stack, one)] as const).filter(([, one]) => one !== absent),
    );
  };

  for (const [stack, { Resources }] of stacks) {
    for (const [id, { Type: type, Condition: only, Properties: body }] of Object.entries(Resources)) {
      const known = typeOf(stack, id, type);
      if (only !== undefined && !condition(stack, only)) continue;
      const given = known.name === undefined ? undefined : evaluate(stack, body[known.name]);
      const name =
        known.generated?.(`${stack}/${id}`) ?? (typeof given === 'string' ? given : `${stack}-${id}-${addresses.mark}`);
      resources.set(`${stack}/${id}`, { stack, id, type, name, body });
      const spelled = standIn(type, name, addresses);
      if (spelled !== null) standIns.push(spelled);
    }
  }

  return {
    ofType: (type) => [...resources.values()].filter((resource) => resource.type === type),
    read: (resource, schema) => {
      const parsed = schema.safeParse(evaluate(resource.stack, resource.body));
      if (parsed.success) return parsed.data;
      throw new LaptopProblem(
        `${resource.stack} declares ${resource.id} (${resource.type}) in a way the laptop cloud cannot run: ${z.prettifyError(parsed.error)}`,
      );
    },
    reference,
    asset: (s3Key) => resolve(directory, `asset.${s3Key.replace(/\.zip$/u, '')}`),
  };
};
