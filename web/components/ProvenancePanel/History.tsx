import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { provenanceWords } from '../../words/provenance.ts';
import { quantity } from '../../words/units.ts';
import { Status } from '../Status/Status.tsx';
import { Tag } from '../Tag/Tag.tsx';
import type { ProvenanceView, ValueOnDay } from './provenance-view.ts';
import { Section } from './Section.tsx';

/** The frozen value beside the live one, and the values of earlier dates. */
export function History({ view }: { view: ProvenanceView }) {
  const say = useWords(provenanceWords);
  return (
    <>
      {view.frozen !== null && (
        <Section title={say.frozenLive}>
          <dl className="provenance-values">
            <dt>
              <Tag kind="frozen" />
            </dt>
            <Value of={view.frozen} />
            <dt>
              <Tag kind="live" />
            </dt>
            {view.live !== null && <Value of={view.live} />}
          </dl>
        </Section>
      )}
      {view.history.length > 0 && (
        <Section title={say.history}>
          <ol className="provenance-history">
            {view.history.map((past) => (
              <li key={past.on}>
                <Day value={past} />
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

function Value({ of }: { of: ValueOnDay }) {
  return (
    <dd>
      <Day value={of} />
    </dd>
  );
}

function Day({ value }: { value: ValueOnDay }) {
  const { language } = useSettings().settings;
  const say = useWords(provenanceWords);
  return (
    <>
      <span className="small">{formatDate(value.on, language)}</span>
      {(value.value !== null || value.unit !== '') && <span>{value.value === null ? say.noValue : quantity(value.value, value.unit, language)}</span>}
      {value.outcome !== null && <Status outcome={value.outcome} />}
    </>
  );
}
