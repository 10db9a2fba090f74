import { words } from '../words.js';

const VALUES = {
  district: ['本区', 'in this district'],
  city: ['本市其他区', 'elsewhere in the city'],
  'will-move-here': ['外地，承诺迁入', 'elsewhere, willing to move here'],
} as const;

const useValues = words('rule-values', VALUES as Readonly<Record<keyof typeof VALUES, readonly [string, string]>>);

const useUnits = words('units', { years: ['岁 / 年', 'years'], people: ['人', 'people'] });

/** A quantity as people say it: money is kept in fen and said in yuan. */
export function useQuantity(): (value: number, unit: string | undefined) => string {
  const t = useUnits();
  return (value, unit) => (unit === 'fen' ? `¥ ${(value / 100).toLocaleString()}` : `${value.toLocaleString()} ${unit === 'years' || unit === 'people' ? t(unit) : (unit ?? '')}`.trim());
}

/** A fact's value as people say it, where rules write a code. */
export function useRuleValue(): (value: string | number | boolean) => string {
  const t = useValues();
  return (value) => (Object.hasOwn(VALUES, String(value)) ? t(String(value) as keyof typeof VALUES) : String(value));
}
