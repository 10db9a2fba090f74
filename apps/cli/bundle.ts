import { readFile } from 'node:fs/promises';
import { canonical } from '#kernel';
import { BUNDLE, checksumOf, recomputeBundle, type BundleDifference, type SignedBundle } from '#contest';
import { signatureHolds, StartFailure } from '#platform';
import { print } from './output.js';

interface Recomputed {
  readonly holds: boolean;
  readonly checksum: boolean;
  readonly signature: boolean;
  readonly publicKey: string;
  readonly rounds: number;
  readonly entries: number;
  readonly differences: readonly BundleDifference[];
}

/** Checks a results bundle's checksum and signature, and computes its rankings and lots again. */
export async function recomputeBundleFile(path: string, json: boolean | undefined): Promise<void> {
  const { bundle, checksum, signature, publicKey } = await readBundle(path);
  const differences = recomputeBundle(bundle);
  const [sumHolds, signed] = [checksumOf(bundle) === checksum, signatureHolds(canonical(bundle), signature, publicKey)];
  const found: Recomputed = { holds: sumHolds && signed && differences.length === 0, checksum: sumHolds, signature: signed, publicKey, rounds: bundle.rounds.length, entries: Object.keys(bundle.titles).length, differences };
  print(json, found, () => bundleText(found, bundle.titles));
  if (!found.holds) process.exitCode = 1;
}

async function readBundle(path: string): Promise<SignedBundle> {
  try {
    const signed = JSON.parse(await readFile(path, 'utf8')) as SignedBundle;
    if (signed.bundle.format !== BUNDLE) throw new Error(`its format is not ${BUNDLE}`);
    return signed;
  } catch (error) {
    throw new StartFailure(`${path} can't be read as a results bundle: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const MOST_SHOWN = 50;

function bundleText({ holds, checksum, signature, publicKey, rounds, entries, differences }: Recomputed, titles: Readonly<Record<string, string>>): string {
  if (holds) return `The results hold: ${rounds} rounds of ${entries} entries come out as published, and their lots as drawn. Signed with the key ${publicKey}.`;
  return [
    'The bundle does NOT hold.',
    ...(checksum ? [] : ['  Its checksum is not that of its content.']),
    ...(signature ? [] : ['  Its signature was not made for this content.']),
    ...differences.slice(0, MOST_SHOWN).map(({ round, what, of, published, recomputed }) => `  ${round}: ${what} of ${titles[of] ?? of}: published ${published}, recomputed ${recomputed}`),
    ...(differences.length > MOST_SHOWN ? [`  … and ${differences.length - MOST_SHOWN} more differences`] : []),
  ].join('\n');
}
