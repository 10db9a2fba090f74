/** A text as it may stand in a page, between tags and in attributes. */
export const escaped = (text: string | number | null | undefined): string => String(text ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
