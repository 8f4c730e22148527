import { useSyncExternalStore } from 'react';

/**
 * Width of the window in rem, whole: in the elder mode a letter is larger and a screen holds fewer,
 * so that the narrow layout comes earlier by itself.
 */
export function useWidth(): number {
  return useSyncExternalStore(watch, width);
}

function width(): number {
  return Math.floor(window.innerWidth / rem());
}

function watch(changed: () => void): () => void {
  const looks = new MutationObserver(changed);
  looks.observe(document.documentElement, { attributeFilter: ['data-mode', 'data-size'] });
  window.addEventListener('resize', changed);
  return () => {
    looks.disconnect();
    window.removeEventListener('resize', changed);
  };
}

/** Pixels of one rem now. */
export function useRem(): number {
  return useSyncExternalStore(watch, rem);
}

function rem(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}
