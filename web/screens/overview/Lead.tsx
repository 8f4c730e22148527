import { OutcomeCounts } from '../../components/OutcomeCounts/OutcomeCounts.tsx';
import type { OverviewAnswer } from '../../provenance/answers.ts';
import { useOrigins } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { overviewWords } from '../../words/overview.ts';

/** How the place stands, in two sentences. */
export function Lead({ overview }: { overview: OverviewAnswer }) {
  const say = useWords(overviewWords);
  const { language } = useSettings().settings;
  const origins = useOrigins();
  const { campuses, summary, standards, counties } = overview;
  const verdicts = Object.values(summary).reduce((sum, n) => sum + n, 0);
  const without = counties.filter((county) => !county.located).map((county) => county.name[language]);
  return (
    <p>
      {say.campuses(campuses.length)}
      {say.comma}
      {say.verdicts(groupDigits(String(verdicts)))}
      {say.leadColon}
      <OutcomeCounts summary={summary} from={(outcome) => origins.verdictCount(standards, campuses, outcome)} />
      <br />
      {without.length === 0 ? say.everywhere : say.countyList(without.join(say.comma))}
    </p>
  );
}
