import { Worker } from 'node:worker_threads';

/** What a thread tells: how far it is, and at the end what it found. */
export type Told<T> = { readonly done: number; readonly of: number } | { readonly found: T };

export interface ThreadOptions {
  readonly progress?: ((done: number, of: number) => void) | undefined;
  /** Ends the thread; what was asked for is then refused with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a program of this library in a thread of its own, so that nobody waits.
 *
 * @param program its file, beside the caller's `base`
 */
export const inThread = <T>(program: string, base: string, input: unknown, { progress, signal }: ThreadOptions = {}): Promise<T> =>
  new Promise((done, fail) => {
    const thread = new Worker(new URL(program, base), { workerData: input });
    const abort = () => {
      fail(signal!.reason as Error);
      void thread.terminate();
    };
    if (signal?.aborted === true) return abort();
    signal?.addEventListener('abort', abort, { once: true });
    thread.on('error', fail);
    thread.on('exit', () => {
      signal?.removeEventListener('abort', abort);
      fail(new Error(`The thread of ${program} ended without an answer`));
    });
    thread.on('message', (told: Told<T>) => ('done' in told ? progress?.(told.done, told.of) : done(told.found)));
  });
