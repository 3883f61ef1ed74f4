// C0, DEL and C1 control characters; separators of lines; what reorders or hides text; halves of a surrogate pair.
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach the terminal
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\p{Cs}]/gu;
const ZERO_WIDTH_JOINER = '\u200d';

/**
 * Text from an input, made safe for a terminal: a control character shows as `\x1b`, one that turns or hides text
 * (a right-to-left override, a zero-width space) as `\u202e`. Emoji keep the joiner that holds them together.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character, offset: number) => {
    if (character === ZERO_WIDTH_JOINER && joinsEmoji(text, offset)) return character;
    const code = character.charCodeAt(0);
    return code < 0x100
      ? `\\x${code.toString(16).padStart(2, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

function joinsEmoji(text: string, offset: number): boolean {
  return /\p{Extended_Pictographic}(\ufe0f|\p{Emoji_Modifier})?$/u.test(
    text.slice(Math.max(0, offset - 4), offset),
  );
}
