import { sha256 } from '#kernel';
import type { Tx } from '#platform';
import { contractText } from '../domain/grant-contract.js';
import { headingsOf } from './headings-of.js';

interface GrantRow {
  readonly districtId: string;
  readonly contractNo: string | null;
  readonly firm: string;
  readonly title: string;
  readonly plan: string;
  readonly targets: string;
  readonly approved: bigint | null;
  readonly own: bigint;
  readonly endsOn: string;
  readonly budget: unknown;
  readonly scheme: { readonly name: string; readonly source: string; readonly paper: string | null; readonly slack: number; readonly headings: unknown };
  readonly instalments: readonly { readonly number: number; readonly amount: bigint; readonly upon: string }[];
}

/** A project's contract as its terms stand, and the SHA-256 that stands for it. */
export async function contractOf(tx: Tx, grant: GrantRow): Promise<{ lines: string[]; sha256: string }> {
  const district = await tx.district.findUniqueOrThrow({ where: { id: grant.districtId } });
  const names = new Map(headingsOf(grant.scheme).map(({ key, zh }) => [key, zh]));
  const budget = Object.entries(grant.budget as Record<string, number>).map(([heading, amount]) => ({ name: names.get(heading) ?? heading, amount }));
  const lines = contractText({ ...grant, district: district.name, contractNo: grant.contractNo ?? '', approved: grant.approved ?? 0n, budget });
  return { lines, sha256: sha256(lines.join('\n')) };
}
