/** A command can't be done as it was asked; the message says why. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** For a file that can't be read or written. */
export const refusedFile =
  (path: string) =>
  (error: Error): never => {
    throw new Refused(`${path}: ${error.message}`);
  };
