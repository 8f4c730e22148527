import { useState } from 'react';
import { DEFAULT_PACK, packs } from '../../../../core/policy/packs.ts';
import type { Language } from '../../../../core/values/bilingual.ts';
import { Status } from '../../../components/Status/Status.tsx';
import { Button } from '../../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { formatDate, groupDigits } from '../../../words/format.ts';
import { importWords } from '../../../words/import.ts';
import type { CampusChange, Preview } from './answers.ts';
import { countTurns, sortedChanges, turnOf } from './verdict-changes.ts';

/** What the import does to the verdicts: the sums, and each campus that changes. */
export function VerdictChanges({ preview }: { preview: Preview }) {
  const say = useWords(importWords);
  const { on, language } = useSettings().settings;
  const [values, setValues] = useState(false);
  const { campuses, before, after } = preview;
  const changed = campuses.filter((campus) => values || sortedChanges(campus).outcomes.length > 0);
  const [better, worse, moved] = (['better', 'worse', 'value'] as const).map((turn) => countTurns(campuses, turn)) as [number, number, number];
  const sums = (of: typeof before) => say.verdictsAll(of.met, of.unmet, of.undetermined, of.not_applicable);
  return (
    <section aria-labelledby="verdicts-title" className="verdict-changes">
      <h2 id="verdicts-title">{say.verdictsTitle}</h2>
      <p className="small">{say.verdictsDay(formatDate(on, language))}</p>
      <dl className="verdict-sums">
        <div>
          <dt>{say.before}</dt>
          <dd>{sums(before)}</dd>
        </div>
        <div>
          <dt>{say.after}</dt>
          <dd>
            <strong>{sums(after)}</strong>
            {(better > 0 || worse > 0) && <span className="verdict-turns">{[better > 0 && say.improved(better), worse > 0 && say.worsened(worse)].filter(Boolean).join(' · ')}</span>}
          </dd>
        </div>
      </dl>
      {changed.length === 0 && <p>{say.verdictsNone}</p>}
      {changed.map((campus) => (
        <CampusChanges key={campus.campus_id} campus={campus} values={values} />
      ))}
      {moved > 0 && (
        <p className="verdict-moved">
          {say.valuesOnly(groupDigits(String(moved)))}
          <Button kind="quiet" aria-pressed={values} onClick={() => setValues(!values)}>
            {say.showValues}
          </Button>
        </p>
      )}
    </section>
  );
}

function CampusChanges({ campus, values }: { campus: CampusChange; values: boolean }) {
  const { language } = useSettings().settings;
  const { outcomes, values: moved } = sortedChanges(campus);
  return (
    <div className="campus-changes">
      <h3>{campus.name}</h3>
      <ul>
        {[...outcomes, ...(values ? moved : [])].map((change) => (
          <li key={change.standard} data-turn={turnOf(change)}>
            <span className="change-name">
              {standardLabel(change.standard, language)} <span className="small">{change.standard}</span>
            </span>
            <Before change={change} />
            <span className="change-after">
              {change.after !== null && <Status outcome={change.after} />}
              {change.value_after !== null && <span className="small">{groupDigits(change.value_after)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Before({ change }: { change: CampusChange['verdicts'][number] }) {
  const say = useWords(importWords);
  return (
    <span className="change-before">
      {change.before === null ? <span className="small">{say.newly}</span> : <Status outcome={change.before} />}
      {change.value_before !== null && <span className="small">{groupDigits(change.value_before)}</span>}
      <span aria-hidden="true" className="change-arrow">→</span>
      <span className="hidden-text">{say.becomes}</span>
    </span>
  );
}

const LABELS = new Map(
  [...packs.values(), DEFAULT_PACK].flatMap((pack) => [...pack.standards, ...pack.composites, ...pack.schoolStandards].map(({ id, label }) => [id, label] as const)),
);

function standardLabel(id: string, language: Language): string {
  return LABELS.get(id)?.[language] ?? id;
}
