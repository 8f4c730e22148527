import { memo } from 'react';
import type { Pack } from '../../../core/policy/pack.ts';
import { sheets } from '../../../core/exchange/sheets.ts';
import type { SheetName } from '../../../core/exchange/sheets.ts';
import type { Clause, ServedBy } from '../../../core/verdict/clause.ts';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import { Status, StatusMark } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { boundWords, clausesWords, servingWords } from '../../words/clauses.ts';
import { verdictWords } from '../../words/verdict.ts';
import type { ParameterAnswer } from '../../provenance/answers.ts';
import { useOrigins } from '../../provenance/useOrigins.ts';
import type { Origins } from '../../provenance/useOrigins.ts';
import { parameterText } from '../readings/parameter-text.ts';
import { campusLink, clauseLink } from './links.ts';
import type { Cell, Standing } from './standing.ts';
import { countOf, OUTCOMES, servedName } from './standing.ts';

interface ClauseItemProps {
  readonly clause: Clause;
  readonly pack: Pack;
  /** Null: how the region stands is not known. */
  readonly standing: Standing | null;
  readonly parameters: readonly ParameterAnswer[];
  /** The clause that the address names. */
  readonly current: boolean;
}

/** One statement in our wording: who is bound, what serves it, how it stands today, its values. */
export const ClauseItem = memo(function ClauseItem({ clause, pack, standing, parameters, current }: ClauseItemProps) {
  const say = useWords(clausesWords);
  const bound = useWords(boundWords);
  const { language } = useSettings().settings;
  const initiatives = pack.header.initiatives.filter((i) => i.clauses.includes(clause.id));
  return (
    <article id={clause.id} tabIndex={-1} className={current ? 'clause clause-current' : 'clause'} aria-label={clause.id}>
      <ScreenLink {...clauseLink(clause.id)} className="clause-id">
        {clause.id}
      </ScreenLink>
      <div className="clause-body">
        <p>{clause.summary[language]}</p>
        <p className="small clause-about">
          <span>
            {say.boundLabel} {clause.binds.map((one) => bound[one]).join(say.list)}
          </span>
          {initiatives.map((i) => (
            <span key={i.id}>{say.initiative(i.label[language])}</span>
          ))}
          {clause.served_by.length > 0 && <ServedByList served={clause.served_by} pack={pack} />}
        </p>
        {parameters.length > 0 && (
          <ul className="small clause-parameters" aria-label={say.parameters}>
            {parameters.map((parameter) => (
              <li key={parameter.key}>
                {parameter.label[language]} <strong>{parameterText(parameter, language)}</strong>
                {parameter.reading !== null && (
                  <>
                    {' '}
                    <ScreenLink to="/readings" query={{ q: parameter.reading.id }}>
                      {parameter.reading.id}
                    </ScreenLink>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="clause-standing">
        {clause.served_by.length === 0 ? <span className="clause-unserved">{say.unserved}</span> : standing !== null && <Standings standing={standing} clause={clause.id} />}
      </div>
    </article>
  );
});

function ServedByList({ served, pack }: { served: readonly ServedBy[]; pack: Pack }) {
  const say = useWords(clausesWords);
  const kinds = useWords(servingWords) as Readonly<Record<string, string>>;
  const { language } = useSettings().settings;
  const nameOf = (one: ServedBy) =>
    servedName(pack, one, language) ?? (one.name in sheets ? sheets[one.name as SheetName].label[language] : (kinds[one.name] ?? one.name));
  return (
    <span>
      {say.servedBy} {served.map((one) => `${kinds[one.kind]}「${nameOf(one)}」`).join(say.list)}
    </span>
  );
}

function Standings({ standing, clause }: { standing: Standing; clause: string }) {
  const say = useWords(clausesWords);
  const { cells, notices } = standing;
  return (
    <>
      {cells.length > 0 && <Counts cells={cells} title={`${clause} ${say.regionToday}`} />}
      {notices.length > 0 && (
        <div className="clause-notices">
          <span className="small">{say.notices}</span>
          <Counts cells={notices} title={`${clause} ${say.schoolNotices}`} />
        </div>
      )}
    </>
  );
}

/** `● 4 ▲ 1 ◇ 1`, opened to the verdicts themselves. */
function Counts({ cells, title }: { cells: readonly Cell[]; title: string }) {
  const words = useWords(verdictWords);
  const origins = useOrigins();
  const several = new Set(cells.map((cell) => cell.standard)).size > 1;
  return (
    <details className="clause-cells">
      <summary>
        <span className="hidden-text">{title} </span>
        {OUTCOMES.filter((outcome) => countOf(cells, outcome) > 0).map((outcome) => (
          <span key={outcome} className={`clause-count status-${outcome}`}>
            <StatusMark outcome={outcome} /> <span className="clause-count-word">{words[outcome]}</span> <strong>{countOf(cells, outcome)}</strong>
          </span>
        ))}
      </summary>
      <ul>
        {cells.map((cell) => (
          <li key={`${cell.subject.of} ${cell.id} ${cell.standard} ${cell.name}`}>
            <Figure label={cell.name === cell.label ? cell.name : `${cell.name} ${cell.label}`} from={sourceOf(cell, origins)}>
              <Status outcome={cell.outcome} />
            </Figure>{' '}
            {cell.subject.of === 'campus' ? <ScreenLink {...campusLink(cell.id)}>{cell.name}</ScreenLink> : cell.name}{' '}
            {several && cell.subject.of !== 'target' && <span className="small">{cell.label}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function sourceOf({ subject, id, standard }: Cell, origins: Origins): ProvenanceSource {
  switch (subject.of) {
    case 'campus': return origins.cell(id, standard);
    case 'school': return origins.verdict({ of: 'school', id }, subject.verdict);
    case 'target': return origins.target(subject.target);
  }
}
