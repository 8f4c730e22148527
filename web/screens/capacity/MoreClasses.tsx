import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import type { CapacityAnswer } from '../../provenance/answers.ts';
import { classNeedQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useInAddress } from '../../settings/useInAddress.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { capacityWords } from '../../words/capacity.ts';
import { Needed } from './Needed.tsx';
import { RestOfSchool } from './RestOfSchool.tsx';
import { Stepper } from './Stepper.tsx';

const USUAL = { classes: 1, size: 45 } as const;
const MOST = { classes: 20, size: 60 } as const;
const SIZE_STEP = 5;

/** What more classes ask for, moved by steps; what is asked stands in the address. */
export function MoreClasses({ capacity, year }: { readonly capacity: CapacityAnswer; readonly year: number }) {
  const say = useWords(capacityWords);
  const [chosen, setChosen] = useInAddress('campus');
  const [classes, setClasses] = useInAddress('classes');
  const [size, setSize] = useInAddress('size');
  const campus = capacity.campuses.find(({ campus_id }) => campus_id === chosen) ?? capacity.campuses[0];
  const asked = { campus_id: campus?.campus_id ?? '', year, classes: within(classes, USUAL.classes, MOST.classes), size: within(size, USUAL.size, MOST.size) };
  const query = useQuery({ ...classNeedQuery(useAsked(), asked), placeholderData: keepPreviousData });
  return (
    <section className="forecast-section" aria-labelledby="capacity-need">
      <h2 id="capacity-need">{say.need}</h2>
      <p className="small">{say.needLead}</p>
      <div className="forecast-controls no-print">
        <SelectField label={say.campus} value={asked.campus_id} onChange={setChosen} options={capacity.campuses.map(({ campus_id, name }) => ({ value: campus_id, label: name }))} />
        <Stepper label={say.classes} value={asked.classes} least={1} most={MOST.classes} step={1} onChange={(value) => setClasses(String(value))} />
        <Stepper label={say.size} value={asked.size} least={SIZE_STEP} most={MOST.size} step={SIZE_STEP} onChange={(value) => setSize(String(value))} />
      </div>
      <Answer query={query}>
        {(need) => (
          <div className="forecast">
            <Needed need={need} capacity={capacity} />
            <p className="no-print"><ScreenLink to={`/what-if/${encodeURIComponent(need.campus_id)}`} query={{ students: String(need.classes * need.size) }}>{say.whatIf}</ScreenLink></p>
            <RestOfSchool need={need} />
          </div>
        )}
      </Answer>
    </section>
  );
}

function within(text: string, usual: number, most: number): number {
  return /^[1-9]\d{0,3}$/.test(text) ? Math.min(most, Number(text)) : usual;
}
