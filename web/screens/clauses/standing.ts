import { BOOK_LABELS, LINE_LABELS } from '../../../core/funding/labels.ts';
import type { Pack } from '../../../core/policy/pack.ts';
import type { Bilingual, Language } from '../../../core/values/bilingual.ts';
import type { Clause, ServedBy } from '../../../core/verdict/clause.ts';
import type { Outcome } from '../../../core/verdict/verdict.ts';
import type { OverviewAnswer, ShownVerdict, TargetAnswer } from '../../provenance/answers.ts';

/** One verdict of the region that stands under a clause. */
export interface Cell {
  readonly subject: { readonly of: 'campus' } | { readonly of: 'school'; readonly verdict: ShownVerdict } | { readonly of: 'target'; readonly target: TargetAnswer };
  readonly id: string;
  readonly name: string;
  readonly standard: string;
  /** The standard's or target's own name. */
  readonly label: string;
  readonly outcome: Outcome;
}

/** How a clause stands over the region on the day: its verdicts, and the notices beside them that are not counted. */
export interface Standing {
  readonly cells: readonly Cell[];
  readonly notices: readonly Cell[];
}

/** Verdicts of what serves a clause: its standards at every campus, its targets; notices by the clause they name. */
export function standingOf(clause: Clause, overview: OverviewAnswer, language: Language): Standing {
  const served = (kind: ServedBy['kind']) => new Set(clause.served_by.filter((s) => s.kind === kind).map((s) => s.name));
  const standards = served('standard');
  const targets = served('target');
  const labels = new Map(overview.standards.map((s) => [s.id, s.label[language]]));
  const cells = overview.campuses.flatMap((campus) => campus.verdicts
    .filter((verdict) => standards.has(verdict.standard))
    .map(({ standard, outcome }): Cell => ({
      subject: { of: 'campus' }, id: campus.campus_id, name: campus.name, standard, label: labels.get(standard) ?? standard, outcome,
    })));
  const aims = overview.targets.filter((t) => targets.has(t.standard)).map((t): Cell & { notice: boolean } => ({
    subject: { of: 'target', target: t }, id: `${t.standard} ${t.part ?? ''}`, name: t.label[language], standard: t.standard, label: t.label[language], outcome: t.outcome, notice: t.notice,
  }));
  const schools = overview.schools.flatMap((school) => school.verdicts.filter((v) => v.clause === clause.id).map((v): Cell => ({
    subject: { of: 'school', verdict: v }, id: school.school_id, name: school.name, standard: v.standard, label: v.label[language], outcome: v.outcome,
  })));
  return { cells: [...cells, ...aims.filter((a) => !a.notice)], notices: [...schools, ...aims.filter((a) => a.notice)] };
}

export const OUTCOMES: readonly Outcome[] = ['met', 'unmet', 'undetermined', 'not_applicable'];

export function countOf(cells: readonly Cell[], outcome: Outcome): number {
  return cells.filter((cell) => cell.outcome === outcome).length;
}

/** What a filter of the page asks of a clause. */
export interface Wanted {
  readonly article: string;
  readonly serving: string;
  readonly bound: string;
  readonly words: string;
}

/** Whether a clause is among those asked for; `texts` is everything that is told of it. */
export function isWanted(clause: Clause, article: string, wanted: Wanted, standing: Standing | null, texts: readonly string[]): boolean {
  if (wanted.article !== '' && wanted.article !== article) return false;
  if (wanted.bound !== '' && !(clause.binds as readonly string[]).includes(wanted.bound)) return false;
  if (wanted.serving === 'yes' && clause.served_by.length === 0) return false;
  if (wanted.serving === 'no' && clause.served_by.length > 0) return false;
  if (wanted.serving === 'short' && !(standing?.cells ?? []).some((c) => c.outcome === 'unmet' || c.outcome === 'undetermined')) return false;
  const text = texts.join('\n').toLowerCase();
  return wanted.words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

/** The name of something that serves a clause, where it has been declared with one. */
export function servedName(pack: Pack, { kind, name }: ServedBy, language: Language): string | undefined {
  if (kind === 'standard') return [...pack.standards, ...pack.composites].find((s) => s.id === name)?.label[language];
  if (kind === 'target') return [...new Set(pack.targets.filter((t) => t.id === name).map((t) => t.label[language]))].join(language === 'zh' ? '、' : ', ') || undefined;
  if (kind === 'ledger_rule') return LEDGER_LABELS[name]?.[language];
  return undefined;
}

const LEDGER_LABELS: Readonly<Record<string, Bilingual>> = { ...LINE_LABELS, ...BOOK_LABELS };
