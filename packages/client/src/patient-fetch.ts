/** What says that the same may do later: too many requests, and a service that is starting, stopping or without its database. */
const LATER = [429, 502, 503, 504];
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 60_000;

// eslint-disable-next-line no-restricted-globals -- a program elsewhere has no clock of ours
const wait = (milliseconds: number): Promise<void> => new Promise((done) => void setTimeout(done, milliseconds));

/** How long the service asks to wait, in milliseconds; what doubles where it says nothing. */
const pauseAfter = (answer: Response | null, attempt: number): number => Math.min(LONGEST_WAIT_MS, Number(answer?.headers.get('retry-after') ?? 0) * 1000 || FIRST_WAIT_MS * 2 ** attempt);

/** Sends a request again that did not arrive or came at a bad time, up to `tries` times. */
export const patientFetch =
  (send: typeof fetch, tries: number) =>
  async (request: Request): Promise<Response> => {
    for (let attempt = 0; ; attempt++) {
      const last = attempt + 1 >= tries;
      // A request can be read once; each try gets its own.
      const answer = await send(request.clone()).catch((error: unknown) => {
        if (last || request.signal.aborted) throw error;
        return null;
      });
      if (answer && (last || !LATER.includes(answer.status))) return answer;
      await wait(pauseAfter(answer, attempt));
    }
  };
