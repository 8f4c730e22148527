import { Button } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { capacityWords } from '../../words/capacity.ts';

interface StepperProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/** A whole number that is moved by a key or a finger; read out when it changes. */
export function Stepper({ label, value, least, most, step, onChange }: StepperProps) {
  const say = useWords(capacityWords);
  return (
    <div className="capacity-stepper" role="group" aria-label={label}>
      <span className="capacity-stepper-label">{label}</span>
      <Button disabled={value <= least} onClick={() => onChange(Math.max(least, value - step))}><span aria-hidden="true">−</span><span className="hidden-text">{say.less(label)}</span></Button>
      <output>{value}</output>
      <Button disabled={value >= most} onClick={() => onChange(Math.min(most, value + step))}><span aria-hidden="true">+</span><span className="hidden-text">{say.more(label)}</span></Button>
    </div>
  );
}
