import type { Notice, Words } from './notice.js';

const PLACE = /\{(\w+)(?::yuan)?\}/g;

const placesIn = ({ subject, text }: Words): string[] => [...`${subject}\n${text}`.matchAll(PLACE)].map(([, name]) => name!);

/** What words of a notice may be filled from: what the shipped words name, and what an event of it was seen to say. */
export const placesOf = (notice: Notice, seen: object): string[] => [...new Set([...placesIn(notice.zh), ...placesIn(notice.en), ...Object.keys(seen)])].filter((name) => name !== 'people' && name !== 'own').sort();

/** A place that words name and nothing fills; undefined where all are filled. */
export const unknownPlace = (words: Words, places: readonly string[]): string | undefined => placesIn(words).find((name) => !places.includes(name));
