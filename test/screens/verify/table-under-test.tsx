import { useWindowSize } from 'ink';
import type { ReactNode } from 'react';
import type { Outcome, Services } from '../../../screens/services.ts';
import { themeFor } from '../../../screens/theme.ts';
import { TableScreen } from '../../../screens/verify/table-screen.tsx';
import type { ByteRange, CsObject } from '../../../src/csexport/cs-object.ts';
import type { FileIdentity } from '../../../src/csexport/export-reader.ts';
import type { ExportRow } from '../../../src/pending-exports/export-row.ts';
import type { LoadEvent } from '../../../src/pending-exports/load-event.ts';
import { renderScreen, type ScreenUnderTest } from '../render-screen.tsx';

const AAD = '{B891884F-051E-4A83-95AF-2544101C9083}';
export const FILE: FileIdentity = { path: 'D:\\exports\\export.xml', size: 1_000_000, modified: 1 };

/** A row of the table; what is not said is plain. */
export function row(over: Partial<ExportRow> = {}): ExportRow {
  const name = over.name ?? 'Anna Meier';
  return {
    id: '{00000000-0000-0000-0000-000000000001}',
    connectorId: AAD,
    connectorName: 'contoso.com - AAD',
    type: 'user',
    operation: 'update',
    state: 'unapplied',
    dn: `CN=${name},OU=Users,DC=contoso,DC=com`,
    newDn: '',
    name,
    upn: `${name.toLowerCase().replaceAll(' ', '.')}@contoso.com`,
    displayName: name,
    sourceAnchor: '',
    alias: '',
    primarySmtp: '',
    onPremisesSamAccountName: '',
    mail: '',
    attributes: ['title'],
    changedValues: 2,
    error: '',
    range: { start: 0, end: 10 },
    sentOnly: false,
    ...over,
  };
}

/** Rows named `Person 001` and so on. */
export function people(count: number, over: (index: number) => Partial<ExportRow> = () => ({})): ExportRow[] {
  return Array.from({ length: count }, (_, index) =>
    row({
      name: `Person ${String(index + 1).padStart(3, '0')}`,
      range: { start: index * 10, end: index * 10 + 10 },
      ...over(index),
    }),
  );
}

export const OPENED: LoadEvent = { kind: 'opened', file: 0, identity: FILE, encoding: 'utf-8' };

/** The events of a file that is read whole. */
export function whole(rows: readonly ExportRow[], objects = rows.length): LoadEvent[] {
  return [
    OPENED,
    { kind: 'rows', file: 0, rows },
    { kind: 'ended', file: 0, objects, bytes: FILE.size, stopped: false, fault: null },
    { kind: 'done' },
  ];
}

/** The world around the screen, as the test sees it. */
export interface World {
  readonly services: Services;
  /** Tells the screen an event of the load. */
  readonly tell: (...events: LoadEvent[]) => void;
  readonly copied: string[];
  readonly written: { path: string; force: boolean; ranges: ByteRange[] }[];
  readonly loads: { stopped: boolean }[];
}

export function world(over: Partial<Services> = {}): World {
  const copied: string[] = [];
  const written: World['written'] = [];
  const loads: { stopped: boolean }[] = [];
  let listener: (event: LoadEvent) => void = () => {};
  const done = (said: string): Promise<Outcome> => Promise.resolve({ ok: true, said });
  const services: Services = {
    save: () => ({ ok: true, said: '' }),
    loadExports: (_files, listen) => {
      listener = listen;
      const load = { stopped: false };
      loads.push(load);
      return {
        stop: () => {
          load.stopped = true;
        },
      };
    },
    readObject: () => Promise.reject(new Error('No object in this test.')),
    flowsOf: () => Promise.reject(new Error('No configuration in this test.')),
    compareServers: () => Promise.reject(new Error('No configuration in this test.')),
    writeRunbook: () => done('No runbook in this test.'),
    copy: (text) => {
      copied.push(text);
      return done('Copied to the clipboard.');
    },
    exportShown: (shown, path, force) => {
      written.push({ path, force, ranges: shown.map(({ range }) => range) });
      return done(`Wrote ${path}`);
    },
    proposeExportPath: () => 'D:\\exports\\shown.csv',
    keepBeside: () => ({ ok: true, said: '' }),
    exportFilesIn: () => Promise.resolve([]),
    now: () => new Date(0),
    ...over,
  };
  return {
    services,
    copied,
    written,
    loads,
    tell: (...events) => {
      for (const event of events) listener(event);
    },
  };
}

export interface TableUnderTest extends ScreenUnderTest, World {
  readonly left: () => boolean;
}

interface Options {
  readonly columns?: number;
  readonly rows?: number;
  readonly unicode?: boolean;
  readonly training?: boolean;
  readonly deletionThreshold?: number;
  readonly services?: Partial<Services>;
  readonly compared?: { readonly active: string; readonly staging: string };
}

/** The table screen over these events, drawn as large as its window. */
export async function tableScreen(
  events: readonly LoadEvent[],
  { columns = 80, rows = 24, unicode = true, ...options }: Options = {},
): Promise<TableUnderTest> {
  const around = world(options.services);
  let left = false;
  const screen = await renderScreen(
    <Sized unicode={unicode}>
      {(terminal) => (
        <TableScreen
          terminal={terminal}
          theme={themeFor(terminal)}
          services={around.services}
          files={[FILE.path]}
          training={options.training ?? false}
          deletionThreshold={options.deletionThreshold ?? 500}
          compared={options.compared ?? null}
          onBack={() => {
            left = true;
          }}
        />
      )}
    </Sized>,
    { columns, rows },
  );
  around.tell(...events);
  return { ...screen, ...around, left: () => left };
}

/** What the app does: hands the size of the window on. */
function Sized({
  unicode,
  children,
}: {
  readonly unicode: boolean;
  readonly children: (terminal: {
    columns: number;
    rows: number;
    color: boolean;
    unicode: boolean;
  }) => ReactNode;
}): ReactNode {
  const { columns, rows } = useWindowSize();
  return children({ columns, rows, color: false, unicode });
}

/** A reader that gives these objects by where they stand. */
export function objectsAt(objects: Readonly<Record<number, CsObject>>): Services['readObject'] {
  return (_file, range) => {
    const object = objects[range.start];
    return object ? Promise.resolve(object) : Promise.reject(new Error('There is no object here.'));
  };
}
