/** A mistake in a rules file: the line, counted from 1, and one sentence. */
export interface FileMistake {
  readonly line: number;
  readonly message: string;
}

/** `name = value`, and where it stands. */
export interface Setting {
  readonly line: number;
  readonly name: string;
  readonly value: string;
}

/** What stands below one `[kind name]`. */
export interface Section {
  readonly line: number;
  /** `limits`, `rule` or `expected`, as written in lower case. */
  readonly kind: string;
  readonly name: string;
  readonly settings: readonly Setting[];
}

const HEAD = /^\[\s*(\S+?)(?:\s+(\S.*?))?\s*\]$/;
const SETTING = /^([a-z-]+)\s*=\s*(.*)$/i;

/** Splits a rules file into its sections. Empty lines, and lines that begin with # or ;, are comments. */
export function sectionsOf(text: string): { sections: Section[]; mistakes: FileMistake[] } {
  const sections: (Section & { settings: Setting[] })[] = [];
  const mistakes: FileMistake[] = [];
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const line = index + 1;
    const content = raw.trim();
    if (content === '' || content.startsWith('#') || content.startsWith(';')) continue;
    const [head, kind = '', name = ''] = HEAD.exec(content) ?? [];
    if (head !== undefined) {
      sections.push({ line, kind: kind.toLowerCase(), name, settings: [] });
      continue;
    }
    const [, setting, value = ''] = SETTING.exec(content) ?? [];
    const section = sections.at(-1);
    if (setting === undefined) {
      mistakes.push({ line, message: `"${shortened(content)}" is neither [a section] nor name = value.` });
    } else if (section === undefined) {
      mistakes.push({
        line,
        message: `${setting} stands above the first section: begin with [limits], say.`,
      });
    } else section.settings.push({ line, name: setting.toLowerCase(), value: value.trim() });
  }
  return { sections, mistakes };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
