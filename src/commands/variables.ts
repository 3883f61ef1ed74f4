import { tmpdir } from 'node:os';
import { ArgumentMistake } from './messages.ts';

const VARIABLE = /%([^%\s/\\][^%/\\]*)%/g;
// Every Windows has these; elsewhere they may be unset, and the system knows the folder all the same.
const TEMPORARY = new Set(['TEMP', 'TMP']);

/**
 * A path with `%NAME%` replaced from the environment, as cmd does: PowerShell and other shells hand it over as it is.
 *
 * @throws ArgumentMistake that names the variable which is not set.
 */
export function expandVariables(path: string, env: Readonly<Record<string, string | undefined>>): string {
  return path.replace(VARIABLE, (whole, name: string) => {
    const value = variable(name, env);
    if (value === undefined) {
      throw new ArgumentMistake(
        `The path ${path} names ${whole}, and there is no such environment variable.`,
      );
    }
    return value;
  });
}

function variable(name: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const exact = env[name];
  if (exact !== undefined) return exact;
  const key = Object.keys(env).find((one) => one.toUpperCase() === name.toUpperCase());
  if (key !== undefined) return env[key];
  return TEMPORARY.has(name.toUpperCase()) ? tmpdir() : undefined;
}
