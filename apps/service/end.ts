/** How long what is still open may take to close. */
const PATIENCE = 3000;

/**
 * Ends the process with `code` when nothing is going on any more, and by force after three seconds. `process.exit`
 * at once can hang for ever: it waits for V8's compilers, and they for a collection by the thread that waits
 * (nodejs/node#54918).
 */
export function end(code: number): void {
  process.exitCode = code;
  // eslint-disable-next-line no-restricted-globals
  setTimeout(() => process.exit(), PATIENCE).unref();
}
