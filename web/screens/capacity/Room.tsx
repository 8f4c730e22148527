import { Figure } from '../../components/Figure/Figure.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { capacityWords } from '../../words/capacity.ts';
import { mayBeLess, roomOf, signed, type CampusRoomRow, type SchoolRoomRow } from './room.ts';
import type { CapacityOrigins } from './useCapacityOrigins.ts';

/** How many more there can be, as a figure that opens to the standard that is reached first. */
export function Room({ name, row, campus_id, origins }: { readonly name: string; readonly row: CampusRoomRow | SchoolRoomRow; readonly campus_id: string | undefined; readonly origins: CapacityOrigins }) {
  const say = useWords(capacityWords);
  const room = roomOf(row);
  const from = origins.room(campus_id, row);
  if (room === null || from === null) return <span className="small">{row.students === null ? say.unknown : say.none}</span>;
  return (
    <>
      <Figure label={say.origin(`${name} ${say.room}`, row.year)} from={from}><strong className={room < 0 ? 'capacity-over' : ''}>{signed(room)}</strong></Figure>
      {room >= 0 && mayBeLess(row) && <span className="small capacity-binding">{say.mayBeLess}</span>}
    </>
  );
}
