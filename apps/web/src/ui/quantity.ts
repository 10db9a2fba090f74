import { useLanguage } from '../words.js';

const number = (of: number, most: number): string => of.toLocaleString('en', { maximumFractionDigits: most });

/** A figure as people say it: money in 亿 and 万, in English in billions and millions. */
export function useFigure(): (value: number, unit: string) => string {
  const language = useLanguage();
  return (value, unit) => {
    if (unit === 'm2') return `${number(value, 0)} m²`;
    if (unit !== 'fen') return number(value, 2);
    const [yuan, size] = [value / 100, Math.abs(value / 100)];
    if (language === 'zh') return size >= 1e8 ? `${number(yuan / 1e8, 4)} 亿元` : size >= 1e4 ? `${number(yuan / 1e4, 2)} 万元` : `${number(yuan, 2)} 元`;
    return size >= 1e9 ? `¥ ${number(yuan / 1e9, 3)} billion` : size >= 1e6 ? `¥ ${number(yuan / 1e6, 3)} million` : `¥ ${number(yuan, 2)}`;
  };
}

/** Money that may not be known. */
export function useMoney(): (fen: number | null | undefined) => string {
  const figure = useFigure();
  return (fen) => (fen === null || fen === undefined ? '—' : figure(fen, 'fen'));
}
