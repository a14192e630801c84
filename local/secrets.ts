import { createHash, randomInt } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { type Service, ServiceError } from './gateway.ts';
import { stateFile } from './state-file.ts';
import type { Template } from './template.ts';

const Secret = z.looseObject({
  SecretString: z.string().optional(),
  GenerateSecretString: z
    .strictObject({
      SecretStringTemplate: z.string().optional(),
      GenerateStringKey: z.string().optional(),
      PasswordLength: z.number().default(32),
      ExcludePunctuation: z.boolean().default(false),
      ExcludeCharacters: z.string().default(''),
    })
    .optional(),
});

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[]^_`{|}~\\';

const generate = ({ SecretString, GenerateSecretString: wish }: z.infer<typeof Secret>): string => {
  if (wish === undefined) return SecretString ?? '';
  const alphabet = (wish.ExcludePunctuation ? letters : letters + punctuation)
    .split('')
    .filter((letter) => !wish.ExcludeCharacters.includes(letter));
  const password = Array.from({ length: wish.PasswordLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  if (wish.SecretStringTemplate === undefined || wish.GenerateStringKey === undefined) return password;
  const whole = z.record(z.string(), z.unknown()).parse(JSON.parse(wish.SecretStringTemplate));
  return JSON.stringify({ ...whole, [wish.GenerateStringKey]: password });
};

/** Secrets Manager: the template's secrets, generated once and kept on disk. */
export const openSecrets = (template: Template, directory: string): Service => {
  const file = stateFile<Readonly<Record<string, string>>>(
    join(directory, 'secrets.json'),
    z.record(z.string(), z.string()),
    () => ({}),
  );
  const arns = new Map<string, string>();
  for (const resource of template.ofType('AWS::SecretsManager::Secret')) {
    arns.set(resource.name, template.reference(resource));
    if (!(resource.name in file.get())) {
      file.set({ ...file.get(), [resource.name]: generate(template.read(resource, Secret)) });
    }
  }
  const find = (id: unknown): readonly [string, string] | undefined =>
    [...arns].find(([name, arn]) => id === name || id === arn);

  return {
    name: 'secretsmanager',
    needs: ({ action, input }) => [
      { action: `secretsmanager:${action}`, resource: find(input['SecretId'])?.[1] ?? String(input['SecretId']) },
    ],
    handle: async ({ action, input }) => {
      if (action !== 'GetSecretValue') {
        throw new ServiceError('UnknownOperationException', `The laptop cloud has no ${action}.`);
      }
      const [name, arn] = find(input['SecretId']) ?? [];
      if (name === undefined) {
        throw new ServiceError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
      }
      const value = file.get()[name] ?? '';
      const VersionId = createHash('sha256').update(value).digest('hex').slice(0, 32);
      const answer = { ARN: arn, Name: name, SecretString: value, VersionId, VersionStages: ['AWSCURRENT'] };
      return { status: 200, body: JSON.stringify(answer) };
    },
  };
};
