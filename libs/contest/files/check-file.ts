import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

/** What a file really is: its kind by content, and the extensions that this kind goes by. */
export interface RealType {
  readonly mediaType: string;
  readonly extension: string;
}

const TEXTS = new Set(['txt', 'csv', 'md']);
const SAME: Readonly<Record<string, string>> = { jpeg: 'jpg', tiff: 'tif', mpeg: 'mpg', htm: 'html' };
const SAMPLE = 64 * 1024;

/** The real type of a file by its content. Text has no mark of its own: it is taken for what its name says, if it is text. */
export async function realType(path: string, name: string): Promise<RealType | null> {
  const found = await fileTypeFromFile(path);
  if (found) return { mediaType: found.mime, extension: found.ext };
  const extension = extensionOf(name);
  return TEXTS.has(extension) && (await isText(path)) ? { mediaType: extension === 'csv' ? 'text/csv' : 'text/plain', extension } : null;
}

const extensionOf = (name: string): string => {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return SAME[extension] ?? extension;
};

/** Whether a place that takes `accept` takes this. */
export const isAccepted = (accept: readonly string[], { extension }: RealType): boolean => accept.map((one) => SAME[one] ?? one).includes(SAME[extension] ?? extension);

async function isText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    return !buffer.subarray(0, bytesRead).includes(0);
  } finally {
    await file.close();
  }
}
