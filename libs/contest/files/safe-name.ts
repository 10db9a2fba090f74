const MOST = 150;
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A file's name as it is kept and offered for download: no folders, no characters that systems forbid, none that hide
 * or turn the reading direction (so that `exe.` can't pose as `.pdf`), not too long, with its extension.
 */
export function safeName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\ufffd<>:"|?*]/gu, '').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  const named = plain === '' ? 'file' : RESERVED.test(plain) ? `_${plain}` : plain;
  const dot = named.lastIndexOf('.');
  const extension = dot > 0 && named.length - dot <= 10 ? named.slice(dot) : '';
  const stem = [...(extension ? named.slice(0, dot) : named)];
  return stem.slice(0, MOST - extension.length).join('') + extension;
}
