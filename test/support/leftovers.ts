/** What was started and not yet stopped: what a failed test left running would disturb the files after it. */
export const leftovers = new Set<{ stop(): Promise<void> }>();
