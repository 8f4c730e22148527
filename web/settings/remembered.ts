import { parsePlainDate } from '../../core/values/plain-date.ts';
import type { Remembered } from './settings.ts';

const KEY = 'guantong.settings';
const DATE_KEY = 'guantong.on';

/** Last choices of this browser. The date is kept for the tab only: last week's date would mislead tomorrow. */
export function remembered(): Remembered {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Remembered;
    const on = parsePlainDate(sessionStorage.getItem(DATE_KEY) ?? '');
    return on === null ? kept : { ...kept, on };
  } catch {
    // A browser that keeps nothing still shows every page.
    return {};
  }
}

export function remember({ on, ...choices }: Remembered): void {
  try {
    const { on: _, ...kept } = remembered();
    localStorage.setItem(KEY, JSON.stringify({ ...kept, ...choices }));
    if (on !== undefined) sessionStorage.setItem(DATE_KEY, on);
  } catch {
    // As above: the address still holds the choice.
  }
}
