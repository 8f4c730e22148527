import type { Language } from '../../core/values/bilingual.ts';
import { parsePlainDate } from '../../core/values/plain-date.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';

/** What a person chooses once for every page; it lives in the address, so that a page can be linked as it was seen. */
export interface Settings {
  /** 口径日期: the day that every figure is of. */
  readonly on: PlainDate;
  /** Only what was recorded by this day counts; null: everything known now. */
  readonly known: PlainDate | null;
  readonly language: Language;
  readonly size: 'small' | 'normal' | 'large';
  readonly mode: 'standard' | 'elder';
  readonly contrast: 'normal' | 'high';
}

export type Remembered = Partial<Pick<Settings, 'language' | 'size' | 'mode' | 'contrast'>> & { readonly on?: PlainDate };

const PARAMETERS = ['on', 'known', 'lang', 'size', 'mode', 'contrast'] as const;

/** The address says first, then what was remembered, then the default. What cannot be read counts as absent. */
export function readSettings(search: string, remembered: Remembered, fallbackOn: PlainDate): Settings {
  const query = new URLSearchParams(search);
  return {
    on: parsePlainDate(query.get('on') ?? '') ?? remembered.on ?? fallbackOn,
    known: parsePlainDate(query.get('known') ?? ''),
    language: oneOf(['zh', 'en'], query.get('lang')) ?? remembered.language ?? 'zh',
    size: oneOf(['small', 'normal', 'large'], query.get('size')) ?? remembered.size ?? 'normal',
    mode: oneOf(['standard', 'elder'], query.get('mode')) ?? remembered.mode ?? 'standard',
    contrast: oneOf(['normal', 'high'], query.get('contrast')) ?? remembered.contrast ?? 'normal',
  };
}

/** The query that says these settings; the date always, the others where they differ from the default. */
export function settingsQuery(settings: Settings): URLSearchParams {
  const query = new URLSearchParams({ on: settings.on });
  if (settings.known !== null) query.set('known', settings.known);
  if (settings.language !== 'zh') query.set('lang', settings.language);
  if (settings.size !== 'normal') query.set('size', settings.size);
  if (settings.mode !== 'standard') query.set('mode', settings.mode);
  if (settings.contrast !== 'normal') query.set('contrast', settings.contrast);
  return query;
}

/** The address's query with the settings replaced and everything else kept. */
export function withSettings(search: string, settings: Settings): string {
  const query = settingsQuery(settings);
  for (const [name, value] of new URLSearchParams(search)) {
    if (!(PARAMETERS as readonly string[]).includes(name)) query.append(name, value);
  }
  return query.toString();
}

/** What an address carries beside the settings. */
export function withoutSettings(search: string): Record<string, string> {
  return Object.fromEntries([...new URLSearchParams(search)].filter(([name]) => !(PARAMETERS as readonly string[]).includes(name)));
}

function oneOf<const T extends string>(values: readonly T[], text: string | null): T | undefined {
  return values.find((value) => value === text);
}
