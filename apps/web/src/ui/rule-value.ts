import { words } from '../words.js';

const VALUES = {
  district: ['本区', 'in this district'],
  city: ['本市其他区', 'elsewhere in the city'],
  'will-move-here': ['外地，承诺迁入', 'elsewhere, willing to move here'],
  true: ['是', 'yes'],
  false: ['否', 'no'],
} as const;

const useValues = words('rule-values', VALUES as Readonly<Record<keyof typeof VALUES, readonly [string, string]>>);

/** A fact's value as people say it, where rules write a code. */
export function useRuleValue(): (value: string | number | boolean) => string {
  const t = useValues();
  return (value) => (Object.hasOwn(VALUES, String(value)) ? t(String(value) as keyof typeof VALUES) : String(value));
}
