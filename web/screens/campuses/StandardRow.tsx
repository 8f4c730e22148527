import { consequenceText } from '../../../core/check/phrases.ts';
import { readingWords } from '../../../core/policy/reading-text.ts';
import { chosenWords } from '../../provenance/parameter-lines.ts';
import { BulletBar } from '../../components/Bullet/Bullet.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useProvenance } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { BasisTag } from '../../components/Tag/Tag.tsx';
import type { ShownVerdict } from '../../provenance/answers.ts';
import { labelledParts } from '../../provenance/part-labels.ts';
import { useOrigins } from '../../provenance/useOrigins.ts';
import { usePack } from '../../provenance/usePack.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { campusesWords } from '../../words/campuses.ts';
import { trimZeros } from '../../words/format.ts';
import { requirement } from '../../words/outcome.ts';
import { quantity } from '../../words/units.ts';
import { figureText, requiredText, scaleOf } from '../what-if/measured.ts';
import { Trend } from './Trend.tsx';

/** One standard of a campus. */
export function StandardRow({ verdict, campus_id }: { verdict: ShownVerdict; campus_id: string }) {
  const say = useWords(campusesWords);
  const { language } = useSettings().settings;
  const origins = useOrigins();
  const { figure: open } = useProvenance();
  const label = verdict.label[language];
  const source = origins.verdict({ of: 'campus', id: campus_id }, verdict);
  const figure = figureText(verdict, language);
  const scale = scaleOf(verdict.measured, verdict.required);
  const { op, value } = verdict.required;
  const mustBe = op === '=' && value !== null ? value : null;
  return (
    <tr role="row" className={open?.source === source ? 'standard-open' : ''}>
      <td role="cell" className="standard-outcome">
        <Status outcome={verdict.outcome} />
      </td>
      <th role="rowheader" scope="row">
        {label} <span className="standard-clause small">{verdict.clause}</span> {verdict.basis !== 'text' && <BasisTag basis={verdict.basis} />}
      </th>
      <td role="cell" className="standard-measured">
        <Figure label={label} from={source}>
          {figure ?? say.noFigure}
        </Figure>{' '}
        <span className="standard-required">{mustBe === null ? requiredText(verdict, language) : say.mustBe(mustBe)}</span>
        {scale !== null && figure !== null && <BulletBar {...scale} thin />}
        <Trend verdict={verdict} />
      </td>
      <td role="cell">
        {(verdict.outcome !== 'met' || verdict.reason !== null) && (
          <p className={`standard-gap status-${verdict.outcome}`}>{consequenceText(verdict, language)}</p>
        )}
        <Parts verdict={verdict} />
        <Readings verdict={verdict} />
      </td>
    </tr>
  );
}

/** The tests of a standard that has several: which kinds of facility there are, hours and heads, count and ratio. */
function Parts({ verdict }: { verdict: ShownVerdict }) {
  const say = useWords(campusesWords);
  const { language } = useSettings().settings;
  const pack = usePack();
  if (verdict.parts.length < 2) return null;
  return (
    <ul className="standard-parts small" aria-label={say.parts}>
      {labelledParts(pack, verdict.parts, language).map((part) => {
        const { measured, required } = part;
        const value = measured === null ? null : measured.unit === 'ratio' || measured.unit.includes('/') ? measured.value : measured.numerator;
        return (
          <li key={part.name}>
            {part.label}{' '}
            {measured !== null && value !== null && required !== null && (
              <>
                {quantity(trimZeros(value), measured.unit === 'ratio' ? 'ratio' : 'count', language)} {requirement(required, measured.unit === 'ratio' ? 'ratio' : 'count', language)}{' '}
              </>
            )}
            <Status outcome={part.outcome} />
          </li>
        );
      })}
    </ul>
  );
}

/** The reading used where there is another one, and what the others would answer; said only where there is a choice. */
function Readings({ verdict }: { verdict: ShownVerdict }) {
  const say = useWords(campusesWords);
  const { language } = useSettings().settings;
  const pack = usePack();
  if (verdict.alternatives.length === 0) return null;
  const words = (reading: string) => readingWords(pack?.parameters ?? [], reading, language);
  const keys = new Set(verdict.alternatives.map(({ reading }) => reading.slice(0, reading.indexOf('='))));
  const used = verdict.readings.filter((reading) => keys.has(reading.slice(0, reading.indexOf('='))));
  return (
    <div className="standard-readings small">
      {used.map((reading) => (
        <p key={reading}>{words(reading)}</p>
      ))}
      {verdict.alternatives.map(({ reading, outcome, measured }) => (
        <p key={reading} className={outcome === verdict.outcome ? undefined : 'reading-differs'}>
          {say.otherwise(chosenWords(words(reading)))}
          {measured.value === null ? say.noFigure : quantity(trimZeros(measured.value), measured.unit === 'ratio' ? 'ratio' : 'count', language)}{' '}
          <Status outcome={outcome} />
        </p>
      ))}
    </div>
  );
}
