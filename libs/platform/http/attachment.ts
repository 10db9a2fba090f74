/** The header that offers a file for download under its own name, whatever letters that has (RFC 6266). */
export const attachmentNamed = (name: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
