import { ArgumentMistake } from './messages.ts';

interface OldParameter {
  /** What it is called here. */
  readonly option: string;
  /** What to say where its value is missing; null where it means yes then. */
  readonly needs: string | null;
}

/** What CSAnalyzer.ps1 calls its parameters. */
const PARAMETERS: Readonly<Record<string, OldParameter>> = {
  xmltoimport: {
    option: '--xml-to-import',
    needs: '-xmltoimport needs the file that csexport wrote: -xmltoimport "C:\\Exports\\aad.xml"',
  },
  batchsize: { option: '--batch-size', needs: '-batchsize needs a whole number: -batchsize 1000' },
  showoutput: { option: '--show-output', needs: null },
};

// Text copied from a web page or a document has dashes in place of the hyphen; PowerShell takes them too.
const PARAMETER = /^[-\u2013\u2014]([a-z]+)(:?)(.*)$/is;
const NEXT_PARAMETER = /^[-\u2013\u2014]{1,2}[a-z]/i;

/**
 * Arguments of `analyze` with the old script's parameters in today's form: `-xmltoimport PATH` and `-xmltoimport:PATH`,
 * in any case, as PowerShell takes them. Everything else stays as it is.
 *
 * @throws ArgumentMistake where a parameter has no value and needs one.
 */
export function withoutOldParameters(args: readonly string[]): string[] {
  const given = [...args];
  const result: string[] = [];
  for (let next = given.shift(); next !== undefined; next = given.shift()) {
    if (next === '--') return [...result, next, ...given];
    const [, name = '', colon, value = ''] = PARAMETER.exec(next) ?? [];
    const parameter = PARAMETERS[name.toLowerCase()];
    if (parameter === undefined || (colon === '' && value !== '')) result.push(next);
    else result.push(`${parameter.option}=${value === '' ? valueAfter(given, parameter) : value}`);
  }
  return result;
}

function valueAfter(given: string[], { needs }: OldParameter): string {
  const [next] = given;
  if (next !== undefined && !NEXT_PARAMETER.test(next)) return given.shift() ?? '';
  if (needs !== null) throw new ArgumentMistake(needs);
  return 'true';
}
