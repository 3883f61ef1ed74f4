// The first two characters start a formula in Excel and LibreOffice; a tab or CR is dropped, and what follows it counts.
const ALWAYS_RUN = /^[=@\t\r]/;
const SIGNED = /^[+-]/;
const TELEPHONE = /^[+-][0-9 ().\-/]*$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * One cell as a spreadsheet can open it: with a `'` before it where a spreadsheet would run it as a formula.
 * That is text that begins with `=`, `@`, tab or CR; and with `+` or `-`, unless all of it is a telephone number
 * (digits, spaces and `().-/`) or base64 (1.6 % of source anchors begin with `+`).
 */
export function harmlessCell(text: string): string {
  return runsAsFormula(text) ? `'${text}` : text;
}

function runsAsFormula(text: string): boolean {
  if (ALWAYS_RUN.test(text)) return true;
  return SIGNED.test(text) && !TELEPHONE.test(text) && !BASE64.test(text);
}
