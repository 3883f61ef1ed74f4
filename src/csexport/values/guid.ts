/** Bytes of a GUID as Active Directory stores it. */
const GUID_BYTES = 16;

/**
 * The GUID that 16 bytes stand for in Active Directory's layout (the first three groups little-endian), lower case,
 * without braces; null for any other number of bytes.
 */
export function guidOfBytes(bytes: Uint8Array): string | null {
  if (bytes.length !== GUID_BYTES) return null;
  const hex = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('hex');
  const reversed = (from: number, to: number) =>
    Buffer.from(bytes.subarray(from, to)).reverse().toString('hex');
  return [reversed(0, 4), reversed(4, 6), reversed(6, 8), hex(8, 10), hex(10, 16)].join('-');
}
