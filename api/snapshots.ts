import { judgingOn } from '../core/check/judging.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { FrozenVerdict } from '../store/snapshot-content.ts';
import { listSnapshots, readSnapshot, takeSnapshotIn, type SnapshotHead } from '../store/snapshots.ts';
import type { Pack } from '../core/policy/pack.ts';
import type { Handlers } from './app.ts';
import { placeOf, storeOf, type Deps } from './deps.ts';
import { contentInReach, inReach } from './in-reach.ts';
import { isDone, once, type Change } from './once.ts';
import { refuse } from './refuse.ts';
import { loadOrganisations } from './region-verdicts.ts';
import { idOf } from './registers.ts';
import type { TrendPoint } from './verdict-view.ts';

export function snapshotHandlers(deps: Deps): Pick<Handlers, 'listSnapshots' | 'takeSnapshot' | 'readSnapshot'> {
  return {
    listSnapshots: (c) => storeOf(deps, c).read(async (tx) => c.json({ snapshots: (await listSnapshots(tx)).map(headView) }, 200)),
    takeSnapshot: async (c) => {
      const { on, label } = c.req.valid('json');
      const answer = await once(deps, c, { on, label }, async (tx): Promise<Change<ReturnType<typeof headView>> | { outcome: 'no_region' }> => {
        const { pack } = await placeOf(tx);
        const head = await takeSnapshotIn(tx, judgingOn(pack, on), label);
        return head === null ? { outcome: 'no_region' } : { outcome: 'done', value: headView(head) };
      });
      return isDone(answer) ? c.json(answer.value, 201) : refuse(c, answer.outcome);
    },
    readSnapshot: (c) => storeOf(deps, c).read(async (tx) => {
      const { pack } = await placeOf(tx);
      const snapshot = await readSnapshot(tx, idOf(c.req.valid('param').snapshot_id));
      if (snapshot === null) return refuse(c, 'unknown_snapshot');
      const content = contentInReach(snapshot.content, await inReach(tx));
      const organisations = await loadOrganisations(tx, {});
      const labels = new Map(pack.targets.map((t) => [`${t.id}/${t.part}`, { label: t.label, parameter: t.parameter }]));
      return c.json({
        ...headView(snapshot), intact: snapshot.intact,
        campuses: content.campuses.map(({ campus_id, name, students, verdicts }) => ({ campus_id, name, students, verdicts: verdicts.map((v) => frozenView(v, pack)) })),
        schools: content.schools.map(({ school_id, verdicts }) => ({
          school_id, name: organisations.get(school_id)?.name ?? school_id, verdicts: verdicts.map((v) => frozenView(v, pack)),
        })),
        targets: content.targets.map((t) => ({ ...t, label: same(t.standard), parameter: '', ...labels.get(`${t.standard}/${t.part}`) })),
        parameters: content.parameters.map(({ key, value, unit }) => ({ key, value, unit })),
      }, 200);
    }),
  };
}

const NO_TREND: readonly TrendPoint[] = [];
const same = (text: string): Bilingual => ({ zh: text, en: text });

function headView({ snapshot_id, on, name, pack, summary, recorded_at, recorded_by }: SnapshotHead) {
  return { snapshot_id: String(snapshot_id), on, taken_at: recorded_at, taken_by: recorded_by, pack, label: name, summary };
}

/** As it was frozen; only the words of labels are today's. */
function frozenView(verdict: FrozenVerdict, pack: Pack) {
  const composite = pack.composites.find(({ id }) => id === verdict.standard);
  const standard = [...pack.standards, ...pack.schoolStandards].find(({ id }) => id === verdict.standard);
  return {
    ...verdict, label: (composite ?? standard)?.label ?? same(verdict.standard),
    composite: composite !== undefined, notice: standard?.notice ?? false, trend: NO_TREND,
  };
}
