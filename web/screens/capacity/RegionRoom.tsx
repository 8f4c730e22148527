import { ScreenLink } from '../../components/Button/Button.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import type { CapacityAnswer } from '../../provenance/answers.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { capacityWords } from '../../words/capacity.ts';
import { groupDigits } from '../../words/format.ts';
import { YearTable } from '../forecast/YearTable.tsx';
import { useCapacityOrigins } from './useCapacityOrigins.ts';

/** All campuses together, for whoever plans and reads no campus by itself; and why none is told. */
export function RegionRoom({ capacity }: { readonly capacity: CapacityAnswer }) {
  const say = useWords(capacityWords);
  const origins = useCapacityOrigins(capacity);
  const { totals, campuses, campuses_in_region } = capacity;
  return (
    <>
      {campuses.length === 0 && <Notice kind="info" title={say.notTold(campuses_in_region)}>{say.notToldWhy} <ScreenLink to="/forecast">{say.toForecast}</ScreenLink></Notice>}
      <YearTable
        id="capacity-region" title={say.region} note={say.regionNote}
        head={[{ label: say.year }, { label: say.counted }, ...[say.foreseen, say.mostFit, say.roomLeft, say.tooMany].map((label) => ({ label, number: true }))]}
        rows={(totals ?? []).map((row) => {
          const figure = (label: string, n: number, computed: string) => <Figure key={label} label={say.origin(label, row.year)} from={origins.region(row, label, computed)}>{groupDigits(String(n))}</Figure>;
          return [
            row.year, say.countedOf(row.known, row.campuses), figure(say.foreseen, row.students, say.sumOf(row.known)), figure(say.mostFit, row.most, say.sumOf(row.known)),
            figure(say.roomLeft, row.room, say.roomOnly), figure(say.tooMany, row.over, say.overOnly),
          ];
        })}
      />
    </>
  );
}
