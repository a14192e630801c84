import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import { addressesFile } from './cloud.ts';
import { runCommand } from './command.ts';
import { LaptopProblem } from './problem.ts';

const help = `npm run make-admin -- you@example.org [options]   Makes somebody an admin, who may also coordinate.

  --pool ID      the user pool of a deployed stage (output UserPoolId of its service stack; needs AWS credentials);
                 without it the laptop cloud, which must be running
  --data DIR     where that laptop cloud keeps its data (.laptop-cloud)
`;

const Addresses = z.object({
  userPoolId: z.string(),
  sdk: z.object({
    endpoint: z.string(),
    region: z.string(),
    credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  }),
});

const laptopPool = (directory: string): z.infer<typeof Addresses> => {
  try {
    return Addresses.parse(JSON.parse(readFileSync(addressesFile(directory), 'utf8')));
  } catch {
    throw new LaptopProblem(
      'The laptop cloud does not run: start it with `npm start`, or name a deployed pool with --pool.',
    );
  }
};

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      pool: { type: 'string' },
      data: { type: 'string', default: '.laptop-cloud' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const address = z.email().safeParse(positionals[0]);
  if (!address.success || positionals.length > 1) throw new LaptopProblem(`Say one mail address.\n\n${help}`);
  const email = address.data;

  const laptop = values.pool === undefined ? laptopPool(values.data) : undefined;
  const UserPoolId = laptop?.userPoolId ?? values.pool;
  const client = new CognitoIdentityProviderClient(laptop?.sdk ?? {});
  try {
    await client.send(
      new AdminCreateUserCommand({
        UserPoolId,
        Username: email,
        UserAttributes: [
          { Name: 'email', Value: email },
          { Name: 'email_verified', Value: 'true' },
        ],
        DesiredDeliveryMediums: ['EMAIL'],
      }),
    );
  } catch (error) {
    // Somebody who is there already becomes an admin all the same.
    if (!(error instanceof UsernameExistsException)) throw error;
  }
  await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username: email, GroupName: 'admin' }));
  process.stdout.write(`${email} is an admin of ${UserPoolId}${laptop ? ' on this machine' : ''}.\n`);
});
