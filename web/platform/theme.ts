// Light, dark, or as the system says: an attribute on the document, remembered on this device. Colours: web/ui/tokens.css.
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const shelf = 'goodturn.theme';

export function chosenTheme(): Theme {
  try {
    const kept = localStorage.getItem(shelf);
    return themes.find((theme) => theme === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Shows a theme at once and remembers it. */
export function wear(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(shelf, theme);
  } catch {
    // Without storage the theme lasts until the tab closes.
  }
}
