import type { PlaceNames } from '../../../core/allocation/phrases.ts';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { campusLink } from '../clauses/links.ts';

interface PlaceProps {
  readonly campus_id: string | null;
  readonly school_id: string | null;
  readonly names: PlaceNames;
}

/** A campus, which leads to its page, or a school; by name, the id beneath the pointer. */
export function Place({ campus_id, school_id, names }: PlaceProps) {
  if (campus_id !== null) return <span title={campus_id}><ScreenLink {...campusLink(campus_id)}>{names.campus(campus_id)}</ScreenLink></span>;
  return school_id === null ? null : <span title={school_id}>{names.school(school_id)}</span>;
}
