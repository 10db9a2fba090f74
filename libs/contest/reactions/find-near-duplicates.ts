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

/** Entries of other projects that share a band, the likeliest first. Band by band, so that each is looked up and no table is gone through. */
async function candidates(tx: Tx, district: string, entry: string, project: string, signature: Int32Array): Promise<string[]> {
  const bands = bandsOf(signature);
  const sharing = await tx.$queryRaw<{ entry: string }[]>`
    SELECT DISTINCT b.entry_id AS entry FROM unnest(${bands.map((_, band) => band)}::int[], ${bands}::int[]) AS own(band, hash)
    CROSS JOIN LATERAL (SELECT entry_id FROM fingerprint_band f WHERE f.district_id = ${district}::uuid AND f.band = own.band AND f.hash = own.hash AND f.entry_id <> ${entry}::uuid OFFSET 0) b`;
  if (sharing.length === 0) return [];
  const rows = await tx.fingerprint.findMany({ where: { districtId: district, entryId: { in: sharing.map((row) => row.entry) }, entry: { is: { projectId: { not: project } } } } });
  return rows
    .map(({ entryId, signature: theirs }) => ({ id: entryId, like: resemblance(signature, theirs) }))
    .sort((a, b) => b.like - a.like)
    .slice(0, COMPARED)
    .map(({ id }) => id);
}
