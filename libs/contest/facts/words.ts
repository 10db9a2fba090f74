import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let jieba: Jieba | undefined;

const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);

/** The words of a text: Chinese cut by jieba, case and width folded, marks and blanks left out. The dictionary is loaded on first use. */
export function wordsOf(text: string): string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cut(text.normalize('NFKC').toLowerCase(), true).filter(isWord);
}

/** The words of a text and the shorter words within them, as a search finds them: 永磁同步电机, and 电机. */
export function searchWordsOf(text: string): string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cutForSearch(text.normalize('NFKC').toLowerCase(), true).filter(isWord);
}
