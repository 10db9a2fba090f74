import { dated, type Links } from '#platform';
import type { Payload } from '#kernel';
import type { Notice } from './domain/notice.js';

/** The address that a notice's link leads to; empty where it has none. */
export const addressOf = ({ link }: Notice, thing: string, payload: Payload, links: Links, base: string): string =>
  link ? `${base}${link.path}/${links.token(link.purpose, link.asked === undefined ? thing : dated(thing, String(payload[link.asked])))}` : '';
