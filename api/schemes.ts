import type { SchemeProblem } from '../core/schemes/draft-problems.ts';
import { loadMatter, type StoredMatter } from '../store/matters/matter.ts';
import { reviseScheme } from '../store/schemes/revise.ts';
import { contentOf } from '../store/schemes/scheme.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { storeOf, type Deps } from './deps.ts';
import { refuseStep, seenBy, viewed } from './matters.ts';
import { isDone, once } from './once.ts';
import { refuse, type Particulars } from './refuse.ts';
import { idOf } from './registers.ts';
import { schemesView, schemeView } from './scheme-view.ts';

/** Training schemes: looked at, compared, drawn up. To agree, to table and to decide are steps of their matter. */
export function schemeHandlers(deps: Deps): Pick<Handlers, 'listSchemes' | 'readScheme' | 'readSchemeRevision' | 'reviseScheme'> {
  return {
    listSchemes: (c) => storeOf(deps, c).read(async (tx) => c.json(await schemesView(tx), 200)),
    readScheme: (c) => storeOf(deps, c).read(async (tx) => {
      const scheme = await schemeAt(tx, c.req.valid('param').matter_id);
      return scheme === null ? refuse(c, 'unknown_matter') : c.json(await schemeView(tx, scheme), 200);
    }),
    readSchemeRevision: (c) => storeOf(deps, c).read(async (tx) => {
      const { matter_id, revision } = c.req.valid('param');
      const scheme = await schemeAt(tx, matter_id);
      const content = scheme === null ? null : await contentOf(tx, scheme.matter_id, revision);
      return content === null ? refuse(c, 'unknown_matter') : c.json(content, 200);
    }),
    reviseScheme: async (c) => {
      const asked = { matter_id: idOf(c.req.valid('param').matter_id), ...c.req.valid('json') };
      const answer = await once(deps, c, asked, async (tx) => {
        const seen = await seenBy(deps, tx);
        const revised = await reviseScheme(tx, asked, { pack: seen.place.pack, today: seen.today });
        return revised.outcome === 'scheme_problems' ? revised : viewed(tx, revised, seen);
      });
      if (isDone(answer)) return c.json(answer.value, 200);
      return answer.outcome === 'scheme_problems' ? refuse(c, 'scheme_refused', particularsOf(answer.problems)) : refuseStep(c, answer);
    },
  };
}

async function schemeAt(tx: Transaction, matter_id: string): Promise<StoredMatter | null> {
  const scheme = await loadMatter(tx, idOf(matter_id));
  return scheme?.kind.id === 'training_scheme' ? scheme : null;
}

const WHY = {
  missing: { zh: '没有填写', en: 'is missing' }, duplicate: { zh: '重复', en: 'stands twice' }, not_possible: { zh: '不可能', en: 'is not possible' }, unknown_firm: { zh: '不是在册企业', en: 'is no firm of the register' },
} as const satisfies Record<SchemeProblem['why'], { zh: string; en: string }>;
const FIELDS = {
  code: { zh: '课程代码', en: 'code of the course' }, name: { zh: '课程名称', en: 'name of the course' }, kind: { zh: '课程类别', en: 'kind' }, term: { zh: '学期', en: 'term' }, credits: { zh: '学分', en: 'credits' },
  theory_hours: { zh: '理论学时', en: 'theory hours' }, practice_hours: { zh: '实践学时', en: 'practice hours' }, taught_by: { zh: '授课方', en: 'who teaches' }, certificate: { zh: '对应证书', en: 'certificate' },
  required_credits: { zh: '应修学分', en: 'required credits' }, firms: { zh: '参与企业', en: 'firms' },
} as const satisfies Record<SchemeProblem['field'], { zh: string; en: string }>;
const MOST_NAMED = 10;

/** Everything that keeps a content from being drawn up, by course and field (M9-a). */
function particularsOf(problems: readonly SchemeProblem[]): Particulars {
  const text = ({ code, field, why }: SchemeProblem) => ({
    zh: `${code ?? ''}${code === null ? '' : ' '}${FIELDS[field].zh}${WHY[why].zh}（M9-a）。`, en: `${code ?? ''}${code === null ? '' : ': '}${FIELDS[field].en} ${WHY[why].en} (M9-a).`,
  });
  const say = (lang: 'zh' | 'en'): string => problems.slice(0, MOST_NAMED).map((one) => text(one)[lang]).join(' ');
  return { detail: { zh: say('zh'), en: say('en') }, errors: problems.map((one) => ({ path: `${one.code ?? ''}/${one.field}`, code: one.why, text: text(one) })) };
}
