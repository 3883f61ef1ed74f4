import { identify, openFromDisk, withSource } from '../csexport/byte-source.ts';
import { decodeBytes, detectEncoding } from '../csexport/encoding.ts';
import { InputFaultError } from '../csexport/input-fault.ts';
import { FactList } from './fact-list.ts';
import { asPartFault, configurationFault, partFault } from './part-fault.ts';
import { NOT_SHOWN, shownValue } from './secrets.ts';
import type { Facts } from './server-configuration.ts';
import { Strings } from './strings.ts';

/** What the wizard wrote about one server: `Applied-SynchronizationPolicy-*.JSON`, `MigratedPolicy.json`. */
export interface Policy {
  readonly path: string;
  readonly facts: Facts;
  /** Tags of the default rules, by the item under which the facts of a rule stand. */
  readonly tags: ReadonlyMap<string, string>;
}

const LONGEST_POLICY = 256 * 1024 * 1024;
const DEEPEST = 100;
const NEXT = 'Name the file that the wizard wrote: View or export current configuration, Export settings.';

/** Reads a settings file of the wizard. Throws an InputFaultError where it is none. */
export async function readPolicy(path: string): Promise<Policy> {
  try {
    return policyOf(path, JSON.parse(await textOf(path)));
  } catch (error) {
    if (error instanceof InputFaultError) throw new InputFaultError(asPartFault(error.fault));
    // What V8 says quotes the text, and the text can hold secrets.
    throw new InputFaultError(configurationFault('broken', path, 'This is no JSON, or it is cut off.', NEXT));
  }
}

async function textOf(path: string): Promise<string> {
  return withSource(path, openFromDisk, async (source) => {
    const { size } = await identify(path, source);
    if (size > LONGEST_POLICY) {
      throw new InputFaultError(
        configurationFault('too-long', path, 'The file is longer than 256 MiB, which is the limit.', NEXT),
      );
    }
    const bytes = Buffer.alloc(size);
    let at = 0;
    for (let count = 1; count > 0 && at < size; at += count)
      count = await source.read(bytes.subarray(at), at);
    const detected = detectEncoding(bytes);
    if ('kind' in detected) throw new InputFaultError(partFault(detected, path, { byte: 0, line: 1 }));
    // Windows PowerShell writes JSON as UTF-16 too, where the first byte tells nothing of XML.
    const encoding = bytes[1] === 0 && detected.markBytes === 0 ? 'utf-16le' : detected.encoding;
    return decodeBytes(bytes.subarray(detected.markBytes), encoding).text;
  });
}

/** A parsed settings file as facts: a tree whose lists are told by names, never by their order or ids. */
function policyOf(path: string, settings: unknown): Policy {
  const list = new FactList(new Strings());
  const tags = new Map<string, string>();
  const take = (value: unknown, item: readonly string[], rest: readonly string[]): void => {
    if (item.length + rest.length > DEEPEST) {
      throw new InputFaultError(configurationFault('too-deep', path, 'It is nested too deep.', NEXT));
    }
    if (Array.isArray(value)) takeList(value, item, rest);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        if (/^immutable-?tag$/i.test(key) && typeof part === 'string') tags.set(nameOf(item), part);
        take(part, item, [...rest, key]);
      }
    } else list.add('Wizard settings', nameOf(item), rest.join('/'), value === null ? '' : String(value));
  };
  const takeList = (values: readonly unknown[], item: readonly string[], rest: readonly string[]): void => {
    const labels = values.map(labelOf);
    const named = labels.every((label) => label !== null) && new Set(labels).size === labels.length;
    for (const [index, value] of values.entries()) {
      if (typeof value !== 'object' || value === null) takeMember(String(value), item, rest);
      else take(value, [...item, ...rest, named ? (labels[index] ?? '') : `number ${index + 1}`], []);
    }
  };
  const takeMember = (text: string, item: readonly string[], rest: readonly string[]): void => {
    const shown = shownValue(rest.join('/'), text);
    if (shown.text === NOT_SHOWN) list.addValue('Wizard settings', nameOf(item), rest.join('/'), shown);
    else list.addShown('Wizard settings', nameOf(item), [...rest, text].join('/'), 'in the list');
  };
  take(settings, [], []);
  return { path, facts: list.facts, tags };
}

const LABELS =
  /^(?:name|displayName|connectorName|partitionName|destination|dest|attribute|attributeName|objectType|dn|distinguishedName)$/i;

function labelOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const label = Object.entries(value).find(([key, text]) => LABELS.test(key) && typeof text === 'string');
  return label === undefined ? null : String(label[1]);
}

function nameOf(item: readonly string[]): string {
  return item.length === 0 ? 'settings' : item.join(' / ');
}
