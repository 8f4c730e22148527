import { Matrix } from '../../components/Matrix/Matrix.tsx';
import type { MatrixColumn } from '../../components/Matrix/matrix-view.ts';
import { useProvenance } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import type { Language } from '../../../core/values/bilingual.ts';
import type { CampusForecastAnswer, ShownVerdict } from '../../provenance/answers.ts';
import { shortDetail } from '../../provenance/short-verdict.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { forecastWords } from '../../words/forecast.ts';
import { useForecastOrigins } from './useForecastOrigins.ts';

/** Year × standard; every cell opens what its verdict stands on in that year. */
export function StandardYears({ forecast }: { forecast: CampusForecastAnswer }) {
  const say = useWords(forecastWords);
  const { language } = useSettings().settings;
  const { open } = useProvenance();
  const origins = useForecastOrigins();
  const { rows } = forecast;
  const columns = (rows[0]?.verdicts ?? []).map((verdict) => columnOf(verdict, language));
  return (
    <section className="forecast-section" aria-labelledby="forecast-standards">
      <h2 id="forecast-standards">{say.standards}</h2>
      <Matrix
        title={say.standards}
        corner={say.year}
        note={say.standardsNote}
        rows={rows.map(({ year }) => ({ id: String(year), label: String(year) }))}
        columns={columns}
        cells={rows.map(({ verdicts }) => verdicts.map((verdict) => ({ outcome: verdict.outcome, detail: shortDetail({ ...verdict, value: verdict.measured.value }, language) })))}
        onOpen={(at, column, button) => {
          const row = rows[at];
          const verdict = row?.verdicts[column];
          if (row === undefined || verdict === undefined) return;
          open({ source: origins.verdict(forecast, row, verdict), label: say.origin(verdict.label[language], row.year), button });
        }}
      />
    </section>
  );
}

const NOTICES = ['S-land', 'S-building', 'S-equipment', 'S-teachers'] as const;

function isNotice(standard: string): standard is (typeof NOTICES)[number] {
  return (NOTICES as readonly string[]).includes(standard);
}

export function columnOf({ standard, label }: ShownVerdict, language: Language): MatrixColumn {
  const say = forecastWords[language];
  const groups: Readonly<Record<string, string>> = { R1: say.groupR1, R2: say.groupR2, R5: say.groupR5, S: say.groupS };
  const [article = '', part = standard] = standard.split('-');
  return { id: standard, label: `${standard} ${label[language]}`, short: isNotice(standard) ? say[standard] : part, group: groups[article] ?? article };
}
