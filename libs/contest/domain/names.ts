/** Where a name that gives someone away was found. */
type Place = 'answer' | 'file-name' | 'file-property' | 'file-text' | 'comment';

export interface SearchedText {
  readonly place: Place;
  /** The field, file or sheet that the text is of. */
  readonly of: string;
  readonly text: string;
}

export interface FoundName {
  readonly place: Place;
  readonly of: string;
  readonly name: string;
  readonly excerpt: string;
}

const AROUND = 20;
const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * Names (of people and organisations) that stand in texts. Case, width and blanks inside Chinese names don't matter; a
 * name in Latin letters must stand as a word of its own. Names of a single character are left out: they are in any text.
 */
export function findNames(names: readonly string[], texts: readonly SearchedText[]): FoundName[] {
  const sought = [...new Set(names.map((name) => name.trim()))].filter((name) => [...fold(name)].length > 1);
  return texts.flatMap(({ place, of, text }) => {
    const folded = fold(text);
    return sought.flatMap((name): FoundName[] => {
      const at = placeOf(fold(name), folded);
      return at < 0 ? [] : [{ place, of, name, excerpt: folded.slice(Math.max(0, at - AROUND), at + name.length + AROUND) }];
    });
  });
}

function placeOf(name: string, text: string): number {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const latin = /^[\p{Script=Latin}\p{N}\s.'-]+$/u.test(name);
  const pattern = latin ? `(?<![\\p{Script=Latin}\\p{N}])${literal.replace(/\s+/g, '\\s+')}(?![\\p{Script=Latin}\\p{N}])` : [...name].map((character) => character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*');
  return text.search(new RegExp(pattern, 'u'));
}
