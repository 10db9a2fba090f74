/** How a solver is watched: told how far it is, and asked now and then whether it is to stop. */
export interface Watch {
  readonly progress?: (done: number, of: number) => void;
  readonly stop?: () => boolean;
}

/** A solver was told to stop before it was done: give it more time, or a smaller problem. */
export class AssignmentStopped extends Error {
  constructor(
    readonly done: number,
    readonly of: number,
  ) {
    super(`Stopped at ${done} of ${of}; allow more time, or ask for fewer reviews`);
  }
}

/** Tells how far a solver is. @throws AssignmentStopped where it is to stop */
export function report({ progress, stop }: Watch, done: number, of: number): void {
  progress?.(done, of);
  if (stop?.() === true) throw new AssignmentStopped(done, of);
}
