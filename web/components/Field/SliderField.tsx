import { useId } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { NumberField } from './NumberField.tsx';

interface SliderFieldProps {
  readonly label: string;
  readonly help?: string;
  /** Exact decimal text; the slider moves in steps, the field takes any number. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly unit?: string;
  /** The value of today's records, marked on the track. */
  readonly present?: string;
}

/** A slider for trying and a field for saying exactly; either moves the other. */
export function SliderField({ label, help, value, onChange, min, max, step = 1, unit, present }: SliderFieldProps) {
  const id = useId();
  const number = Math.min(max, Math.max(min, Number(value === '' ? min : value)));
  const at = (n: number) => `${((n - min) / (max - min || 1)) * 100}%`;
  return (
    <div className="slider-field">
      <NumberField id={id} label={label} value={value} onChange={onChange} {...(help !== undefined && { help })} {...(unit !== undefined && { unit })} />
      <Slider aria-label={label} value={number} minValue={min} maxValue={max} step={step} onChange={(n) => onChange(String(n as number))}>
        <SliderTrack className="slider-track">
          <span className="slider-filled" style={{ width: at(number) }} />
          {present !== undefined && <span className="slider-present" style={{ left: at(Number(present)) }} />}
          <SliderThumb className="slider-thumb" />
        </SliderTrack>
      </Slider>
      <p className="slider-ends small" aria-hidden="true">
        <span>{min}</span>
        <span>{max}</span>
      </p>
    </div>
  );
}
