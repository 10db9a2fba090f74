import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';

interface Page<R> {
  readonly items: readonly R[];
  readonly next: string | null;
}

/** All rows of a list that comes in pages, read one page after another while the first are shown already. */
export function useAllPages<R>(key: readonly unknown[], read: (after: string | undefined) => Promise<Page<R>>, enabled = true) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: Page<R>) => next ?? undefined,
    enabled,
  });
  const { hasNextPage, isFetching, fetchNextPage, data } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items), [data]);
  return { data: rows, error: query.error, refetch: query.refetch, failureCount: query.failureCount, reading: hasNextPage ? (rows?.length ?? 0) : undefined };
}
