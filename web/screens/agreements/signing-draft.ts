import { useState } from 'react';

/** What somebody has filled in on the way to a signature: it outlives a reload, and no longer than the browser's tab. */
export interface SigningDraft {
  readonly read: boolean;
  readonly code: string;
  /** Where the code went; empty before one was sent. */
  readonly sent_to: string;
}

const EMPTY: SigningDraft = { read: false, code: '', sent_to: '' };

export function useSigningDraft(about: string): readonly [SigningDraft, (part: Partial<SigningDraft>) => void, () => void] {
  const key = `guantong.signing.${about}`;
  const [draft, setDraft] = useState<SigningDraft>(() => kept(key));
  const change = (part: Partial<SigningDraft>): void => setDraft((now) => {
    const next = { ...now, ...part };
    try {
      sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing still signs.
    }
    return next;
  });
  const forget = (): void => {
    setDraft(EMPTY);
    try {
      sessionStorage.removeItem(key);
    } catch {
      // As above.
    }
  };
  return [draft, change, forget];
}

function kept(key: string): SigningDraft {
  try {
    return { ...EMPTY, ...JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<SigningDraft> };
  } catch {
    return EMPTY;
  }
}
