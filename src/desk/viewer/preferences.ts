import { effect, signal } from '@preact/signals';

/** What a person has chosen for the page, kept by the browser where it keeps anything for a file. */
export const theme = signal<'light' | 'dark'>('light');
export const type = signal<'normal' | 'large'>('normal');

/** Takes the choices of last time, else what the system prefers, and applies each change to the page. */
export function followPreferences(root: HTMLElement): void {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  theme.value = recalled('theme') === 'dark' || (recalled('theme') === null && prefersDark) ? 'dark' : 'light';
  type.value = recalled('type') === 'large' ? 'large' : 'normal';
  effect(() => {
    root.dataset['theme'] = theme.value;
    root.dataset['type'] = type.value;
  });
}

export function toggleTheme(): void {
  theme.value = theme.value === 'light' ? 'dark' : 'light';
  keep('theme', theme.value);
}

export function toggleType(): void {
  type.value = type.value === 'normal' ? 'large' : 'normal';
  keep('type', type.value);
}

/** What was kept under a name; null where nothing was, or where the browser keeps nothing. */
export function recalled(name: string): string | null {
  try {
    return localStorage.getItem(`smsim ${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`smsim ${name}`, value);
  } catch {
    // A browser that keeps nothing forgets the choice when the page is closed.
  }
}
