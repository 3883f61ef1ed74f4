const HEXADECIMAL = /^0x([0-9a-f]+)$/i;
const DECIMAL = /^[+-]?\d+$/;
const DIGITS_OF_64_BITS = 16;

/**
 * An integer of an export in decimal. csexport writes hexadecimal, 64-bit two's complement (`0xffffffff80000002` is
 * -2147483646); plain decimal is accepted. Text that is neither comes back as it stands.
 */
export function integerText(text: string): string {
  const trimmed = text.trim();
  const digits = HEXADECIMAL.exec(trimmed)?.[1]?.replace(/^0+(?=.)/, '');
  if (digits !== undefined) {
    return digits.length > DIGITS_OF_64_BITS ? text : BigInt.asIntN(64, BigInt(`0x${digits}`)).toString();
  }
  return DECIMAL.test(trimmed) ? BigInt(trimmed.replace(/^\+/, '')).toString() : text;
}
