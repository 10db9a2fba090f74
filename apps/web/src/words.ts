import i18next, { type TOptions } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

export type Language = 'zh' | 'en';

/** Chinese, English, and where it counts things English for one. */
type Pair = readonly [zh: string, en: string, one?: string];

const KEPT = 'trellis.language';

const preferred = (): Language => {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
};

void i18next.use(initReactI18next).init({ lng: preferred(), fallbackLng: 'en', resources: {}, interpolation: { escapeValue: false }, initAsync: false });

export const language = (): Language => (i18next.language === 'zh' ? 'zh' : 'en');

/** Names one after another, as the reader's language strings them. */
export const listed = (names: readonly string[]): string => names.join(language() === 'zh' ? '、' : ', ');

export const useLanguage = (): Language => (useTranslation().i18n.language === 'zh' ? 'zh' : 'en');

export async function speak(chosen: Language): Promise<void> {
  localStorage.setItem(KEPT, chosen);
  await i18next.changeLanguage(chosen);
}

export type Say<K extends string> = (key: K, values?: TOptions) => string;

/** The words of one area, both languages side by side; what it answers gives them in the reader's. */
export function words<K extends string>(area: string, pairs: Readonly<Record<K, Pair>>): () => Say<K> {
  const zh: Record<string, string> = {};
  const en: Record<string, string> = {};
  for (const [key, [chinese, english, one]] of Object.entries<Pair>(pairs)) {
    if (one === undefined) [zh[key], en[key]] = [chinese, english];
    else [zh[`${key}_other`], en[`${key}_other`], en[`${key}_one`]] = [chinese, english, one];
  }
  i18next.addResourceBundle('zh', area, zh);
  i18next.addResourceBundle('en', area, en);
  return () => useTranslation(area).t as unknown as Say<K>;
}

/** What someone wrote in both languages, in the reader's. */
export const useOwnWords = () => {
  const chosen = useLanguage();
  return (both: { readonly zh: string; readonly en: string }): string => both[chosen] || both.zh || both.en;
};
