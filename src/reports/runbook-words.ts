import type { Runbook } from '../recovery/runbook/runbook.ts';
import type { Command } from '../walkthrough/walkthrough.ts';

/** What each shell is called where a command is to be typed. */
export const SHELLS: Readonly<Record<Command['shell'], string>> = {
  cmd: 'At a cmd prompt',
  powershell: 'In PowerShell, as administrator',
};

/** The line in which the times of a step are written by hand. */
export const TIMES = 'Begun at ____ : ____   Done at ____ : ____   By ________________';

/** A danger in words, so that it is one without its colour too. */
export function dangerOf(danger: string): string {
  return `DANGER: ${danger}`;
}

/** When the runbook was written, and what it is for: one paragraph. */
export function fileNote({ madeAt, training }: Runbook): string {
  const made = `Written by stagewalk on ${madeAt.slice(0, 16).replace('T', ' ')} UTC. Print it, and keep it where the loss of the server does not reach. It holds no passwords: add none.`;
  return training ? `TRAINING: these servers are not real. ${made}` : made;
}

/** Where a name is written in by hand. */
export const BY_HAND = '____________________';
