import { useEffect, useSyncExternalStore } from 'react';
import { tinykeys } from 'tinykeys';

export interface Shortcut {
  /** As tinykeys reads it: `g h` one after the other, `$mod+k` together. */
  readonly keys: string;
  readonly does: string;
  readonly run: () => void;
}

let active: readonly { readonly where: 'anywhere' | 'here'; readonly list: readonly Shortcut[] }[] = [];
const listeners = new Set<() => void>();
const tell = () => {
  for (const one of listeners) one();
};

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Keys that work while this is on the page; they are listed on `?`. Where someone types, letters are what he types. */
export function useShortcuts(list: readonly Shortcut[], where: 'anywhere' | 'here' = 'here'): void {
  useEffect(() => {
    const entry = { where, list };
    active = [...active, entry];
    tell();
    const release = tinykeys(
      window,
      Object.fromEntries(
        list.map(({ keys, run }) => [
          keys,
          (event: KeyboardEvent) => {
            if (!keys.includes('$mod') && isTyping(event.target)) return;
            event.preventDefault();
            run();
          },
        ]),
      ),
    );
    return () => {
      release();
      active = active.filter((one) => one !== entry);
      tell();
    };
  });
}

/** All that work now. */
export const useActive = () =>
  useSyncExternalStore(
    (back) => {
      listeners.add(back);
      return () => listeners.delete(back);
    },
    () => active,
  );
