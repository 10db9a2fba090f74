import { theme as antd, type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';

export type Look = 'light' | 'dark' | 'auto';

const KEPT = 'trellis.look';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const still = window.matchMedia('(prefers-reduced-motion: reduce)');
const listeners = new Set<() => void>();

export function chosenLook(): Look {
  const kept = localStorage.getItem(KEPT);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

const isDark = (): boolean => chosenLook() === 'dark' || (chosenLook() === 'auto' && dark.matches);

function apply(): void {
  document.documentElement.dataset['look'] = isDark() ? 'dark' : 'light';
  for (const tell of listeners) tell();
}
dark.addEventListener('change', apply);
apply();

export function look(chosen: Look): void {
  localStorage.setItem(KEPT, chosen);
  apply();
}

export const useIsDark = (): boolean =>
  useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, isDark);

/** All text on its ground has a contrast of at least 4.5 (WCAG 2.2, 1.4.3), hints in empty fields included; nothing moves for who asks for that (2.3.3). */
export const themeOf = (isDarkNow: boolean): ThemeConfig => ({
  algorithm: isDarkNow ? antd.darkAlgorithm : antd.defaultAlgorithm,
  cssVar: { key: 'trellis' },
  hashed: false,
  token: {
    // Set in app.css by the page's language: each has its own marks and figures first.
    fontFamily: 'var(--font)',
    fontSize: 14,
    borderRadius: 6,
    wireframe: false,
    motion: !still.matches,
    ...(isDarkNow
      ? { colorPrimary: '#12806c', colorLink: '#5cc8b0', colorLinkHover: '#8fe0cd', colorInfo: '#4aa3d8', colorBgBase: '#121614', colorTextBase: '#e8ecea', colorTextPlaceholder: '#8f9a96', colorTextDescription: '#a3aeaa', colorTextTertiary: '#a3aeaa', colorTextQuaternary: '#8f9a96', colorTextDisabled: '#8f9a96', colorError: '#ffaea8', colorWarning: '#e0a43c', colorSuccess: '#58b98a' }
      : { colorPrimary: '#0b6b5d', colorLink: '#0b6b5d', colorLinkHover: '#084f45', colorInfo: '#1467a8', colorTextBase: '#17201d', colorTextPlaceholder: '#67716d', colorTextDescription: '#59635f', colorTextTertiary: '#59635f', colorTextQuaternary: '#67716d', colorTextDisabled: '#67716d', colorError: '#b3261e', colorWarning: '#8a5a00', colorSuccess: '#1f7a4d' }),
  },
});
