import type { ActiveServerKind, Facts } from './walkthrough.ts';

/** The staging server in a sentence: its name, or what it is while nobody has entered the name. */
export function stagingServer(facts: Facts): string {
  return facts.stagingServer === '' ? 'the staging server' : facts.stagingServer;
}

/** The server that exports today, in a sentence. */
export function activeServer(facts: Facts): string {
  return facts.activeServer === '' ? 'the active server' : facts.activeServer;
}

/** What each kind of active server is called. */
export const ACTIVE_SERVER_NAMES: Readonly<Record<ActiveServerKind, string>> = {
  connect: 'Microsoft Entra Connect Sync (Azure AD Connect)',
  'azure-ad-sync': 'Azure AD Sync',
  dirsync: 'DirSync',
  fim: 'Forefront Identity Manager (FIM) or MIM',
  none: 'none: the old server is gone',
};
