/** 100-nanosecond steps from 1601-01-01, where Active Directory's clock begins, to 1970-01-01. */
const STEPS_TO_1970 = 116_444_736_000_000_000n;
const STEPS_IN_A_MILLISECOND = 10_000n;
const NEVER = 0x7fff_ffff_ffff_ffffn;
const LAST_YEAR = 9999;

const FILE_TIME_ATTRIBUTES = new Set(
  [
    'accountExpires',
    'badPasswordTime',
    'creationTime',
    'lastLogoff',
    'lastLogon',
    'lastLogonTimestamp',
    'lockoutTime',
    'ms-Mcs-AdmPwdExpirationTime',
    'msDS-LastFailedInteractiveLogonTime',
    'msDS-LastSuccessfulInteractiveLogonTime',
    'msDS-UserPasswordExpiryTimeComputed',
    'msLAPS-PasswordExpirationTime',
    'pwdLastSet',
  ].map((name) => name.toLowerCase()),
);
const TIME_NAME = /time|date|^when|when|expir|suspension/i;
const GENERALIZED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/;

/**
 * The time that an attribute's value stands for, as `2024-05-06 07:08:09 UTC`, or `never`; null where the attribute's
 * name does not say that it is a time, or the value is none.
 */
export function directoryTime(attributeName: string, text: string): string | null {
  if (FILE_TIME_ATTRIBUTES.has(attributeName.toLowerCase())) return fileTime(attributeName, text);
  return TIME_NAME.test(attributeName) ? generalizedTime(text) : null;
}

function fileTime(attributeName: string, text: string): string | null {
  if (!/^-?\d+$/.test(text)) return null;
  const steps = BigInt(text);
  if (steps === NEVER) return 'never';
  if (steps === 0n) {
    return attributeName.toLowerCase() === 'pwdlastset' ? 'must be changed at next sign-in' : 'never';
  }
  if (steps < 0n) return null;
  return utc(new Date(Number((steps - STEPS_TO_1970) / STEPS_IN_A_MILLISECOND)));
}

function generalizedTime(text: string): string | null {
  const parts = GENERALIZED_TIME.exec(text)?.slice(1);
  if (parts === undefined) return null;
  const [year, month, day, hour, minute, second] = parts;
  return utc(new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`));
}

function utc(date: Date): string | null {
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > LAST_YEAR) return null;
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
