import { useParams } from '@tanstack/react-router';

/** A part of the page's address. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params[name] ?? '';
}
