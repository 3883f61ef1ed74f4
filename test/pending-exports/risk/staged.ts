import { aadDn, extensibleAnchor } from '../../../fixtures/aad-names.ts';
import type { DeltaSpec, ObjectSpec } from '../../../fixtures/export-spec.ts';
import { exportText } from '../../../fixtures/export-writer.ts';
import {
  type Attributes,
  type ConnectorSpec,
  type Staging,
  stagedObject,
  type Value,
} from '../../../fixtures/staged-object.ts';
import { exportRowsOf } from '../../../src/pending-exports/export-rows-of.ts';
import { type Finding, RiskFinder } from '../../../src/pending-exports/risk/findings.ts';
import type { RiskRules } from '../../../src/pending-exports/risk/risk-rules.ts';
import { parseText } from '../../csexport/reading.ts';

const AAD: ConnectorSpec = {
  id: '{B891884F-051E-4A83-95AF-2544101C9083}',
  name: 'contoso.onmicrosoft.com - AAD',
  partitionId: '{5C1F0B52-7D0E-4C0B-8F3D-2A9E6B7C4D10}',
  partitionName: 'default',
};
const AD: ConnectorSpec = { ...AAD, id: '{3E0C7A94-61B5-4D2F-9C38-F07A1B5D8E26}', name: 'contoso.com' };

/** What a test says of an object; before and after are made whole with a name, a UPN and an OU. */
export interface Case extends Partial<Pick<Staging, 'type' | 'newDn' | 'errors' | 'state' | 'dn'>> {
  readonly before?: Attributes | null;
  readonly after?: Attributes | null;
  readonly ou?: string;
  /** Stages this operation instead of the one that before and after say. */
  readonly operation?: DeltaSpec['operation'];
}

/** The id of the object with this number. */
export function idOf(number: number): string {
  return `{${String(number).padStart(8, '0')}-0000-4000-8000-000000000000}`;
}

/** An object in the space of the AAD connector; another number is another object. */
export function inAad(
  number: number,
  { operation, ou = 'OU=Staff,DC=contoso,DC=com', ...made }: Case,
): ObjectSpec {
  const ordinary: Attributes = {
    displayName: [`Object ${number}`],
    onPremisesDistinguishedName: [`CN=Object ${number},${ou}`],
    sourceAnchor: [`anchor${number}`],
    userPrincipalName: [`o${number}@contoso.com`],
  };
  return withOperation(
    stagedObject({
      ...named(number),
      connector: AAD,
      dn: aadDn(`anchor${number}`),
      anchor: extensibleAnchor(`User_${number}`),
      type: 'user',
      ...made,
      before: made.before === null ? null : { ...ordinary, ...made.before },
      after: made.after === null ? null : { ...ordinary, ...made.after },
    }),
    operation,
  );
}

/** An object in the space of a connector to Active Directory. */
export function inAd(
  number: number,
  { operation, ou = 'OU=Staff,DC=contoso,DC=com', ...made }: Case,
): ObjectSpec {
  return withOperation(
    stagedObject({
      ...named(number),
      connector: AD,
      dn: `CN=Object ${number},${ou}`,
      type: 'user',
      ...made,
      before: made.before === null ? null : { cn: [`Object ${number}`], ...made.before },
      after: made.after === null ? null : { cn: [`Object ${number}`], ...made.after },
    }),
    operation,
  );
}

/** `count` objects of the AAD connector, numbered from `first`. */
export function many(count: number, made: Case | ((number: number) => Case), first = 0): ObjectSpec[] {
  return Array.from({ length: count }, (_, index) =>
    inAad(first + index, typeof made === 'function' ? made(first + index) : made),
  );
}

/** References to `count` objects. */
export function members(count: number): Value[] {
  return Array.from({ length: count }, (_, index) => ({
    dn: aadDn(`member${index}`),
    anchor: extensibleAnchor(`User_m${index}`),
  }));
}

/** What is found in an export of these objects, read as any other. */
export function findingsIn(objects: readonly ObjectSpec[], rules?: RiskRules): Finding[] {
  const { objects: read, fault } = parseText(exportText(objects));
  if (fault !== null) throw new Error(fault.reason.what);
  const finder = new RiskFinder(rules);
  for (const one of read) {
    finder.add(
      one.object,
      exportRowsOf(one).find(({ state }) => state === 'unapplied'),
    );
  }
  return finder.conclude();
}

function named(number: number) {
  const id = idOf(number).slice(1, -1);
  return { id, linkId: id, time: '2026-03-14 21:40:12.553' };
}

function withOperation(object: ObjectSpec, operation: DeltaSpec['operation'] | undefined): ObjectSpec {
  if (operation === undefined) return object;
  return { ...object, deltas: { unapplied: { operation, dn: object.dn } } };
}
