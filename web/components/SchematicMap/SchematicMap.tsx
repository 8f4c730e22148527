import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { ChartFrame } from '../ChartFrame/ChartFrame.tsx';
import './SchematicMap.css';

export type Coverage = 'covered' | 'served' | 'preparing' | 'none';

export interface CountyTile {
  readonly code: string;
  readonly name: string;
  readonly coverage: Coverage;
  readonly campuses: number;
  readonly parks: readonly { readonly name: string; readonly main: boolean; readonly covered: boolean }[];
}

/** Counties as tiles, not to scale: which have a campus, which are served, which parks are reached. */
export function SchematicMap({ title, counties, onOpen }: { title: string; counties: readonly CountyTile[]; onOpen?: (code: string, button: HTMLElement) => void }) {
  const say = useWords(componentWords);
  const word = (county: CountyTile) =>
    county.coverage === 'covered' ? say.campusCount(county.campuses) : { served: say.served, preparing: say.preparing, none: say.notCovered }[county.coverage];
  const parks = (county: CountyTile) => county.parks.map((park) => `${park.covered ? '■' : '□'} ${park.name}`).join(' ');
  const table = {
    columns: [{ label: say.county }, { label: say.state }, { label: say.parks }],
    rows: counties.map((county) => [county.name, word(county), parks(county)]),
  };
  return (
    <ChartFrame title={title} table={table}>
      <ul className="schematic-map">
        {counties.map((county) => {
          const inside = (
            <>
              <strong>{county.name}</strong>
              <span>{word(county)}</span>
              {county.parks.length > 0 && <Parks county={county} />}
            </>
          );
          return (
            <li key={county.code} className={`county county-${county.coverage}`}>
              {onOpen === undefined ? (
                <div className="county-inside">{inside}</div>
              ) : (
                <button type="button" className="county-inside" onClick={(event) => onOpen(county.code, event.currentTarget)}>
                  {inside}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </ChartFrame>
  );
}

function Parks({ county }: { county: CountyTile }) {
  const say = useWords(componentWords);
  return (
    <span className="county-parks">
      {county.parks.map((park) => (
        <span key={park.name} className={park.main ? 'park park-main' : 'park'}>
          <span aria-hidden="true">{park.covered ? '■' : '□'}</span> {park.name}
          <span className="hidden-text">
            {park.main && say.mainPark} {park.covered ? say.covered : say.notCovered}
          </span>
        </span>
      ))}
    </span>
  );
}
