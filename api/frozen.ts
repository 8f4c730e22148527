import { verdictView, targetJson } from '../core/check/check-json.ts';
import type { CheckResult } from '../core/check/check.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { SnapshotContent } from '../store/snapshot-content.ts';
import { listSnapshots, readSnapshot, type SnapshotHead } from '../store/snapshots.ts';
import type { Transaction } from '../store/transaction.ts';
import type { TrendPoint, Trends } from './verdict-view.ts';

/** A frozen state with its head. */
export interface Frozen {
  readonly head: SnapshotHead;
  readonly content: SnapshotContent;
}

/** What was frozen never changes, so it is read once. */
const contents = new Map<string, SnapshotContent>();
const MOST_KEPT = 64;
/** A trend shows this many days at most. */
const MOST_POINTS = 12;

async function contentOf(tx: Transaction, head: SnapshotHead): Promise<SnapshotContent | null> {
  const key = `${tx.actor.region_id}/${head.snapshot_id}/${head.sha256}`;
  const kept = contents.get(key);
  if (kept !== undefined) return kept;
  const content = (await readSnapshot(tx, head.snapshot_id))?.content ?? null;
  if (contents.size >= MOST_KEPT) contents.clear();
  if (content !== null) contents.set(key, content);
  return content;
}

/** The snapshots of days up to `on`, earliest first; of one day the one taken last. */
export async function frozenUpTo(tx: Transaction, on: PlainDate): Promise<Frozen[]> {
  const days = new Map<string, SnapshotHead>();
  for (const head of await listSnapshots(tx)) {
    if (head.on <= on && !days.has(head.on)) days.set(head.on, head);
  }
  const heads = [...days.values()].slice(0, MOST_POINTS).reverse();
  const frozen: Frozen[] = [];
  for (const head of heads) {
    const content = await contentOf(tx, head);
    if (content !== null) frozen.push({ head, content });
  }
  return frozen;
}

/** What every standard answered in the snapshots, by `<campus or school>/<standard>`, earliest first. */
export function trendsOf(frozen: readonly Frozen[]): Trends {
  const trends = new Map<string, TrendPoint[]>();
  for (const { head, content } of frozen) {
    const holders = [
      ...content.campuses.map(({ campus_id, verdicts }) => ({ id: campus_id, verdicts })),
      ...content.schools.map(({ school_id, verdicts }) => ({ id: school_id, verdicts })),
    ];
    for (const { id, verdicts } of holders) {
      for (const { standard, outcome, measured } of verdicts) {
        const key = `${id}/${standard}`;
        const point = { snapshot_id: String(head.snapshot_id), on: head.on, outcome, value: measured.value };
        trends.set(key, [...(trends.get(key) ?? []), point]);
      }
    }
  }
  return trends;
}

/** The live state in the form of a frozen one, to be compared with it. */
export function liveContent(result: CheckResult): SnapshotContent {
  const view = (v: CheckResult['campuses'][number]['verdicts'][number]) => ({ ...verdictView(v), parameter: v.required.parameter });
  return {
    pack: result.pack, as_of: result.as_of, region: result.region, parameters: [], readings: [], summary: result.summary,
    campuses: result.campuses.map(({ campus_id, school_id, name, verdicts, composites }) => (
      { campus_id, school_id, name, students: null, facts: null, verdicts: [...verdicts, ...composites].map(view) })),
    schools: result.schools.map(({ school_id, verdicts }) => ({ school_id, verdicts: verdicts.map(view) })),
    targets: result.targets.map(targetJson),
  };
}
