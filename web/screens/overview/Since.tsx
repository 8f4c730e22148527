import { Figure } from '../../components/Figure/Figure.tsx';
import { Status } from '../../components/Status/Status.tsx';
import type { OverviewAnswer } from '../../provenance/answers.ts';
import { standardUnit } from '../../provenance/standard-unit.ts';
import { useOrigins, type Origins } from '../../provenance/useOrigins.ts';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import type { Language } from '../../../core/values/bilingual.ts';
import { formatDate, trimZeros } from '../../words/format.ts';
import { overviewWords } from '../../words/overview.ts';
import { quantity } from '../../words/units.ts';
import { verdictWords } from '../../words/verdict.ts';

type Change = NonNullable<OverviewAnswer['since']>['changes'][number];

const SHOWN_AT_FIRST = 6;

/** What changed since the last snapshot, in sentences: turned verdicts first, then figures that moved. */
export function Since({ overview }: { overview: OverviewAnswer }) {
  const say = useWords(overviewWords);
  const { language } = useSettings().settings;
  const { since } = overview;
  if (since === null) {
    return (
      <section className="overview-section">
        <h2>{say.sinceNone}</h2>
        <p>{say.sinceNoneHelp}</p>
      </section>
    );
  }
  const composites = new Set(overview.standards.filter((s) => s.composite).map((s) => s.id));
  const changes = [...since.changes].filter((c) => !composites.has(c.standard)).sort((a, b) => weight(a) - weight(b));
  const [first, rest] = [changes.slice(0, SHOWN_AT_FIRST), changes.slice(SHOWN_AT_FIRST)];
  return (
    <section className="overview-section">
      <h2>{say.since(formatDate(since.on, language))}</h2>
      {changes.length === 0 ? <p>{say.unchanged}</p> : <Changes changes={first} overview={overview} />}
      {rest.length > 0 && (
        <details>
          <summary>{say.moreChanges(rest.length)}</summary>
          <Changes changes={rest} overview={overview} />
        </details>
      )}
    </section>
  );
}

const WEIGHTS = { unmet: 0, undetermined: 1, met: 2, not_applicable: 3 } as const;

/** What turned against somebody comes first, figures that only moved come last. */
function weight({ before, after }: Change): number {
  return (before === after ? 10 : 0) + (after === null ? 4 : WEIGHTS[after]);
}

function Changes({ changes, overview }: { changes: readonly Change[]; overview: OverviewAnswer }) {
  return (
    <ul className="change-list">
      {changes.map((change) => (
        <ChangeLine key={`${change.of} ${change.id} ${change.standard} ${change.name}`} change={change} overview={overview} />
      ))}
    </ul>
  );
}

function ChangeLine({ change, overview }: { change: Change; overview: OverviewAnswer }) {
  const say = useWords(overviewWords);
  const outcomes = useWords(verdictWords);
  const { language } = useSettings().settings;
  const origins = useOrigins();
  const { label, unit, source } = about(change, overview, origins, language);
  const { before, after, value_before, value_after } = change;
  const value = (text: string | null, of: string) => (text === null ? say.nothing : quantity(trimZeros(text), of, language));
  const values = say.valueTurned(value(value_before, unit === 'ratio' ? unit : 'count'), value(value_after, unit));
  const sentence = after === null ? say.gone(label)
    : before === null ? say.newly(label)
      : before === after ? label : say.turned(label, outcomes[before]);
  return (
    <li>
      {after !== null && <Status outcome={after} />} {sentence}{' '}
      {value_before !== value_after && before !== null && after !== null && (
        <span className="change-value">
          {source === null ? values : (
            <Figure label={label} from={source}>
              {values}
            </Figure>
          )}
        </span>
      )}
    </li>
  );
}

/** Whom a change is about, in the language of the page, and where its present figure comes from. */
function about({ of, id, name, standard }: Change, overview: OverviewAnswer, origins: Origins, language: Language): { label: string; unit: string; source: ProvenanceSource | null } {
  if (of === 'target') {
    const target = overview.targets.find((t) => t.standard === standard && t.label.zh === name) ?? overview.targets.find((t) => t.standard === standard);
    return { label: target?.label[language] ?? name, unit: target?.measured.unit ?? 'count', source: target === undefined ? null : origins.target(target) };
  }
  const unit = standardUnit(overview.pack, standard);
  if (of === 'school') {
    const verdict = overview.schools.find((school) => school.school_id === id)?.verdicts.find((v) => v.standard === standard);
    const source = verdict === undefined ? null : origins.verdict({ of: 'school', id }, verdict);
    return { label: `${name} ${verdict?.label[language] ?? standard}`, unit, source };
  }
  const here = overview.campuses.some((campus) => campus.campus_id === id);
  const label = overview.standards.find((s) => s.id === standard)?.label[language] ?? standard;
  return { label: `${name} ${label}`, unit, source: here ? origins.cell(id, standard) : null };
}
