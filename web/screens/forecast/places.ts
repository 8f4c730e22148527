import type { PlaceNames } from '../../../core/allocation/phrases.ts';
import type { ScenarioAnswer } from '../../provenance/answers.ts';

/** Names of campuses and of their schools, as far as whoever asks may read them; else the id. */
export function placeNames(campuses: ScenarioAnswer['campuses']): PlaceNames {
  const names = new Map(campuses.map(({ campus_id, name }) => [campus_id, name]));
  const schools = new Map(campuses.map(({ school_id, school }) => [school_id, school]));
  return { campus: (id) => names.get(id) ?? id, school: (id) => schools.get(id) ?? id };
}
