import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import type { MeasuredView, RequiredView, VerdictView } from '../../verdict-view.ts';
import { groupDigits } from '../../words/format.ts';
import { outcomeDetail, requirement } from '../../words/outcome.ts';
import { provenanceWords } from '../../words/provenance.ts';
import { quantity } from '../../words/units.ts';
import { Status } from '../Status/Status.tsx';

/** `4,019.00 平方米 ÷ 268 人 = 14.9962`, then what is required and what follows. */
export function Formula({ verdict }: { verdict: VerdictView }) {
  const { language } = useSettings().settings;
  const say = useWords(provenanceWords);
  // What consists of several tests and has no figure of its own is told by those tests.
  const figure = verdict.measured.numerator !== null || (verdict.parts ?? []).length === 0;
  return (
    <>
      <p className="provenance-formula">
        {figure && <Computed measured={verdict.measured} />}
        <Wanted required={verdict.required} unit={verdict.measured.unit} />
      </p>
      <Status outcome={verdict.outcome} detail={outcomeDetail(verdict, language)} />
      {(verdict.parts ?? []).length > 0 && (
        <ul className="provenance-list" aria-label={say.parts}>
          {verdict.parts?.map((part) => (
            <li key={part.name}>
              {part.label ?? part.name} {part.measured !== null && <Computed measured={part.measured} />} <Status outcome={part.outcome} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Computed({ measured }: { measured: MeasuredView }) {
  const { language } = useSettings().settings;
  const say = useWords(provenanceWords);
  const [over = 'count', under] = measured.unit.split('/');
  const { numerator, denominator, value } = measured;
  const shown = value === null ? say.noValue : measured.unit === 'ratio' ? quantity(value, 'ratio', language) : groupDigits(value);
  if (numerator === null || denominator === null) return <span>{numerator === null ? shown : quantity(numerator, over, language)}</span>;
  if (denominator === '1') return <span>{quantity(numerator, over, language)}</span>;
  return (
    <span>
      {quantity(numerator, over === 'ratio' ? 'count' : over, language)} ÷ {quantity(denominator, under ?? 'count', language)} = {shown}
    </span>
  );
}

function Wanted({ required, unit }: { required: RequiredView; unit: string }) {
  const { language } = useSettings().settings;
  const say = useWords(provenanceWords);
  const text = requirement(required, unit === 'ratio' ? 'ratio' : 'count', language);
  return text === '' ? null : (
    <span>
      {say.required} {text}
    </span>
  );
}
