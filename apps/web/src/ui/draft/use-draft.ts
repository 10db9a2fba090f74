import { useEffect, useState, useSyncExternalStore } from 'react';
import { Draft, type DraftState, type Save, type Values } from './draft.js';

export interface Drafting extends DraftState {
  readonly draft: Draft;
}

/** A draft of one thing on this page, in step with what the service has of it. */
export function useDraft(key: string, values: Values, versions: Readonly<Record<string, number>>, save: Save): Drafting {
  const [draft] = useState(() => new Draft(`trellis.draft.${key}`, save));
  const state = useSyncExternalStore(draft.listen, draft.read);
  useEffect(() => draft.take(values, versions), [draft, values, versions]);
  useEffect(() => {
    const flush = () => void draft.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [draft]);
  return { ...state, draft };
}
