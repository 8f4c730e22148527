import { BulletChart } from '../../components/Bullet/BulletChart.tsx';
import type { BulletRow } from '../../components/Bullet/BulletChart.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { Status } from '../../components/Status/Status.tsx';
import type { TargetAnswer } from '../../provenance/answers.ts';
import { useOrigins, type Origins } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import type { Language } from '../../../core/values/bilingual.ts';
import { missingText } from '../../../core/check/phrases.ts';
import { formatDate, groupDigits, trimZeros } from '../../words/format.ts';
import { overviewWords } from '../../words/overview.ts';
import { quantity } from '../../words/units.ts';

/** Targets as bullet charts: value, aim, further aim, and when each falls due. */
export function Targets({ targets }: { targets: readonly TargetAnswer[] }) {
  const say = useWords(overviewWords);
  const { language } = useSettings().settings;
  const origins = useOrigins();
  const rows = targets
    .filter((target) => !target.notice)
    .map((target) => bulletRow(target, targets.find((t) => t.notice && t.standard === target.standard), origins, language));
  return <BulletChart title={say.targets} rows={rows} />;
}

function bulletRow(target: TargetAnswer, stretch: TargetAnswer | undefined, origins: Origins, language: Language): BulletRow {
  const say = overviewWords[language];
  const scale = scaleOf(target, stretch);
  const label = target.label[language];
  return {
    label,
    ...(target.year !== null && !label.includes(String(target.year)) && { of: say.year(String(target.year)) }),
    ...scale,
    figure: (
      <Figure label={label} from={origins.target(target)}>
        {scale.value === null ? say.noFigure : <strong>{shown(target)}</strong>}
      </Figure>
    ),
    against: againstText(target, stretch, language),
    note: target.reason === 'not_due' && target.due !== null
      ? say.due(formatDate(target.due, language))
      : <Status outcome={target.outcome} {...(target.missing.length > 0 && { detail: missingText(target.missing, language) })} />,
  };
}

/** Targets that ask for all of something are told as so many of so many. */
const asksForAll = ({ measured, required }: TargetAnswer) => measured.unit === 'ratio' && required.value === '1';

function shown(target: TargetAnswer): string {
  const { measured } = target;
  if (asksForAll(target)) return groupDigits(measured.numerator ?? '');
  return measured.unit === 'ratio' ? quantity(measured.value ?? '', 'ratio', 'zh') : groupDigits(measured.value ?? '');
}

function scaleOf(target: TargetAnswer, stretch: TargetAnswer | undefined): Pick<BulletRow, 'value' | 'target' | 'stretch' | 'max'> {
  const { measured, required } = target;
  const number = (text: string | null) => (text === null ? null : Number(text));
  if (asksForAll(target)) {
    const all = number(measured.denominator) ?? 1;
    return { value: number(measured.numerator), target: all, max: all };
  }
  const further = number(stretch?.required.value ?? null);
  return {
    value: number(measured.value),
    target: number(required.value),
    ...(further !== null && { stretch: further }),
    ...(measured.unit === 'ratio' && { max: 1 }),
  };
}

function againstText(target: TargetAnswer, stretch: TargetAnswer | undefined, language: Language): string {
  const say = overviewWords[language];
  const { measured, required, part } = target;
  if (asksForAll(target)) {
    const all = groupDigits(measured.denominator ?? '');
    return measured.denominator === null ? '' : say.ofAll(part === 'parks' ? say.parksUnit(all) : say.countiesUnit(all));
  }
  if (required.value === null) return '';
  const amount = quantity(trimZeros(required.value), measured.unit, language);
  const further = stretch?.required.value ?? null;
  const aim = further === null ? '' : say.stretch(quantity(trimZeros(further), measured.unit, language));
  return `${required.op === '>' ? say.more(amount) : say.atLeast(amount)}${aim}`;
}
