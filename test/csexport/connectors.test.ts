import { expect, test } from 'vitest';
import { AAD_CONNECTOR_ID, isAadConnector } from '../../src/csexport/connectors.ts';

test.each([
  AAD_CONNECTOR_ID,
  '{B891884F-051E-4A83-95AF-2544101C9083}',
  'b891884f-051e-4a83-95af-2544101c9083',
  ' {b891884f-051e-4a83-95af-2544101c9083} ',
])('%s is the connector to Microsoft Entra ID', (id) => {
  expect(isAadConnector(id)).toBe(true);
});

test.each([null, '', '{B891884F-051E-4A83-95AF-2544101C9084}', 'contoso.onmicrosoft.com - AAD'])(
  '%s is not',
  (id) => {
    expect(isAadConnector(id)).toBe(false);
  },
);
