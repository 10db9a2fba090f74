const FORM = /^[0-9A-F]{16}$/;

/** The code that a certificate is known by, of an id made for it. */
export const certificateCode = (id: string): string => id.replaceAll('-', '').slice(-16).toUpperCase();

/** A code as someone typed it; null where it can't be one. */
export function readCertificateCode(typed: string): string | null {
  const code = typed.trim().toUpperCase();
  return FORM.test(code) ? code : null;
}
