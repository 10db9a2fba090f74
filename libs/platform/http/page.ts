import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** How a list is asked for: ids are ordered by time, so the last one seen is where the next page begins. */
export class PageQuery {
  @ApiPropertyOptional({ description: 'The id of the last item of the page before', format: 'uuid' })
  @IsOptional() @IsUUID()
  after?: string;

  @ApiPropertyOptional({ default: 50, minimum: 1, maximum: 1000 })
  @Type(() => Number) @IsInt() @Min(1) @Max(1000)
  limit: number = 50;
}

/** How a list in an order of its own is asked for, the latest first: how many rows to pass over. */
export class PassingQuery {
  @ApiPropertyOptional({ description: 'What `next` said on the page before', type: 'integer', minimum: 0, maximum: 100_000 })
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(100_000)
  skip: number = 0;

  @ApiPropertyOptional({ default: 100, type: 'integer', minimum: 1, maximum: 1000 })
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1000)
  limit: number = 100;
}

/** The page from one row more than it holds, and what to pass over for the next one. */
export function passing<R>(rows: readonly R[], { skip, limit }: PassingQuery): { readonly shown: readonly R[]; readonly next: number | null } {
  return { shown: rows.slice(0, limit), next: rows.length > limit ? skip + limit : null };
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Hand it in as `after` for the next page; null at the end. */
  readonly next: string | null;
}

/** What Prisma needs to read one row more than the page, in the order of ids. */
export const slice = ({ after, limit }: PageQuery) => ({
  where: after === undefined ? {} : { id: { gt: after } },
  orderBy: { id: 'asc' as const },
  take: limit + 1,
});

/** The page from the rows that `slice` let through. */
export function page<R extends { id: string }, T>(rows: readonly R[], { limit }: PageQuery, show: (row: R) => T): Page<T> {
  const shown = rows.slice(0, limit);
  return { items: shown.map(show), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
