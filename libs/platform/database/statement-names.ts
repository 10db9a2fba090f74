import { createHash } from 'node:crypto';

/** How often a statement has come before it gets a name, how many names there are, and how many texts are watched for it. */
const OFTEN = 10;
const NAMES = 400;
const WATCHED = 4000;

/**
 * Names statements that come again and again: PostgreSQL parses and plans what has a name once a connection. The rest
 * has none, since every name takes memory in every connection.
 */
export function statementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  const seen = new Map<string, number>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= NAMES) return known ?? UNNAMED;
    const times = (seen.get(sql) ?? 0) + 1;
    if (times < OFTEN) {
      if (seen.size >= WATCHED) seen.clear();
      seen.set(sql, times);
      return UNNAMED;
    }
    seen.delete(sql);
    const name = `p${createHash('sha256').update(sql).digest('hex').slice(0, 40)}`;
    names.set(sql, name);
    return name;
  };
}

const UNNAMED = '';
