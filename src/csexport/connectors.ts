/** The `ma-id` of every connector to Microsoft Entra ID: the same on each server, whatever the connector is called. */
export const AAD_CONNECTOR_ID = '{B891884F-051E-4A83-95AF-2544101C9083}';

const BARE_ID = bareId(AAD_CONNECTOR_ID);

/** True for the connector to Microsoft Entra ID. Takes an `ma-id` in any case, with or without braces, or null. */
export function isAadConnector(connectorId: string | null): boolean {
  return connectorId !== null && bareId(connectorId) === BARE_ID;
}

function bareId(id: string): string {
  return id
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
}
