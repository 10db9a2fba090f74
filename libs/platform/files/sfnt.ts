import { inflateSync } from 'node:zlib';

const HEADER = 12;
const ENTRY = 16;
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;

/**
 * A font's plain form from WOFF 1.0 (W3C recommendation of 2012), whose tables are each deflated. The PDF library reads
 * WOFF too, but inflates a table anew for each glyph: a page then takes ten seconds.
 */
export function sfntOf(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF font');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, i) => {
    const at = WOFF_HEADER + i * WOFF_ENTRY;
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
    const bytes = woff.subarray(offset, offset + packed);
    return { tag: woff.subarray(at, at + 4), checksum: woff.readUInt32BE(at + 16), bytes: packed < length ? inflateSync(bytes) : bytes };
  });
  const padded = (length: number) => (length + 3) & ~3;
  const sfnt = Buffer.alloc(HEADER + count * ENTRY + tables.reduce((sum, { bytes }) => sum + padded(bytes.length), 0));
  const power = 2 ** Math.floor(Math.log2(count));
  woff.copy(sfnt, 0, 4, 8);
  [count, power * 16, Math.log2(power), count * 16 - power * 16].forEach((value, i) => sfnt.writeUInt16BE(value, 4 + 2 * i));
  let offset = HEADER + count * ENTRY;
  for (const [i, { tag, checksum, bytes }] of tables.entries()) {
    const at = HEADER + i * ENTRY;
    tag.copy(sfnt, at);
    [checksum, offset, bytes.length].forEach((value, j) => sfnt.writeUInt32BE(value, at + 4 + 4 * j));
    bytes.copy(sfnt, offset);
    offset += padded(bytes.length);
  }
  return sfnt;
}
