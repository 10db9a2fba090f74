import { canonical } from '#kernel';

/** The fields of a draft, each with the number of times it was changed. */
export interface Draft {
  readonly values: Readonly<Record<string, unknown>>;
  readonly versions: Readonly<Record<string, number>>;
}

interface FieldConflict {
  readonly field: string;
  readonly yours: unknown;
  readonly theirs: unknown;
  /** The version that `theirs` has: who has seen it may save again. */
  readonly version: number;
}

export interface Merged {
  readonly saved: readonly { readonly field: string; readonly value: unknown; readonly version: number }[];
  readonly conflicts: readonly FieldConflict[];
}

/**
 * Merges someone's changes into a draft, field by field. `seen` is the version he last saw of each field: a field that
 * another changed since is not overwritten but reported, the others are saved all the same.
 */
export function mergeDraft({ values, versions }: Draft, changes: Readonly<Record<string, unknown>>, seen: Readonly<Record<string, number>>): Merged {
  const saved: Merged['saved'][number][] = [];
  const conflicts: FieldConflict[] = [];
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined || same(values[field], value)) continue;
    const version = versions[field] ?? 0;
    if (seen[field] !== undefined && seen[field] !== version) conflicts.push({ field, yours: value, theirs: values[field] ?? null, version });
    else saved.push({ field, value, version: version + 1 });
  }
  return { saved, conflicts };
}

const same = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null);
