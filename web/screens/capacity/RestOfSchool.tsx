import { Figure } from '../../components/Figure/Figure.tsx';
import { Status } from '../../components/Status/Status.tsx';
import type { ClassNeedAnswer, ShownVerdict } from '../../provenance/answers.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { capacityWords } from '../../words/capacity.ts';
import { groupDigits } from '../../words/format.ts';
import { outcomeDetail } from '../../words/outcome.ts';
import { YearTable } from '../forecast/YearTable.tsx';
import { useCapacityOrigins } from './useCapacityOrigins.ts';

/** The other side: what is left of the school when it hands over what the campus needs, and while it has the classes itself. */
export function RestOfSchool({ need }: { readonly need: ClassNeedAnswer }) {
  const say = useWords(capacityWords);
  const { language } = useSettings().settings;
  const { rest, school, year } = need;
  const origins = useCapacityOrigins(NOTHING);
  if (rest === null) return <p>{say.restNone}</p>;
  const cell = (verdict: ShownVerdict | undefined, when: string) => (verdict === undefined ? say.none : (
    <span className="capacity-verdict">
      <Status outcome={verdict.outcome} />{' '}
      <Figure label={say.origin(`${school} ${verdict.label[language]} ${when}`, year)} from={origins.need(need, verdict)}>{outcomeDetail({ ...verdict, label: verdict.label[language] }, language) || verdict.measured.value || say.none}</Figure>
    </span>
  ));
  return (
    <YearTable
      id="capacity-rest" title={say.rest(school)} note={say.restNote(groupDigits(rest.building_m2), groupDigits(rest.land_m2), groupDigits(rest.equipment_yuan))}
      head={[{ label: say.standard }, { label: say.before }, { label: say.handed }, { label: say.taught }]}
      rows={rest.before.map((verdict, at) => [verdict.label[language], cell(verdict, say.before), cell(rest.after_handing_over[at], say.handed), cell(rest.with_classes[at], say.taught)])}
    />
  );
}

const NOTHING = { start: 0, campuses: [], standards: [] } as const;
