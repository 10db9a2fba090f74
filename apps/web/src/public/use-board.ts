import { useEffect, useState } from 'react';
import { lost, reached } from '../api/line.js';
import type { Shown } from '../api/client.js';

export type Board = Shown['BoardShown'];

/** A round's board as it is now and as it changes; null where there is none to see. */
export function useBoard(round: string): Board | null | undefined {
  const [board, setBoard] = useState<Board | null>();
  useEffect(() => {
    const source = new EventSource(`/api/rounds/${round}/screen`);
    source.onopen = reached;
    source.onmessage = (message: MessageEvent<string>) => {
      const shown = JSON.parse(message.data) as Partial<Board>;
      setBoard(shown.round === undefined ? null : (shown as Board));
    };
    source.onerror = () => {
      lost();
      setBoard((before) => (source.readyState === EventSource.CLOSED ? (before ?? null) : before));
    };
    return () => source.close();
  }, [round]);
  return board;
}
