import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Store } from '../usecases/ports.ts';
import { auditLog } from './audit-log.ts';
import { unitOfWork } from './commit.ts';
import { contacts } from './contacts.ts';
import { deadlines } from './deadlines.ts';
import { directory } from './directory.ts';
import { drafts } from './drafts.ts';
import { facilities } from './facilities.ts';
import { formCounts } from './form-counts.ts';
import { intakes } from './intakes.ts';
import { mailing } from './mailing.ts';
import { offers } from './offers.ts';
import { outbox } from './outbox.ts';
import { people } from './people.ts';
import { healthSystems, programs } from './programs.ts';
import type { Table } from './read.ts';
import { requests } from './requests.ts';
import { requirements } from './requirements.ts';
import { rounds } from './rounds.ts';
import { sessions } from './sessions.ts';
import { siteOffers } from './site-offers.ts';
import { suppressions } from './suppressions.ts';

export type StoreSettings = Omit<Table, 'documents'> & { readonly client: DynamoDBClient };

/** The service's data on DynamoDB. What is read and how it is found: see the table in `keys.ts`. */
export const createStore = ({ client, ...settings }: StoreSettings): Store => {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const table: Table = { ...settings, documents };
  return {
    ...unitOfWork(table),
    requests: requests(table),
    drafts: drafts(table),
    offers: offers(table),
    facilities: facilities(table),
    contacts: contacts(table),
    siteOffers: siteOffers(table),
    intakes: intakes(table),
    directory: directory(table),
    programs: programs(table),
    healthSystems: healthSystems(table),
    requirements: requirements(table),
    people: people(table),
    formCounts: formCounts(table),
    outbox: outbox(table),
    suppressions: suppressions(table),
    mailing: mailing(table),
    rounds: rounds(table),
    audit: auditLog(table),
    sessions: sessions(table),
    deadlines: deadlines(table),
  };
};
