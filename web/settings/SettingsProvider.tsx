import { createContext, use, useCallback, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useLocation, useSearch } from 'wouter';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Words } from '../words/dictionary.ts';
import { pick } from '../words/dictionary.ts';
import { remember, remembered } from './remembered.ts';
import { readSettings, settingsQuery, withSettings } from './settings.ts';
import type { Settings } from './settings.ts';

interface SettingsState {
  readonly settings: Settings;
  readonly change: (choice: Partial<Settings>) => void;
}

const SettingsContext = createContext<SettingsState | null>(null);

/** Reads the settings from the address, writes changes back to it, and dresses the document accordingly. */
export function SettingsProvider({ fallbackOn, children }: { fallbackOn: PlainDate; children: ReactNode }) {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const settings = useMemo(() => readSettings(search, remembered(), fallbackOn), [search, fallbackOn]);
  const wanted = withSettings(search, settings);

  useEffect(() => {
    if (new URLSearchParams(search).toString() !== wanted) navigate(`${path}?${wanted}`, { replace: true });
  }, [search, wanted, path, navigate]);
  useEffect(() => dress(settings), [settings]);

  const change = useCallback(
    (choice: Partial<Settings>) => {
      const { known: _, ...kept } = choice;
      remember(kept);
      // A change of date is a step that "back" undoes; a change of looks is not.
      const replace = choice.on === undefined && choice.known === undefined;
      navigate(`${path}?${withSettings(search, { ...settings, ...choice })}`, { replace });
    },
    [navigate, path, search, settings],
  );
  const state = useMemo(() => ({ settings, change }), [settings, change]);

  return (
    <SettingsContext value={state}>
      <I18nProvider locale={settings.language === 'zh' ? 'zh-CN' : 'en-US'}>{children}</I18nProvider>
    </SettingsContext>
  );
}

function dress(settings: Settings): void {
  const root = document.documentElement;
  root.lang = settings.language === 'zh' ? 'zh-CN' : 'en';
  root.dataset['size'] = settings.size;
  root.dataset['mode'] = settings.mode;
  root.dataset['contrast'] = settings.contrast;
}

export function useSettings(): SettingsState {
  const state = use(SettingsContext);
  if (state === null) throw new Error('useSettings outside SettingsProvider');
  return state;
}

/** The words of a dictionary in the language chosen. */
export function useWords<T>(both: Words<T>) {
  return pick(both, useSettings().settings.language);
}

/** Address of a page of ours with the settings in it: `href('/campuses/C1', { filter: 'unmet' })`. */
export function useHref(): (path: string, query?: Readonly<Record<string, string>>) => string {
  const { settings } = useSettings();
  return useCallback(
    (path, query = {}) => {
      const search = settingsQuery(settings);
      for (const [name, value] of Object.entries(query)) search.set(name, value);
      return `${path}?${search}`;
    },
    [settings],
  );
}
