import type { PlatformKind } from './platform.js';

/** The rungs that firms climb: maker spaces and maker worlds, incubators, accelerators. */
const RUNG: Readonly<Record<PlatformKind, number>> = { 'maker-space': 1, 'maker-world': 1, incubator: 2, accelerator: 3 };

/** Whether a move from one kind of platform to another goes up, down or along the ladder. */
export function climb(from: string, to: string): 'up' | 'along' | 'down' {
  const steps = RUNG[to as PlatformKind] - RUNG[from as PlatformKind];
  return steps > 0 ? 'up' : steps < 0 ? 'down' : 'along';
}
