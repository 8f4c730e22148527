import { Status } from '../../components/Status/Status.tsx';
import type { CampusAnswer, ShownVerdict } from '../../provenance/answers.ts';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useOrigins } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { campusesWords } from '../../words/campuses.ts';
import { StandardRow } from './StandardRow.tsx';

const GROUPS = [['R1', 'groupR1', 'R1-a'], ['R2', 'groupR2', null], ['R5', 'groupR5', 'R5-a']] as const;
const OVERALL = 'M4-a';

/** Every standard by article, each article with its own overall verdict where it has one. */
export function Standards({ campus }: { campus: CampusAnswer }) {
  const say = useWords(campusesWords);
  const { verdicts, campus_id } = campus;
  const composite = (id: string | null) => verdicts.find((v) => v.standard === id);
  const overall = composite(OVERALL);
  const grouped = GROUPS.map(([article, title, id]) => ({
    title: say[title],
    composite: composite(id),
    verdicts: verdicts.filter((v) => !v.composite && v.standard.startsWith(`${article}-`)),
  }));
  const placed = new Set(grouped.flatMap((group) => group.verdicts));
  const others = verdicts.filter((v) => !v.composite && !placed.has(v));
  const groups = [...grouped, { title: say.groupOther, composite: undefined, verdicts: others }].filter((group) => group.verdicts.length > 0);
  return (
    <>
      {overall !== undefined && (
        <p className="campus-overall">
          {say.overall} <Composite verdict={overall} campus_id={campus_id} />
        </p>
      )}
      {groups.map((group) => (
        <section key={group.title} className="standard-group">
          <div className="standard-group-head">
            <h2>{group.title}</h2>
            {group.composite !== undefined && <Composite verdict={group.composite} campus_id={campus_id} />}
          </div>
          <StandardTable title={group.title} verdicts={group.verdicts} campus_id={campus_id} />
        </section>
      ))}
    </>
  );
}

function Composite({ verdict, campus_id }: { verdict: ShownVerdict; campus_id: string }) {
  const { language } = useSettings().settings;
  const origins = useOrigins();
  const label = `${verdict.standard} ${verdict.label[language]}`;
  return (
    <Figure label={label} from={origins.verdict({ of: 'campus', id: campus_id }, verdict)}>
      {label} <Status outcome={verdict.outcome} />
    </Figure>
  );
}

/** Rows have their roles written out: where it is narrow they are laid out as cards. */
function StandardTable({ title, verdicts, campus_id }: { title: string; verdicts: readonly ShownVerdict[]; campus_id: string }) {
  const say = useWords(campusesWords);
  const heads = [say.conclusion, say.standard, say.measured, say.gap];
  return (
    <table role="table" className="standards" aria-label={title}>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th key={head} role="columnheader" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {verdicts.map((verdict) => (
          <StandardRow key={verdict.standard} verdict={verdict} campus_id={campus_id} />
        ))}
      </tbody>
    </table>
  );
}
