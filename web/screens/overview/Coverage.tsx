import { SchematicMap, type Coverage as Reached, type CountyTile } from '../../components/SchematicMap/SchematicMap.tsx';
import { useProvenance } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import type { OverviewAnswer } from '../../provenance/answers.ts';
import { useOrigins } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import type { Language } from '../../../core/values/bilingual.ts';
import { overviewWords } from '../../words/overview.ts';

/** Counties and parks, not to scale: where a campus stands, what is served, what is reached by neither. */
export function Coverage({ overview }: { overview: OverviewAnswer }) {
  const say = useWords(overviewWords);
  const { language } = useSettings().settings;
  const origins = useOrigins();
  const { open } = useProvenance();
  const name = (code: string) => overview.counties.find((county) => county.code === code)?.name[language] ?? code;
  return (
    <>
      <SchematicMap
        title={say.coverage}
        counties={overview.counties.map((county) => tileOf(overview, county, language))}
        onOpen={(code, button) => open({ source: origins.county(code), label: name(code), button })}
      />
      <p className="small">{say.coverageNote}</p>
    </>
  );
}

function tileOf({ campuses, parks }: OverviewAnswer, county: OverviewAnswer['counties'][number], language: Language): CountyTile {
  const here = campuses.filter((campus) => campus.division_code === county.code);
  const coverage: Reached = county.located ? 'covered' : county.served ? 'served' : here.length > 0 ? 'preparing' : 'none';
  return {
    code: county.code,
    name: county.name[language],
    coverage,
    campuses: here.filter((campus) => campus.status === 'recognised').length,
    parks: parks
      .filter((park) => park.division_code === county.code)
      .map((park) => ({ name: park.name, main: park.main, covered: park.located || park.served })),
  };
}
