import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isCut, isProblem, type Problem } from './client.js';

let show: (problem: Problem) => void = () => undefined;
/** Who shows the problems of commands that no form shows by itself. */
export const showProblemsBy = (how: (problem: Problem) => void): void => {
  show = how;
};

/** Milliseconds before the next try; a restart of the service takes seconds. */
const wait = (tries: number): number => Math.min(500 * 2 ** tries, 5000);

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache(),
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      if (isProblem(error) && mutation.meta?.['ownProblems'] !== true) show(error);
    },
    // What a command did shows everywhere; it is done before that has been read.
    onSuccess: () => void queries.invalidateQueries(),
  }),
  defaultOptions: {
    queries: { staleTime: 5000, retry: (tries, error) => isCut(error) && tries < 60, retryDelay: wait, networkMode: 'always' },
    // Commands are sent until they are answered, see persistentFetch.
    mutations: { retry: false, networkMode: 'always' },
  },
});
