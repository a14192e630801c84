import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { type Service, ServiceError } from './gateway.ts';
import { arnOf } from './resource-types.ts';
import { stateFile } from './state-file.ts';
import type { Template } from './template.ts';

const User = z.object({
  /** Also the username that the user pool makes up where people sign in by their address. */
  sub: z.string(),
  email: z.string(),
  groups: z.array(z.string()),
  createdAt: z.number(),
});
export type User = z.infer<typeof User>;

export interface Users {
  readonly all: () => readonly User[];
  /** By address, by the part of it before the `@`, or by `sub`. */
  readonly find: (name: string) => User | undefined;
  /** Cognito's API for user pools, as far as coordinators are made by it. */
  readonly service: Service;
}

/** The people of the laptop cloud: there from the beginning, so that one can sign in. */
const demoUsers: readonly User[] = [
  {
    sub: '6d8c1c1e-52a5-4a0c-9d7e-000000000001',
    email: 'coordinator@example.org',
    groups: ['coordinator'],
    createdAt: 0,
  },
  {
    sub: '6d8c1c1e-52a5-4a0c-9d7e-000000000002',
    email: 'admin@example.org',
    groups: ['admin', 'coordinator'],
    createdAt: 0,
  },
];

const Attribute = z.object({ Name: z.string(), Value: z.string() });
const Input = z.looseObject({
  UserPoolId: z.string(),
  Username: z.string(),
  GroupName: z.string().default(''),
  UserAttributes: z.array(Attribute).default([]),
});

const described = ({ sub, createdAt }: User): object => ({
  Username: sub,
  Enabled: true,
  UserStatus: 'FORCE_CHANGE_PASSWORD',
  UserCreateDate: createdAt,
  UserLastModifiedDate: createdAt,
});
const attributesOf = ({ sub, email }: User): object[] => [
  { Name: 'sub', Value: sub },
  { Name: 'email', Value: email },
];

/** The user pool's people, kept on disk. */
export const openUsers = (template: Template, directory: string): Users => {
  const pools = new Set(template.ofType('AWS::Cognito::UserPool').map(({ name }) => name));
  const groups = new Set(template.ofType('AWS::Cognito::UserPoolGroup').map(({ name }) => name));
  const file = stateFile(join(directory, 'users.json'), z.array(User), () =>
    demoUsers.filter((user) => user.groups.every((group) => groups.has(group))),
  );
  const find = (name: string): User | undefined =>
    file.get().find(({ sub, email }) => sub === name || email === name.toLowerCase()) ??
    file.get().find(({ email }) => email.startsWith(`${name.toLowerCase()}@`));

  const existing = (name: string): User => {
    const user = find(name);
    if (user === undefined) throw new ServiceError('UserNotFoundException', 'User does not exist.');
    return user;
  };

  const actions: Readonly<Record<string, (input: z.infer<typeof Input>) => object>> = {
    AdminCreateUser: ({ Username, UserAttributes }) => {
      const email = (UserAttributes.find(({ Name }) => Name === 'email')?.Value ?? Username).toLowerCase();
      if (!z.email().safeParse(email).success) {
        throw new ServiceError('InvalidParameterException', 'Username should be an email.');
      }
      if (file.get().some((user) => user.email === email)) {
        throw new ServiceError('UsernameExistsException', 'User account already exists');
      }
      const user = { sub: randomUUID(), email, groups: [], createdAt: Math.floor(Date.now() / 1000) };
      file.set([...file.get(), user]);
      return { User: { ...described(user), Attributes: attributesOf(user) } };
    },
    AdminAddUserToGroup: ({ Username, GroupName }) => {
      const user = existing(Username);
      if (!groups.has(GroupName)) throw new ServiceError('ResourceNotFoundException', 'Group not found.');
      const changed = { ...user, groups: [...new Set([...user.groups, GroupName])] };
      file.set(file.get().map((one) => (one === user ? changed : one)));
      return {};
    },
    AdminGetUser: ({ Username }) => {
      const user = existing(Username);
      return { ...described(user), UserAttributes: attributesOf(user) };
    },
  };

  return {
    all: file.get,
    find,
    service: {
      name: 'cognito-idp',
      needs: ({ action, input }) => [
        { action: `cognito-idp:${action}`, resource: arnOf('cognito-idp', `userpool/${String(input['UserPoolId'])}`) },
      ],
      handle: async ({ action, input }) => {
        const act = actions[action];
        if (act === undefined)
          throw new ServiceError('UnknownOperationException', `The laptop cloud has no ${action}.`);
        const parsed = Input.parse(input);
        if (!pools.has(parsed.UserPoolId)) {
          throw new ServiceError('ResourceNotFoundException', `User pool ${parsed.UserPoolId} does not exist.`);
        }
        return { status: 200, body: JSON.stringify(act(parsed)) };
      },
    },
  };
};
