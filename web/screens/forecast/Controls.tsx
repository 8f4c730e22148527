import { Button } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import type { ForecastAnswer } from '../../provenance/answers.ts';
import type { Ahead } from '../../provenance/asked.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { forecastWords } from '../../words/forecast.ts';
import { YEARS_AHEAD } from './useAhead.ts';

interface ControlsProps {
  readonly start: number;
  readonly ahead: Ahead;
  readonly onChange: (next: Ahead) => void;
  readonly children?: React.ReactNode;
}

/** How far to look, and by which rates. */
export function Controls({ start, ahead, onChange, children }: ControlsProps) {
  const say = useWords(forecastWords);
  return (
    <div className="forecast-controls no-print">
      {children}
      <SelectField
        label={say.years}
        value={String(ahead.years)}
        onChange={(years) => onChange({ ...ahead, years: Number(years) })}
        options={YEARS_AHEAD.map((n) => ({ value: String(n), label: say.yearsAhead(start + n, n) }))}
      />
      <SelectField
        label={say.rates}
        value={ahead.rates}
        onChange={(rates) => onChange({ ...ahead, rates: rates === 'history' ? 'history' : 'pack' })}
        options={[{ value: 'pack', label: say.rates_pack }, { value: 'history', label: say.rates_history }]}
      />
      <Button onClick={() => window.print()}>{say.print}</Button>
    </div>
  );
}

/** What rates were used, on the page and on paper. */
export function RatesUsed({ rates, ahead }: { rates: ForecastAnswer['rates']; ahead: Ahead }) {
  const say = useWords(forecastWords);
  const own = new Set(rates.flatMap(({ programme_id }) => programme_id ?? []));
  if (ahead.rates === 'pack') return <p className="small">{say.rates}：{say.rates_pack}</p>;
  return <p className="small">{own.size === 0 ? say.ratesHistoryNone : say.ratesHistorySome(own.size)}</p>;
}
