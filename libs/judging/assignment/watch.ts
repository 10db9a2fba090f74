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
    super(`Stopped with ${done} of ${of} reviews placed; allow more time, or ask for fewer reviews`);
  }
}
