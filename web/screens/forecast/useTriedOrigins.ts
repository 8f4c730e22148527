import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { DEFAULT_PACK } from '../../../core/policy/packs.ts';
import type { Tried } from '../../../core/policy/tried-changes.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import type { ProvenanceView } from '../../components/ProvenancePanel/provenance-view.ts';
import type { CampusAnswer, ParametersAnswer, ScenarioAnswer, ShownVerdict } from '../../provenance/answers.ts';
import { campusQuery, overviewQuery, parametersQuery, triedCampusQuery, type Asked } from '../../provenance/asked.ts';
import { triedOrigin, triedTargetOrigin, withTried } from '../../provenance/tried-origin.ts';
import { verdictOrigin } from '../../provenance/verdict-origin.ts';
import { useSettings } from '../../settings/SettingsProvider.tsx';
import { policyWords } from '../../words/policy.ts';
import { plainOrigin } from './origin.ts';

type Impact = NonNullable<ScenarioAnswer['impact']>;
type VerdictRow = Impact['verdicts'][number];
type TargetRow = Impact['targets'][number];

/** Of which trial the figures are: its day, up to when records counted, and what is tried. */
export interface TrialAsked {
  readonly on: PlainDate;
  readonly known: PlainDate | null;
  readonly tried: readonly Tried[];
}

interface Plain {
  readonly title: string;
  readonly clause: string;
  readonly before: string;
  readonly after: string;
  readonly note?: string;
  readonly keys?: readonly string[];
}

/** Where each figure of a trial comes from, looked up when it is opened; as it is in force, and as it is tried. */
export function useTriedOrigins({ on, known, tried }: TrialAsked, names: ScenarioAnswer['campuses']) {
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const triedKey = JSON.stringify(tried);
  return useMemo(() => {
    const asked: Asked = { on, known, language };
    const say = policyWords[language];
    const values = JSON.parse(triedKey) as readonly Tried[];
    const kept = new Map<string, ProvenanceSource>();
    const once = (key: string, source: (inForce: ParametersAnswer) => Promise<ProvenanceView> | ProvenanceView): ProvenanceSource => {
      const known_ = kept.get(key) ?? (async () => source(await queries.fetchQuery({ ...parametersQuery(asked), staleTime: 60_000 })));
      kept.set(key, known_);
      return known_;
    };
    const campusOf = ({ campus_id, school_id }: VerdictRow): string => campus_id ?? names.find((one) => one.school_id === school_id)?.campus_id ?? '';
    const subjectOf = ({ campus_id, school_id }: VerdictRow) => (campus_id === null ? { of: 'school' as const, id: school_id ?? '' } : { of: 'campus' as const, id: campus_id });
    const inForceOf = async (row: VerdictRow) => verdictOf(row, await queries.fetchQuery({ ...campusQuery(asked, campusOf(row)), staleTime: 30_000 }));
    const target = async ({ standard, part }: TargetRow) => {
      const found = (await queries.fetchQuery({ ...overviewQuery(asked), staleTime: 30_000 })).targets.find((one) => one.standard === standard && one.part === part);
      if (found === undefined) throw new Error(`no target ${standard}`);
      return found;
    };
    return {
      now: (row: VerdictRow) => once(`now ${campusOf(row)} ${row.standard}`, async (inForce) => noted(await verdictOrigin(asked, subjectOf(row), await inForceOf(row), inForce), await inForceOf(row), row.before)),
      then: (row: VerdictRow) => once(`then ${campusOf(row)} ${row.standard}`, async (inForce) => {
        const [before, after] = [await inForceOf(row), verdictOf(row, await queries.fetchQuery(triedCampusQuery(asked, campusOf(row), values)))];
        return noted(await triedOrigin(asked, subjectOf(row), { now: before, then: after }, values, inForce), after, row.after);
      }),
      target: (row: TargetRow) => once(`target ${row.standard} ${row.part ?? ''}`, async (inForce) => {
        const now = await target(row);
        const { outcome, value, required } = row.after;
        const then = { ...now, outcome, measured: { ...now.measured, value }, required: { ...now.required, value: required } };
        return { ...await triedTargetOrigin(asked, { now, then }, values, inForce), note: say.targetNote };
      }),
      /** Values that a clause names, as far as anything is tried of it. */
      keysOf: (clause: string): readonly string[] => DEFAULT_PACK.parameters.filter((one) => one.clause === clause && values.some(({ key }) => key === one.key)).map(({ key }) => key),
      plain: ({ title, clause, before, after, note = '', keys = [] }: Plain) => once(`plain ${title} ${before} ${after}`, (inForce) => withTried(
        plainOrigin(asked, { title: say.originTried(title), clause, computed: say.arrow(before, after), note: [say.bothNote(before, after), note].join(''), keys }, inForce), values, inForce, asked)),
    };

    /** Of what was kept: whether the records of then, up to the end of that day, still say so. */
    function noted(view: ProvenanceView, { outcome, measured }: ShownVerdict, said: VerdictRow['before']): ProvenanceView {
      return outcome === said.outcome && measured.value === said.value ? view : { ...view, note: say.changedSince };
    }
  }, [on, known, language, triedKey, names, queries]);
}

function verdictOf({ campus_id, standard }: VerdictRow, { verdicts, school_notices }: Pick<CampusAnswer, 'verdicts' | 'school_notices'>): ShownVerdict {
  const found = (campus_id === null ? school_notices?.verdicts ?? [] : verdicts).find((one) => one.standard === standard);
  if (found === undefined) throw new Error(`no verdict of ${standard}`);
  return found;
}
