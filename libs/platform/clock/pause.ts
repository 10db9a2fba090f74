/** Waits in real time: only the parts that turn the machinery use it, never a decision. */
export const pause = (milliseconds: number): Promise<void> =>
  // eslint-disable-next-line no-restricted-globals
  new Promise((done) => void setTimeout(done, milliseconds));
