import { eventType, refusalType } from '#kernel';

interface Turn {
  readonly entry: string;
  readonly slot: number | null;
  readonly room: string | null;
}

/** When a day of pitches begins, and how many minutes lie between two of them. */
export interface PitchDay {
  readonly from: Date;
  readonly between: number;
  readonly present: number;
  readonly answer: number;
}

const MINUTE = 60_000;

/** From when to when each entry pitches, by the running order; rooms run beside each other. */
export function pitchTimes(turns: readonly Turn[], { from, between, present, answer }: PitchDay): ReadonlyMap<string, { readonly from: Date; readonly to: Date }> {
  const drawn = turns.filter((turn): turn is Turn & { slot: number } => turn.slot !== null).sort((a, b) => a.slot - b.slot);
  return new Map(
    [...Map.groupBy(drawn, ({ room }) => room).values()].flatMap((room) =>
      room.map(({ entry }, n) => {
        const begins = new Date(from.getTime() + n * (present + answer + between) * MINUTE);
        return [entry, { from: begins, to: new Date(begins.getTime() + (present + answer) * MINUTE) }] as const;
      }),
    ),
  );
}

/** `own` has for each of `people`, in the same order, his teams’ turns: JSON by field. */
export const pitchesTimed = eventType<{ callName: string; from: string; turns: string; people: readonly string[]; own: readonly string[] }>('round:pitches-timed', 'When the office says when the pitches begin, so that every team knows its turn.');

export const pitchesInPast = refusalType('pitch:in-past', 'invalid', '路演开始时间须在现在之后。', 'The pitches have to begin later than now.');
