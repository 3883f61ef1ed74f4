const HEADER_BYTES = 8;
const AUTHORITY_BYTES = 6;
const SUB_AUTHORITY_BYTES = 4;

/** The bytes of a SID as people write it, `S-1-5-21-…`; null where they are none. Source: MS-DTYP 2.4.2.2. */
export function sidOfBytes(bytes: Buffer): string | null {
  const count = bytes[1];
  if (bytes[0] !== 1 || count === undefined) return null;
  if (bytes.length !== HEADER_BYTES + count * SUB_AUTHORITY_BYTES) return null;
  const parts = [bytes.readUIntBE(2, AUTHORITY_BYTES)];
  for (let part = 0; part < count; part++) {
    parts.push(bytes.readUInt32LE(HEADER_BYTES + part * SUB_AUTHORITY_BYTES));
  }
  return `S-1-${parts.join('-')}`;
}
