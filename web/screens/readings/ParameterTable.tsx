import { useMemo } from 'react';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { DataTable } from '../../components/DataTable/DataTable.tsx';
import type { TableColumn } from '../../components/DataTable/table-view.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { parameterChange } from '../../../core/approvals/matters/parameter-change.ts';
import { useSession } from '../../shell/session.ts';
import { formatDate } from '../../words/format.ts';
import { matterWords } from '../../words/matters.ts';
import { readingsWords } from '../../words/readings.ts';
import { clauseLink } from '../clauses/links.ts';
import type { ParameterAnswer } from '../../provenance/answers.ts';
import { parameterText, tableText, unitText } from './parameter-text.ts';

/** Every value in force on the day: unit, dates, clause, source and the reading that it settles. */
export function ParameterTable({ parameters, on }: { parameters: readonly ParameterAnswer[]; on: string }) {
  const say = useWords(readingsWords);
  const matter = useWords(matterWords);
  const { language } = useSettings().settings;
  const proposes = useSession().roles.some(({ role }) => parameterChange.opens.by.includes(role));
  const columns = useMemo((): readonly TableColumn<ParameterAnswer>[] => [
    { key: 'label', label: say.name, kind: 'text', text: (p) => p.label[language], main: true, width_rem: 14 },
    { key: 'value', label: say.value, kind: 'text', text: (p) => tableText(p, language), show: (p) => parameterText(p, language), main: true, width_rem: 15 },
    { key: 'unit', label: say.unit, kind: 'text', text: (p) => unitText(p.unit, language), width_rem: 6.5 },
    { key: 'clause', label: say.clause, kind: 'text', text: (p) => p.clause, show: (p) => <ScreenLink {...clauseLink(p.clause)}>{p.clause}</ScreenLink>, width_rem: 5 },
    { key: 'reading', label: say.reading, kind: 'text', text: (p) => p.reading?.id ?? '', width_rem: 4.5 },
    { key: 'source', label: say.source, kind: 'text', text: (p) => p.source[language], width_rem: 16 },
    { key: 'from', label: say.from, kind: 'date', text: (p) => p.from, show: (p) => formatDate(p.from, language), width_rem: 8.5 },
    { key: 'to', label: say.to, kind: 'date', text: (p) => p.to ?? '', show: (p) => (p.to === null ? say.open : formatDate(p.to, language)), width_rem: 5 },
    { key: 'key', label: say.key, kind: 'text', text: (p) => p.key, width_rem: 12 },
    ...(proposes ? [{ key: 'change', label: matter.proposeChange, kind: 'text' as const, text: () => '', show: (p: ParameterAnswer) => <ScreenLink to="/matters/new" query={{ kind: 'parameter_change', subject: p.key }}>{matter.proposeChange}</ScreenLink>, width_rem: 7 }] : []),
  ], [say, matter, language, proposes]);
  return (
    <section aria-labelledby="parameters-title" className="reading-section">
      <h2 id="parameters-title">{say.parametersLead(formatDate(on, language), parameters.length)}</h2>
      <DataTable
        label={say.parameters}
        rows={parameters}
        rowKey={(p) => p.key}
        columns={columns}
        hidden={['key', 'unit']}
        height_rem={42}
        empty={<p>{say.noRule}</p>}
      />
    </section>
  );
}
