import { RemovalPolicy, Stack, Validations, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { expiryAttribute, indexes, primaryKey } from '../shared/store/table.ts';
import type { Settings } from './settings.ts';

export interface DataStackProps extends StackProps {
  readonly settings: Settings;
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** What must outlive every deployment: the table, and the secret that links are signed with. */
export class DataStack extends Stack {
  readonly table: TableV2;
  /**
   * Signs the tokens of mailed links, the cursors of lists, and the keys under which people are counted.
   *
   * One flat JSON object, which is the shape that Secrets Manager can generate: `{"current": "k1", "k1": "<key>"}`.
   * `current` names the key that signs; every other member is a key that is still believed, 64 letters and digits.
   * How to rotate it stands where it is read: `shared/links/secret.ts`.
   */
  readonly linkSecret: Secret;

  constructor(scope: Construct, id: string, { settings, ...props }: DataStackProps) {
    super(scope, id, props);
    const keep = settings.removal === 'retain';
    const removalPolicy = keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

    this.table = new TableV2(this, 'Table', {
      partitionKey: text(primaryKey.partition),
      sortKey: text(primaryKey.sort),
      billing: Billing.onDemand(),
      timeToLiveAttribute: expiryAttribute,
      // Both images: the reader tells an item that turned (an offer declined) from one that was only touched.
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      // The indexes are sparse: what is not listed, waiting or due costs nothing there.
      globalSecondaryIndexes: Object.entries(indexes).map(([indexName, { partition, sort }]) => ({
        indexName,
        partitionKey: text(partition),
        sortKey: text(sort),
        projectionType: ProjectionType.KEYS_ONLY,
      })),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: keep,
      removalPolicy,
    });

    this.linkSecret = new Secret(this, 'LinkSecret', {
      description: 'Keys of mailed links. "current" names the one that signs; see the runbook to rotate.',
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ current: 'k1' }),
        generateStringKey: 'k1',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy,
    });
    Validations.of(this.linkSecret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Links live for months, so a new key is added beside the old one, which is kept: a rotation that replaces it would end them all.',
    });
  }
}
