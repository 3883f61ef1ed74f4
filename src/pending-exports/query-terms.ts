import type { ExportRow } from './export-row.ts';
import { FIELD_NAMES, fieldNamed, type QueryField, searchedTexts } from './query-fields.ts';
import type { Mistake, QueryValue, QueryWord } from './query-words.ts';
import { containing, containingPattern, fitting, type TextTest } from './text-pattern.ts';

/** One condition of a query, ready to be asked. `field` is null of words that are looked for everywhere. */
export interface QueryTerm {
  readonly field: string | null;
  readonly fits: (row: ExportRow) => boolean;
}

type RowTest = (row: ExportRow) => boolean;

/** The condition that a word of a query stands for, or what is wrong with the word. */
export function termOf(word: QueryWord): QueryTerm | Mistake {
  if (word.field === null) return plainTerm(word);
  const field = fieldNamed(word.field);
  if (field === undefined) return { at: word.at, message: noSuchField(word.field, word.value) };
  const test = fieldTest(field, word.value);
  if (typeof test === 'string') return { at: word.at, message: test };
  return { field: field.name, fits: word.negated ? not(test) : test };
}

function plainTerm(word: QueryWord): QueryTerm | Mistake {
  const { text, quoted } = word.value;
  if (text === '') return { at: word.at, message: 'There is nothing between the quotes' };
  const holds = quoted ? containing(text) : containingPattern(text);
  const test: RowTest = (row) => searchedTexts(row).some(holds);
  return { field: null, fits: word.negated ? not(test) : test };
}

function not(test: RowTest): RowTest {
  return (row) => !test(row);
}

function noSuchField(field: string, value: QueryValue): string {
  const itself = `"${field}:${value.text.replaceAll('"', '""')}"`;
  return `${field}: is no field; fields are ${FIELD_NAMES.join(', ')}. To look for the text itself write ${itself}`;
}

/** The test of a field, or in words what is wrong with its value. */
function fieldTest(field: QueryField, value: QueryValue): RowTest | string {
  switch (field.kind) {
    case 'text':
      return textTest(field, value);
    case 'word':
      return wordTest(field, value);
    case 'number':
      return numberTest(field, value);
    default:
      return field satisfies never;
  }
}

function textTest(field: QueryField & { kind: 'text' }, { text }: QueryValue): RowTest | string {
  if (text === '') return `${field.name}: needs a value: what to look for, or * for any`;
  return anyText(field, text.includes('*') ? fitting(text) : containing(text));
}

function wordTest(field: QueryField & { kind: 'word' }, value: QueryValue): RowTest | string {
  const { name, words } = field;
  const wanted = value.quoted ? [value.text] : value.text.split(',').filter((one) => one !== '');
  if (wanted.length === 0 || value.text === '') {
    return `${name}: needs a value${words === null ? ', or * for any' : `: ${words.join(', ')}`}`;
  }
  const tests: TextTest[] = [];
  for (const one of wanted) {
    const test = fitting(one);
    if (words !== null && !words.some(test))
      return `${name}:${one} is not known; known are ${words.join(', ')}`;
    tests.push(test);
  }
  return anyText(field, (text) => tests.some((test) => test(text)));
}

/** A field without a value fits nothing, so that `error:*` means: has an error. */
function anyText(field: { texts: (row: ExportRow) => readonly string[] }, test: TextTest): RowTest {
  return (row) => field.texts(row).some((text) => text !== '' && test(text));
}

const COMPARISON = /^(>=|<=|>|<|=)?\s*(\d{1,15})$/;

function numberTest(field: QueryField & { kind: 'number' }, value: QueryValue): RowTest | string {
  const [, sign = '=', digits] = COMPARISON.exec(value.text.trim()) ?? [];
  if (digits === undefined) return `${field.name}: needs a number: ${field.name}:>5, or >= < <= = before it`;
  const limit = Number(digits);
  const { number } = field;
  switch (sign) {
    case '>':
      return (row) => number(row) > limit;
    case '>=':
      return (row) => number(row) >= limit;
    case '<':
      return (row) => number(row) < limit;
    case '<=':
      return (row) => number(row) <= limit;
    default:
      return (row) => number(row) === limit;
  }
}
