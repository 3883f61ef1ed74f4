/** What a command ends with; scripts read it, so it is a promise. */
export const EXIT = {
  fine: 0,
  /** Above a limit that the caller set. */
  needsPerson: 1,
  /** Wrong arguments, or an output that cannot be written where the arguments say. */
  arguments: 2,
  /** Input that cannot be read, or not to its end; also a fault of the program itself. */
  input: 3,
  /** Ended by Ctrl+C, as shells count it. */
  interrupted: 130,
} as const;
