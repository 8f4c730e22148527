import { useWords } from '../../settings/SettingsProvider.tsx';
import type { BasisView } from '../../verdict-view.ts';
import { componentWords } from '../../words/components.ts';
import { verdictWords } from '../../words/verdict.ts';
import './Tag.css';

export type TagKind = 'sample' | 'frozen' | 'draft' | 'overdue' | 'live' | 'unverified' | 'tried';

/** One look for each special state, the same on every screen. */
export function Tag({ kind }: { kind: TagKind }) {
  return <span className={`tag tag-${kind}`}>{useWords(componentWords)[kind]}</span>;
}

/** Whose rule decides: the policy's own words, another rule, or our proposal; the clause beside it. */
export function BasisTag({ basis, clause }: { basis: BasisView; clause?: string }) {
  const say = useWords(componentWords);
  const rule = useWords(verdictWords)[basis];
  return <span className={`tag tag-basis tag-${basis}`}>{say.basis(clause === undefined ? rule : `${rule} ${clause}`)}</span>;
}
