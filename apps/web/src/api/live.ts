import { useEffect } from 'react';
import { lost, reached } from './line.js';
import { queries } from './queries.js';

/** Milliseconds between two readings of what changed: a rush of changes is read once. */
const CALM = 1500;

/** Which things a page's address reads, by the kind that the service names. */
const READS: Readonly<Record<string, RegExp>> = {
  notification: /notifications/,
  'score-sheet': /sheets|rounds|judging/,
  entry: /entries|calls|projects/,
  round: /rounds|judging|calls|score-sheets/,
  call: /calls|contests|entries|judg/,
};

/** Reads again what is shown whenever the service says that it may have changed, and all of it after the line was cut. */
export function useLive(): void {
  useEffect(() => {
    let kinds = new Set<string>();
    let timer: number | undefined;
    let cut = false;
    const read = () => {
      const changed = kinds;
      [kinds, timer] = [new Set(), undefined];
      void queries.invalidateQueries({ predicate: ({ queryKey, meta }) => meta?.['still'] !== true && [...changed].some((kind) => (READS[kind] ?? /./).test(String(queryKey[1]))) });
    };
    const source = new EventSource('/api/live');
    source.onmessage = (message: MessageEvent<string>) => {
      for (const kind of (JSON.parse(message.data) as { kinds: string[] }).kinds) kinds.add(kind);
      timer ??= window.setTimeout(read, CALM);
    };
    source.onopen = () => {
      reached();
      if (cut) void queries.invalidateQueries();
      cut = false;
    };
    source.onerror = () => {
      cut = true;
      lost();
    };
    return () => {
      source.close();
      window.clearTimeout(timer);
    };
  }, []);
}
