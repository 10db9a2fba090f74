import { strFromU8, unzipSync } from 'fflate';

/** What a file says and what it says of itself: author, company and the like. */
export interface FileText {
  readonly text: string;
  readonly properties: Readonly<Record<string, string>>;
}

const MOST_CHARACTERS = 200_000;
/** A part of an archive beyond this is not opened: a small file may unpack to one that fills the memory. */
const MOST_PART = 30 * 1024 * 1024;
const MOST_PARTS = 400;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The text and the properties of a PDF, an office document or a text file; of other kinds there is none. A file that can't be read has none either. */
export async function readFile(content: Uint8Array, mediaType: string): Promise<FileText> {
  try {
    if (mediaType === 'application/pdf') return await readPdf(content);
    if (mediaType.startsWith(OFFICE)) return readOffice(content);
    if (mediaType.startsWith('text/')) return { text: decode(content).slice(0, MOST_CHARACTERS), properties: {} };
  } catch {
    return { text: '', properties: {} };
  }
  return { text: '', properties: {} };
}

async function readPdf(content: Uint8Array): Promise<FileText> {
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf');
  const pdf = await getDocumentProxy(new Uint8Array(content), { verbosity: 0 });
  const { text } = await extractText(pdf, { mergePages: true });
  const { info } = await getMeta(pdf);
  const properties = Object.fromEntries(Object.entries(info).flatMap(([name, value]) => (['Author', 'Creator', 'Company', 'Title', 'Subject', 'Keywords'].includes(name) && typeof value === 'string' && value !== '' ? [[name, value]] : [])));
  return { text: keepable(text), properties };
}

function readOffice(content: Uint8Array): FileText {
  let parts = 0;
  const files = unzipSync(content, { filter: ({ name, originalSize }) => /^(word|ppt|xl|docProps)\/.*\.xml$/.test(name) && originalSize <= MOST_PART && ++parts <= MOST_PARTS });
  const names = Object.keys(files).sort();
  const body = names.filter((name) => /^(word\/(document|header|footer|comments|footnotes)|ppt\/(slides|notesSlides)\/|xl\/(sharedStrings|worksheets\/))/.test(name));
  const text = body.map((name) => runsOf(strFromU8(files[name]!))).join('\n');
  const properties = Object.assign({}, ...names.filter((name) => name.startsWith('docProps/')).map((name) => propertiesOf(strFromU8(files[name]!)))) as Record<string, string>;
  return { text: keepable(text), properties };
}

/** The text of `w:t`, `a:t` and `t` elements; a paragraph, row or line break ends a line. */
const runsOf = (xml: string): string =>
  [...xml.matchAll(/<(?:w:|a:)?t(?:\s[^>]*)?>([^<]*)<|<\/(?:w:p|a:p|si|row)>/g)].map(([, run]) => (run === undefined ? '\n' : entities(run))).join('');

const WATCHED = ['creator', 'lastModifiedBy', 'Company', 'Manager', 'title', 'subject', 'keywords', 'description'];
const propertiesOf = (xml: string): Record<string, string> =>
  Object.fromEntries([...xml.matchAll(/<(?:\w+:)?(\w+)(?:\s[^>]*)?>([^<]+)</g)].flatMap(([, name, value]) => (WATCHED.includes(name!) ? [[name!, entities(value!)]] : [])));

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const entities = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex: string | undefined, decimal: string | undefined, named: string | undefined) =>
    named ? (NAMED[named] ?? all) : String.fromCodePoint(Math.min(0x10ffff, parseInt(hex ?? decimal!, hex ? 16 : 10))),
  );

/** UTF-8 where it is that, else GB 18030, as Chinese Windows writes texts. */
function decode(content: Uint8Array): string {
  try {
    return keepable(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return keepable(new TextDecoder('gb18030').decode(content));
  }
}

const keepable = (text: string): string => text.slice(0, MOST_CHARACTERS).replaceAll('\u0000', '').toWellFormed();
