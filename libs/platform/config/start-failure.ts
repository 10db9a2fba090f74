/** A reason not to start that a person can mend: printed as it is, without a stack trace. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';

  /** Turns what the system said about `path` into what to do about it. */
  static from(error: unknown, path: string, log = ''): Error {
    if (error instanceof StartFailure) return error;
    const text = `${error instanceof Error ? error.message : String(error)}\n${log}`;
    if (/ENOSPC|No space left/i.test(text)) return new StartFailure(`The disk under ${path} is full. Free some space and start again.`);
    // Node says ENOENT where a folder can't be made on a read-only disk.
    if (/EROFS|Read-only file system|ENOENT.*mkdir/i.test(text)) return new StartFailure(`${path} is on a read-only disk. Set TRELLIS_HOME to a folder that can be written.`);
    if (/EACCES|EPERM|Permission denied|Operation not permitted/i.test(text)) return new StartFailure(`${path} can't be written or entered by the user that runs the database. Set TRELLIS_HOME to a folder it can use.`);
    if (/EADDRINUSE|Address already in use/i.test(text)) return new StartFailure(`${path} is already in use by another program. Stop it, or choose another port with PORT.`);
    return new StartFailure(`${path}: ${text.trim()}`);
  }
}
