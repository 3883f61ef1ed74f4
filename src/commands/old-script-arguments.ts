// What CSAnalyzer.ps1 calls its parameters, and what they are here.
const PARAMETERS: Readonly<Record<string, string>> = {
  xmltoimport: '--xml-to-import',
  batchsize: '--batch-size',
  showoutput: '--show-output',
};

/**
 * Arguments of `analyze` with the old script's parameters in today's form: `-xmltoimport PATH` and `-xmltoimport:PATH`,
 * in any case, as PowerShell takes them. Everything else stays as it is.
 */
export function withoutOldParameters(args: readonly string[]): string[] {
  const given = [...args];
  const result: string[] = [];
  for (let next = given.shift(); next !== undefined; next = given.shift()) {
    if (next === '--') return [...result, next, ...given];
    const [, name = '', colon, value = ''] = /^-([a-z]+)(:?)(.*)$/is.exec(next) ?? [];
    const option = PARAMETERS[name.toLowerCase()];
    if (option === undefined || (colon === '' && value !== '')) {
      result.push(next);
      continue;
    }
    const own = value === '' ? given.shift() : value;
    result.push(own === undefined ? option : `${option}=${own}`);
  }
  return result;
}
