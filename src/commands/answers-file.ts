import { readFile } from 'node:fs/promises';
import { type FaultKind, InputFaultError } from '../csexport/input-fault.ts';
import { type Answers, QUESTIONS } from '../recovery/questions.ts';
import { errorCode } from '../reports/output-problem.ts';
import { ArgumentMistake } from './messages.ts';

const FORM =
  'It holds one JSON object: {"question id":"option id"}. List them: stagewalk recover --questions';

/**
 * The answers in a file, option id by question id. What is missing in it is not known.
 *
 * @throws InputFaultError where the file cannot be read or is no JSON object.
 * @throws ArgumentMistake where an id in it names no question, or no option of its question.
 */
export async function readAnswers(path: string): Promise<Answers> {
  const said = parsed(await textOf(path), path);
  for (const [id, option] of Object.entries(said)) check(path, id, option);
  return said as Answers;
}

async function textOf(path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    // What `>` of Windows PowerShell 5.1 writes.
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') throw fault('missing', path, 'There is no such file.', 'Check the path.');
    if (code === 'EISDIR')
      throw fault('folder', path, 'This is a folder, not a file.', 'Name the file in it.');
    throw fault('unreadable', path, `The file cannot be read (${code ?? String(error)}).`, FORM);
  }
}

function parsed(text: string, path: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw fault('broken', path, `This is no JSON: ${error instanceof Error ? error.message : error}.`, FORM);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw fault('broken', path, 'This is JSON, but no object.', FORM);
}

function check(path: string, id: string, option: unknown): void {
  const question = QUESTIONS.find((one) => one.id === id);
  if (question === undefined) {
    const known = QUESTIONS.map((one) => one.id).join(', ');
    throw new ArgumentMistake(`${path}: "${id}" is the id of no question. There are: ${known}.`);
  }
  if (question.options.some((one) => one.id === option)) return;
  const known = question.options.map((one) => one.id).join(', ');
  const said = JSON.stringify(option) ?? String(option);
  throw new ArgumentMistake(`${path}: ${said} is the id of no answer to "${id}". There are: ${known}.`);
}

function fault(kind: FaultKind, file: string, what: string, next: string): InputFaultError {
  return new InputFaultError({ kind, file, place: null, what, next });
}
