import { useEffect } from 'react';
import type { ThemeChoice } from '../../archive/model/user-data.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const contrast = window.matchMedia('(prefers-contrast: more)');

function themeOf(choice: ThemeChoice): Exclude<ThemeChoice, 'system'> {
  if (choice !== 'system') return choice;
  if (contrast.matches) return 'contrast';
  return dark.matches ? 'dark' : 'light';
}

export function applyTheme(choice: ThemeChoice): void {
  document.documentElement.dataset.theme = themeOf(choice);
}

/** Keeps the window in the chosen theme, following the system where that was chosen. */
export function useTheme(choice: ThemeChoice): void {
  useEffect(() => {
    function apply(): void {
      applyTheme(choice);
    }
    apply();
    dark.addEventListener('change', apply);
    contrast.addEventListener('change', apply);
    return () => {
      dark.removeEventListener('change', apply);
      contrast.removeEventListener('change', apply);
    };
  }, [choice]);
}
