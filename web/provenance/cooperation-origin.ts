import { PART_NAMES } from '../../core/check/phrases.ts';
import { packs } from '../../core/policy/packs.ts';
import type { EvidenceRows, ProvenanceView } from '../components/ProvenancePanel/provenance-view.ts';
import { cooperationWords } from '../words/cooperation.ts';
import type { ParametersAnswer, ShownVerdict } from './answers.ts';
import type { Asked } from './asked.ts';
import { parameterLines } from './parameter-lines.ts';
import { clauseOf } from './verdict-origin.ts';

/** Parameters that a verdict about cooperation reads beside the one that it requires. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'R6-b': ['campus_team.leaders', 'campus_team.leaders_without_post'],
  'M6-c': ['practical_course.min_per_major', 'core_course.rule'], 'R5-l': ['affairs.max_turnover'], 'M4-c-hours': ['base.booking_tolerance'],
  'M3-a': ['hazard.days.A', 'hazard.days.B', 'hazard.days.C', 'incident.close_days.A', 'incident.close_days.B', 'incident.close_days.C'], 'R4-i': ['visitor.answer_days_before'],
  'M7-b': ['campus_team.members_each_side', 'campus_team.leaders', 'campus_team.leaders_without_post'],
};

/** A verdict about who works together, told down to the agreements or people that it was judged by. */
export function cooperationOrigin({ language }: Asked, verdict: ShownVerdict, rows: EvidenceRows, inForce: ParametersAnswer): ProvenanceView {
  const pack = packs.get(inForce.pack);
  const say = cooperationWords[language];
  return {
    title: verdict.label[language],
    verdict: { ...verdict, label: verdict.label[language], parts: verdict.parts.map((part) => ({ ...part, label: PART_NAMES[part.name]?.[language] ?? partLabel(part.name, say) })) },
    clause: clauseOf(pack, verdict.clause, language),
    parameters: parameterLines(inForce.parameters, [verdict.parameter, ...ALSO[verdict.standard] ?? []], language),
    readings: [], rows: rows.total === 0 ? [] : [rows], frozen: null, live: null, history: [],
  };
}

const PARTS = { college: 'college', school: 'school', enterprises: 'enterprises', leaders: 'leaders', without_post: 'withoutPost', 'R6-a': 'bothSides', 'R6-b': 'ledByPost' } as const;

function partLabel(name: string, say: (typeof cooperationWords)['zh']): string {
  const key = PARTS[name as keyof typeof PARTS] as (typeof PARTS)[keyof typeof PARTS] | undefined;
  return key === undefined ? name : say[key];
}
