/** A scheme's headings, as they are kept. */
export const headingsOf = ({ headings }: { readonly headings: unknown }) => headings as readonly { readonly key: string; readonly zh: string; readonly en: string }[];
