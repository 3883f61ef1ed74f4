import { recommend } from '../src/recovery/recommend.ts';
import { type ScreenLine, textLines } from './components/wrapped-text.tsx';

/** The strategy for these answers and why, as lines of at most `width` cells. */
export function strategyLines(
  answers: Readonly<Record<string, string>>,
  width: number,
): readonly ScreenLine[] {
  const { title, reasons, rejected, findOut, sql, runbooks } = recommend(answers);
  return [
    ...textLines(`Strategy: ${title}`, width, 'heading'),
    ...bullets(reasons, width),
    ...part('Find out, then answer again', bullets(findOut, width)),
    ...runbooks.flatMap((runbook) => part(`What to do: ${runbook.title}`, numbered(runbook.steps, width))),
    ...part(
      'Why not',
      rejected.flatMap((other) => textLines(`${other.title}: ${other.why}`, width, 'plain', '  - ')),
    ),
    ...part('The database', [
      ...textLines(sql.advice, width, 'plain', '  '),
      ...textLines(`Supported: ${sql.supported.join('; ')}.`, width, 'plain', '  '),
      ...textLines(`Not supported: ${sql.unsupported.join('; ')}.`, width, 'plain', '  '),
    ]),
  ];
}

function part(title: string, lines: readonly ScreenLine[]): ScreenLine[] {
  return lines.length === 0
    ? []
    : [{ text: '', meaning: 'plain' }, { text: title, meaning: 'heading' }, ...lines];
}

function bullets(texts: readonly string[], width: number): ScreenLine[] {
  return texts.flatMap((text) => textLines(text, width, 'plain', '  - '));
}

function numbered(texts: readonly string[], width: number): ScreenLine[] {
  return texts.flatMap((text, index) => textLines(text, width, 'plain', `  ${index + 1}. `));
}
