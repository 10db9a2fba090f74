import type { Files } from '#platform';
import { readFile, type FileText } from './read-file.js';

/** A file larger than this is not searched: it would have to lie in memory whole. */
const MOST_BYTES = 50n * 1024n * 1024n;

/** What a kept file says; nothing where it is too large to be read. */
export const readKept = async (files: Files, { sha256, size, mediaType }: { readonly sha256: string; readonly size: bigint; readonly mediaType: string }): Promise<FileText> =>
  size > MOST_BYTES ? { text: '', properties: {} } : readFile(await files.read(sha256), mediaType);
