import { newId, reaction, type Files, type Tx } from '#platform';
import { entrySubmitted } from '../domain/entry.js';
import { ALIKE, bandsOf, jaccard, resemblance, sharedPassages, shinglesOf, signatureOf, type Passage } from '../domain/near-duplicate.js';
import { submittedContent } from '../facts/content.js';
import { fileTexts } from '../facts/file-texts.js';
import { textsOfContent } from '../facts/texts.js';
import { wordsOf } from '../facts/words.js';

/** Of the entries that share a band, the most alike are compared word for word. */
const COMPARED = 20;
const MOST_PASSAGES = 8;

interface Alike {
  readonly earlier: string;
  readonly similarity: number;
  readonly passages: readonly Passage[];
}

interface Found {
  readonly words: readonly string[];
  readonly shingles: ReadonlySet<number>;
  readonly signature: Int32Array;
  readonly compared: ReadonlySet<string>;
  readonly alike: readonly Alike[];
}

export const findNearDuplicates = reaction({
  name: 'find-near-duplicates',
  summary: 'Compares what was handed in with every other project’s entries, of this edition and all before: a hint to the office.',
  on: [entrySubmitted],
  async prepare({ tx, files }, { district, aggregate, project }): Promise<Found | null> {
    const words = await wordsOfEntry(tx, files, district, aggregate);
    const shingles = shinglesOf(words);
    if (shingles.size === 0) return null;
    const signature = signatureOf(shingles);
    const compared = await candidates(tx, district, aggregate, project ?? district, signature);
    return { words, shingles, signature, compared: new Set(compared), alike: await compare(tx, files, district, { words, shingles }, compared) };
  },
  async react(c, { aggregate: entry, project }, found, { files }) {
    const of = { districtId: c.district, entryId: entry };
    await c.tx.fingerprint.deleteMany({ where: of });
    await c.tx.nearDuplicate.deleteMany({ where: { ...of, dismissedBy: null } });
    if (!found) return;
    await c.tx.fingerprint.create({ data: { ...of, shingles: found.shingles.size, signature: [...found.signature] } });
    // One at a time from here: of two like entries that come in at once, the second to pass sees the first.
    await c.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`near-duplicates ${c.district}`}, 0))`;
    await c.tx.fingerprintBand.createMany({ data: bandsOf(found.signature).map((hash, band) => ({ ...of, band, hash })) });
    const missed = (await candidates(c.tx, c.district, entry, project ?? c.district, found.signature)).filter((candidate) => !found.compared.has(candidate));
    const alike = [...found.alike, ...(await compare(c.tx, files, c.district, found, missed))];
    const known = await c.tx.nearDuplicate.findMany({ where: { districtId: c.district, OR: [{ entryId: entry }, { earlierId: entry }] } });
    const seen = new Set(known.flatMap(({ entryId, earlierId }) => [entryId, earlierId]));
    const fresh = alike.filter(({ earlier }) => !seen.has(earlier));
    await c.tx.nearDuplicate.createMany({ data: fresh.map(({ earlier, similarity, passages }) => ({ ...of, id: newId(), earlierId: earlier, similarity, passages: passages.map((passage) => ({ ...passage })) })) });
  },
});

/** Those of the candidates that say nearly the same, compared word for word. */
async function compare(tx: Tx, files: Files, district: string, { words, shingles }: Pick<Found, 'words' | 'shingles'>, candidates: readonly string[]): Promise<Alike[]> {
  const alike: Alike[] = [];
  for (const earlier of candidates) {
    const theirs = await wordsOfEntry(tx, files, district, earlier);
    const similarity = jaccard(shingles, shinglesOf(theirs));
    if (similarity >= ALIKE) alike.push({ earlier, similarity, passages: sharedPassages(words, theirs, MOST_PASSAGES) });
  }
  return alike;
}

async function wordsOfEntry(tx: Tx, files: Files, district: string, entry: string): Promise<string[]> {
  const content = await submittedContent(tx, district, entry);
  if (!content) return [];
  const attached = await fileTexts(tx, files, district, content.files.map(({ id }) => id));
  return wordsOf([...textsOfContent(content), ...attached.map(({ text }) => text)].join('\n'));
}

/** Entries of other projects that share a band, the likeliest first. */
async function candidates(tx: Tx, district: string, entry: string, project: string, signature: Int32Array): Promise<string[]> {
  const bands = bandsOf(signature);
  const rows = await tx.$queryRaw<{ entry: string; signature: number[] }[]>`
    SELECT f.entry_id AS entry, f.signature FROM fingerprint f JOIN entry e ON e.district_id = f.district_id AND e.id = f.entry_id AND e.project_id <> ${project}::uuid
    WHERE f.district_id = ${district}::uuid AND f.entry_id <> ${entry}::uuid AND f.entry_id IN (
      SELECT b.entry_id FROM unnest(${bands.map((_, band) => band)}::int[], ${bands}::int[]) AS own(band, hash)
      JOIN fingerprint_band b ON b.district_id = ${district}::uuid AND b.band = own.band AND b.hash = own.hash)`;
  return rows
    .map(({ entry: id, signature: theirs }) => ({ id, like: resemblance(signature, theirs) }))
    .sort((a, b) => b.like - a.like)
    .slice(0, COMPARED)
    .map(({ id }) => id);
}
