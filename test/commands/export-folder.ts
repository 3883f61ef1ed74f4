import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attr, exportXml, type XmlObject } from './export-xml.ts';

/** An add with every column of the old script. */
export const ANA: XmlObject = {
  name: 'ana',
  operation: 'add',
  delta: attr('displayName', 'Ana "A" Añón'),
  after:
    attr('userPrincipalName', 'ana@contoso.com') +
    attr('displayName', 'Ana "A" Añón') +
    attr('sourceAnchor', '+AAA==') +
    attr('alias', 'ana') +
    attr('proxyAddresses', 'smtp:ana2@contoso.com', 'SMTP:ana@contoso.com', 'x500:/o=x') +
    attr('onPremisesSamAccountName', 'ana1') +
    attr('mail', '=ana@contoso.com'),
};
/** An object that is not staged. */
export const NOTHING: XmlObject = { name: 'nothing' };
/** An object whose export was sent already. */
export const UNCONFIRMED: XmlObject = { name: 'sent', unconfirmed: 'update' };

/** A folder of its own for one test, with the exports that it reads and what the program writes. */
export class ExportFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'analyze-'));

  /** Writes an export of these objects, and gives its name. */
  async give(objects: readonly XmlObject[], name = 'export.xml'): Promise<string> {
    await writeFile(join(this.path, name), exportXml(objects));
    return name;
  }

  /** Writes an export that breaks off inside one more object, and gives its name. */
  async giveBroken(objects: readonly XmlObject[]): Promise<string> {
    await writeFile(join(this.path, 'broken.xml'), exportXml([...objects, ANA]).slice(0, -300));
    return 'broken.xml';
  }

  text(name: string): Promise<string> {
    return readFile(join(this.path, name), 'utf8');
  }

  /** Names of all that is there beside the exports. */
  async outputs(): Promise<string[]> {
    return (await readdir(this.path)).filter((name) => !name.endsWith('.xml')).sort();
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
