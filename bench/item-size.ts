import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item as DynamoDB keeps it. */
export type RawItem = Readonly<Record<string, AttributeValue>>;

const textBytes = (text: string): number => Buffer.byteLength(text);

/** About a byte for two digits, and one more. */
const numberBytes = (number: string): number => Math.ceil(number.replaceAll(/\D/g, '').length / 2) + 1;

/** A list or a map costs 3 bytes, and one more for each member. */
const groupBytes = (members: readonly AttributeValue[]): number =>
  members.reduce((sum, member) => sum + 1 + valueBytes(member), 3);

const valueBytes = ({ S: text, N: number, M: map, L: list, SS: texts }: AttributeValue): number => {
  if (text !== undefined) return textBytes(text);
  if (number !== undefined) return numberBytes(number);
  if (list !== undefined) return groupBytes(list);
  if (map !== undefined)
    return groupBytes(Object.values(map)) + Object.keys(map).reduce((sum, name) => sum + textBytes(name), 0);
  if (texts !== undefined) return texts.reduce((sum, member) => sum + textBytes(member), 0);
  // Truth values and null; the store writes nothing else.
  return 1;
};

/** Bytes that DynamoDB counts for an item, by the rules of its developer guide ("Item sizes and formats"). */
export const itemBytes = (item: RawItem): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + textBytes(name) + valueBytes(value), 0);
