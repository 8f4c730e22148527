import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { missingNames } from '../../words/outcome.ts';
import { provenanceWords } from '../../words/provenance.ts';
import { quantity } from '../../words/units.ts';
import { May } from '../../shell/May.tsx';
import { ScreenLink } from '../Button/Button.tsx';
import { Status } from '../Status/Status.tsx';
import { BasisTag, Tag } from '../Tag/Tag.tsx';
import { Formula } from './Formula.tsx';
import type { Concerns, ProvenanceView } from './provenance-view.ts';
import { Records } from './Records.tsx';
import { History } from './History.tsx';
import { Section } from './Section.tsx';
import './ProvenancePanel.css';

/** One figure, down to the rows it was computed from. Sections that have nothing to say are left out. */
export function Provenance({ view }: { view: ProvenanceView }) {
  const say = useWords(provenanceWords);
  const { language } = useSettings().settings;
  return (
    <div className="provenance">
      {view.verdict !== null && (
        <p className="provenance-tags">
          <BasisTag basis={view.verdict.basis} clause={view.verdict.clause} />
        </p>
      )}
      {view.clause !== null && (
        <Section title={say.rule}>
          {view.clause.wording} <span className="small">{view.clause.id}</span>
        </Section>
      )}
      <Section title={view.now === undefined ? say.formula : say.formulaTried}>
        {view.verdict === null ? <p className="provenance-formula">{view.computed}</p> : <Formula verdict={view.verdict} />}
        {view.note !== undefined && <p className="small">{view.note}</p>}
      </Section>
      {view.now !== undefined && <Section title={say.formulaNow}><Formula verdict={view.now} /></Section>}
      {view.verdict !== null && view.verdict.missing.length > 0 && (
        <Section title={say.missing}>
          <Status outcome="undetermined" detail={missingNames(view.verdict.missing, language)} />
        </Section>
      )}
      <Parameters view={view} />
      <Readings view={view} />
      {(view.rows.length > 0 || view.verdict !== null) && <Records tables={view.rows} />}
      <History view={view} />
      {view.concerns !== undefined && <Related concerns={view.concerns} />}
    </div>
  );
}

/** From a figure to what is decided and what is due about it. */
function Related({ concerns: { subject, about } }: { concerns: Concerns }) {
  const say = useWords(provenanceWords);
  return (
    <May do={['matters.read', 'duties.read']}>
      <Section title={say.related}>
        <p className="provenance-related">
          <May do="matters.read"><ScreenLink to="/matters" query={{ subject }}>{say.matters}</ScreenLink></May>
          <May do="duties.read"><ScreenLink to="/todo" query={{ about }}>{say.duties}</ScreenLink></May>
        </p>
      </Section>
    </May>
  );
}

function Parameters({ view }: { view: ProvenanceView }) {
  const say = useWords(provenanceWords);
  const { language } = useSettings().settings;
  if (view.parameters.length === 0) return null;
  return (
    <Section title={say.parameters}>
      <ul className="provenance-list">
        {view.parameters.map((p) => (
          <li key={p.label + p.from}>
            {p.tried !== undefined && <><Tag kind="tried" /> <strong>{say.triedAs(quantity(p.tried, p.unit, language))}</strong>{say.inForceNow}</>}
            {p.label} <strong>{quantity(p.value, p.unit, language)}</strong>，
            {p.to === null ? say.since(formatDate(p.from, language)) : say.until(formatDate(p.from, language), formatDate(p.to, language))}
            <br />
            <span className="small">
              {say.source(p.source)} {p.clause} <May do="matters.read"><ScreenLink to="/matters" query={{ subject: p.key }}>{say.changes}</ScreenLink></May>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Readings({ view }: { view: ProvenanceView }) {
  const say = useWords(provenanceWords);
  const { language } = useSettings().settings;
  if (view.readings.length === 0) return null;
  return (
    <Section title={say.readings}>
      <ul className="provenance-list">
        {view.readings.map((r) => (
          <li key={r.id}>
            <span className="small">{r.question}</span>
            <br />
            {r.inForce !== undefined && <><Tag kind="tried" /> </>}{r.chosen} {r.inForce !== undefined && <span className="small">{say.readingNow(r.inForce)}</span>} {r.unverified && <Tag kind="unverified" />}
            <ul>
              {r.alternatives.map((a) => (
                <li key={a.label} className="small">
                  {say.otherwise(a.label)}
                  {a.value === null ? say.noValue : quantity(a.value, a.unit, language)} <Status outcome={a.outcome} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}
