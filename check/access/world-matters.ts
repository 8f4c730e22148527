import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Context } from '../../store/database.ts';
import { openMatter } from '../../store/matters/open-matter.ts';
import { labelsOfRow } from './ownership-oracle.ts';
import { orgId, thingId, UNITS, type Unit } from './units.ts';

/** A campus for which its school's head asked to be recognised. */
export interface WorldMatter {
  readonly matter_id: string;
  readonly unit: Unit['name'];
  /** Those of the campus. */
  readonly labels: readonly string[];
}

/** The head of each school asks for the recognition of the standing campus of every unit of it. */
export async function openMatters(as: (account: string) => Context, today: PlainDate): Promise<WorldMatter[]> {
  const matters: WorldMatter[] = [];
  for (const unit of Object.values(UNITS)) {
    const head = unit.school === orgId('school', 'a') ? 'school_head.a' : 'school_head.b';
    const opened = await as(head).write((tx) => openMatter(
      tx, { kind: 'campus_recognition', subject: thingId('campus', unit.name, 'standing') }, { pack: DEFAULT_PACK, today }));
    if (opened.outcome !== 'done') throw new Error(`no matter of ${unit.name}: ${opened.outcome}`);
    matters.push({ matter_id: String(opened.matter_id), unit: unit.name, labels: labelsOfRow('campuses', {}, { unit, variant: 'standing' }) });
  }
  return matters;
}
