import { Tag } from '../components/Tag/Tag.tsx';
import { useSettings, useWords } from '../settings/SettingsProvider.tsx';
import { today } from '../settings/today.ts';
import { formatDate } from '../words/format.ts';
import { shellWords } from '../words/shell.ts';
import { usePageHead } from './PageHead.tsx';
import type { RegionHead } from './region.ts';
import { useMay } from './session.ts';

/** On paper: whose page it is, its title, the reading of its figures and the day it was printed. */
export function PrintHead({ region }: { region: RegionHead | null }) {
  const say = useWords(shellWords);
  const { title } = usePageHead();
  const may = useMay();
  const { language, on, known } = useSettings().settings;
  const reading = say.printReading(formatDate(on, language), known === null ? say.knownNow : say.knownShort(formatDate(known, language)));
  return (
    <div className="only-print print-head" aria-hidden="true">
      <p>
        <strong>{say.brand}</strong> {region !== null && say.pilot(region.name)} · {title} {region?.sample === true && <Tag kind="sample" />}
      </p>
      <p>
        {may('verdicts.read') && `${reading} · `}
        {say.printedOn(formatDate(today(), language))}
      </p>
    </div>
  );
}
