import { useQuery } from '@tanstack/react-query';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import type { CapacityAnswer } from '../../provenance/answers.ts';
import { capacityQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { capacityWords } from '../../words/capacity.ts';
import { RegionRoom } from './RegionRoom.tsx';
import { CampusRoomYears } from './RoomYears.tsx';
import '../forecast/forecast.css';
import './capacity.css';

const YEARS = 3;

/** The same in short, for the pages that a planner and the office begin with. */
export function CapacityGlance() {
  const say = useWords(capacityWords);
  const query = useQuery(capacityQuery(useAsked(), YEARS));
  return (
    <Answer query={query}>
      {(capacity) => (capacity.campuses.length === 0 ? <RegionGlance capacity={capacity} /> : (
        <div className="capacity">
          <CampusRoomYears capacity={capacity} id="capacity-glance" note={say.glanceNote(capacity.start, capacity.start + YEARS)} />
          <p className="no-print"><ScreenLink to="/capacity">{say.all}</ScreenLink></p>
        </div>
      ))}
    </Answer>
  );
}

/** Nothing where there is nothing to tell, as in a region without campuses. */
function RegionGlance({ capacity }: { readonly capacity: CapacityAnswer }) {
  return capacity.campuses_in_region === 0 || capacity.totals === null ? null : <div className="capacity"><RegionRoom capacity={capacity} /></div>;
}
