import type { Language } from '#platform';
import type { Change } from '../domain/figures.js';
import type { Figure } from '../rules/figure.js';

const [FEN_A_YI, FEN_A_WAN] = [10_000_000_000, 1_000_000];
const [FEN_A_BILLION, FEN_A_MILLION] = [100_000_000_000, 100_000_000];

const number = (value: number, most: number): string => value.toLocaleString('en-US', { maximumFractionDigits: most });

/** Money in fen as people say it: in 亿 or 万, in English in billions or millions. */
export function moneyInWords(fen: number, language: Language): string {
  const size = Math.abs(fen);
  if (language === 'zh') return size >= FEN_A_YI ? `${number(fen / FEN_A_YI, 4)} 亿元` : size >= FEN_A_WAN ? `${number(fen / FEN_A_WAN, 2)} 万元` : `${number(fen / 100, 2)} 元`;
  return size >= FEN_A_BILLION ? `${number(fen / FEN_A_BILLION, 3)} billion yuan` : size >= FEN_A_MILLION ? `${number(fen / FEN_A_MILLION, 3)} million yuan` : `${number(fen / 100, 2)} yuan`;
}

/** A figure's value as people say it. */
export function valueInWords(value: number, { unit }: Pick<Figure, 'unit'>, language: Language): string {
  if (unit === 'fen') return moneyInWords(value, language);
  return unit === 'm2' ? `${number(value, 0)} m²` : number(value, 2);
}

/** How a figure stands to the year before, in words where a number would mislead. */
export function changeInWords(change: Change, language: Language): string {
  const zh = language === 'zh';
  switch (change.kind) {
    case 'percent':
      if (change.percent === 0) return zh ? '持平' : 'unchanged';
      return zh ? `${change.percent > 0 ? '增长' : '下降'} ${number(Math.abs(change.percent), 2)}%` : `${change.percent > 0 ? 'up' : 'down'} ${number(Math.abs(change.percent), 2)} %`;
    case 'times':
      return zh ? `增长 ${number(change.times, 0)} 倍` : `up ${number(change.times, 0)} times`;
    case 'from-zero':
      return zh ? '上年为零，本年起步' : 'from zero';
    case 'none':
      return zh ? '上年与本年均无' : 'none in either year';
    case 'no-base':
      return zh ? '无上年同期数' : 'nothing known of the year before';
  }
}
