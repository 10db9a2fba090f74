import { asId, type Id } from '#kernel';
import { uuidv7 } from 'uuidv7';

/** A new id; ids made later sort later, so rows made together lie together. */
export const newId = <K extends string>(): Id<K> => asId<K>(uuidv7());
