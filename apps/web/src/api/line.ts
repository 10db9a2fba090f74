import { useSyncExternalStore } from 'react';

/** Whether the service could be reached the last time that anyone tried. */
let up = true;
const listeners = new Set<() => void>();

function set(now: boolean): void {
  if (now === up) return;
  up = now;
  for (const tell of listeners) tell();
}

export const lost = (): void => set(false);
export const reached = (): void => set(true);

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const useLine = (): boolean => useSyncExternalStore(listen, () => up);
