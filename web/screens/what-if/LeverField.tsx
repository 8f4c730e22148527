import { memo, useCallback } from 'react';
import type { Exact } from '../../../core/values/exact.ts';
import { parseExact, subtract, toFixed } from '../../../core/values/exact.ts';
import { unitWord } from '../../../core/values/unit-words.ts';
import { SliderField } from '../../components/Field/SliderField.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { trimZeros } from '../../words/format.ts';
import { missingNames } from '../../words/outcome.ts';
import { leverWords, whatIfWords } from '../../words/what-if.ts';
import type { Lever } from './levers.ts';
import { reachOf } from './levers.ts';
import { amountText } from './sentence.ts';

interface LeverFieldProps {
  readonly lever: Lever;
  /** Null: not reported, so that nothing can be supposed either. */
  readonly present: string | null;
  readonly missing: readonly string[];
  readonly position: string;
  readonly most: number | null;
  /** After what the records say: how many posts the heads hold. */
  readonly note: string;
  readonly onMove: (lever: Lever, position: Exact) => void;
}

/** One lever: a slider with its field, what the records say, and by how much it was moved. */
export const LeverField = memo(function LeverField(props: LeverFieldProps) {
  const { lever, present, missing, position, most, note, onMove } = props;
  const say = useWords(whatIfWords);
  const label = useWords(leverWords)[lever.key];
  const { language } = useSettings().settings;
  const move = useCallback((text: string) => {
    const to = parseExact(text);
    if (to !== null) onMove(lever, to);
  }, [lever, onMove]);
  if (present === null) {
    return (
      <div className="lever-missing">
        <p className="field-label">{label}</p>
        <Status outcome="undetermined" detail={say.notReported(missingNames(missing, language))} />
      </div>
    );
  }
  const help = [
    movedWords(say, present, position, lever.unit, language) + note,
    lever.key === 'equipment_yuan' ? say.equipmentHelp : lever.key === 'masters' ? say.mastersHelp : '',
  ].filter((part) => part !== '').join(language === 'zh' ? '。' : '. ');
  const fraction = lever.whole ? Number(present) % 1 : 0;
  return (
    <SliderField
      label={label}
      help={help}
      value={position}
      onChange={move}
      min={fraction}
      max={reachOf(lever, Number(present), Number(position), most)}
      step={lever.step}
      unit={unitWord(lever.unit, language)}
      present={present}
    />
  );
});

/** `现有 268，增加 45`. */
function movedWords(say: ReturnType<typeof useWords<typeof whatIfWords.zh>>, present: string, position: string, unit: string, language: 'zh' | 'en'): string {
  const now = amountText(present, unit, language);
  const by = subtract(parseExact(position) ?? { n: 0n, d: 1n }, parseExact(present) ?? { n: 0n, d: 1n });
  if (by.n === 0n) return say.present(now);
  const text = trimZeros(toFixed({ n: by.n < 0n ? -by.n : by.n, d: by.d }, 6, 'down'));
  return by.n > 0n ? say.presentMore(now, amountText(text, unit, language)) : say.presentLess(now, amountText(text, unit, language));
}
