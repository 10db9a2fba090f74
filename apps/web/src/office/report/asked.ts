import { useSearch } from '@tanstack/react-router';

/** Of which day, as known when and of which place figures are shown: what the address says. */
export function useAsked(): Record<string, string> {
  const { day, knownAt, place } = useSearch({ strict: false }) as { day?: string; knownAt?: string; place?: string };
  return { ...(day !== undefined && { day }), ...(knownAt !== undefined && { knownAt }), ...(place !== undefined && { place }) };
}
