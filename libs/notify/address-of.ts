import type { Links } from '#platform';
import type { Notice } from './domain/notice.js';

/** The address that a notice's link leads to; empty where it has none. */
export const addressOf = ({ link }: Notice, thing: string, links: Links, base: string): string => (link ? `${base}${link.path}/${links.token(link.purpose, thing)}` : '');
