import type { IBufferCell, Terminal } from '@xterm/headless';
import xterm from '@xterm/headless';

/** A terminal without a window, that is written to directly. */
export function emptyTerminal(columns: number, rows: number): Terminal {
  return new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
}

export function written(terminal: Terminal, text: string): Promise<void> {
  return new Promise((done) => terminal.write(text, done));
}

/** Every cell that is not blank as a line of text: its place, character, colours and attributes. */
export function cellsOf(terminal: Terminal): string[] {
  const { active } = terminal.buffer;
  const cells: string[] = [];
  for (let row = 0; row < terminal.rows; row += 1) {
    for (let column = 0; column < terminal.cols; column += 1) {
      const cell = active.getLine(active.baseY + row)?.getCell(column);
      const look = cell ? lookOf(cell) : '';
      if (look !== '') cells.push(`${row},${column} ${look}`);
    }
  }
  return cells;
}

function lookOf(cell: IBufferCell): string {
  const characters = cell.getChars() === ' ' ? '' : cell.getChars();
  const attributes = [
    cell.isBold(),
    cell.isDim(),
    cell.isItalic(),
    cell.isUnderline(),
    cell.isBlink(),
    cell.isInverse(),
    cell.isInvisible(),
    cell.isStrikethrough(),
    cell.isOverline(),
  ];
  const plain = characters === '' && cell.isAttributeDefault() && cell.isFgDefault() && cell.isBgDefault();
  if (plain && cell.getWidth() === 1) return '';
  const colours = `${cell.getFgColorMode()}:${cell.getFgColor()}/${cell.getBgColorMode()}:${cell.getBgColor()}`;
  return `${JSON.stringify(characters)} ${cell.getWidth()} ${colours} ${attributes.map((set) => (set ? 1 : 0)).join('')}`;
}
