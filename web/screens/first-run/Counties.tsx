import { Button } from '../../components/Button/Button.tsx';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { firstRunWords } from '../../words/first-run.ts';
import type { CountyDraft } from './set-up.ts';

interface CountiesProps {
  readonly counties: readonly CountyDraft[];
  readonly problems: readonly FieldProblem[];
  readonly onChange: (counties: readonly CountyDraft[]) => void;
}

/** The counties of the region, each with its code: changed in place. */
export function Counties({ counties, problems, onChange }: CountiesProps) {
  const say = useWords(firstRunWords);
  const set = (key: number, part: Partial<CountyDraft>) => onChange(counties.map((county) => (county.key === key ? { ...county, ...part } : county)));
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const next = Math.max(-1, ...counties.map(({ key }) => key)) + 1;
  return (
    <fieldset className="counties">
      <legend className="field-label">{say.counties}</legend>
      <p className="field-help">{say.countiesHelp}</p>
      <ol>
        {counties.map((county, index) => (
          <li key={county.key}>
            {(['code', 'name'] as const).map((part) => {
              const id = `county-${part}-${index}`;
              return (
                <input
                  key={part} id={id} className={`field-box county-${part}`} value={county[part]} autoComplete="off"
                  aria-label={part === 'code' ? say.countyCode(index + 1) : say.countyName(index + 1)}
                  aria-invalid={wrong(id) === undefined ? undefined : true}
                  aria-describedby={wrong(id) === undefined ? undefined : `${id}-error`}
                  onChange={(event) => set(county.key, { [part]: event.currentTarget.value })}
                />
              );
            })}
            <Button kind="quiet" aria-label={say.removeCounty(county.name || county.code)} onClick={() => onChange(counties.filter((one) => one.key !== county.key))}>
              {say.removeShort}
            </Button>
            {(['code', 'name'] as const).map((part) => {
              const id = `county-${part}-${index}`;
              return wrong(id) === undefined ? null : (
                <p key={part} id={`${id}-error`} className="field-error">
                  <span aria-hidden="true">▲ </span>
                  {wrong(id)}
                </p>
              );
            })}
          </li>
        ))}
      </ol>
      <Button onClick={() => onChange([...counties, { key: next, code: '', name: '' }])}>{say.addCounty}</Button>
    </fieldset>
  );
}
