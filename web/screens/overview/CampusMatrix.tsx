import { Matrix } from '../../components/Matrix/Matrix.tsx';
import type { MatrixCell, MatrixColumn } from '../../components/Matrix/matrix-view.ts';
import { useProvenance } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import type { CampusRow, OverviewAnswer } from '../../provenance/answers.ts';
import { shortDetail } from '../../provenance/short-verdict.ts';
import { useOrigins } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import type { Language } from '../../../core/values/bilingual.ts';
import { overviewWords } from '../../words/overview.ts';

type StandardHead = OverviewAnswer['standards'][number];

/** Campus × standard, composites last; every cell opens where its verdict comes from. */
export function CampusMatrix({ overview }: { overview: OverviewAnswer }) {
  const say = useWords(overviewWords);
  const { language } = useSettings().settings;
  const origins = useOrigins();
  const { open } = useProvenance();
  const { standards, campuses } = overview;
  return (
    <section className="overview-section" aria-labelledby="overview-matrix">
      <h2 id="overview-matrix">{say.matrix}</h2>
      <Matrix
        title={say.matrix}
        corner={say.campus}
        note={say.matrixNote}
        rows={campuses.map((campus) => ({ id: campus.campus_id, label: campus.name }))}
        columns={standards.map((standard) => columnOf(standard, language))}
        cells={campuses.map((campus) => standards.map((standard) => cellOf(campus, standard.id, language)))}
        onOpen={(row, column, button) => {
          const [campus, standard] = [campuses[row], standards[column]];
          if (campus === undefined || standard === undefined) return;
          open({ source: origins.cell(campus.campus_id, standard.id), label: `${campus.name} ${standard.label[language]}`, button });
        }}
      />
    </section>
  );
}

function columnOf({ id, label, composite }: StandardHead, language: Language): MatrixColumn {
  const say = overviewWords[language];
  const groups: Readonly<Record<string, string>> = { R1: say.groupR1, R2: say.groupR2, R5: say.groupR5 };
  const [article = '', letter = id] = id.split('-');
  return {
    id,
    label: `${id} ${label[language]}`,
    short: composite ? article : letter,
    group: composite ? say.groupComposite : (groups[article] ?? article),
  };
}

function cellOf(campus: CampusRow, standard: string, language: Language): MatrixCell {
  const verdict = campus.verdicts.find((v) => v.standard === standard);
  return verdict === undefined ? { outcome: 'not_applicable', detail: '' } : { outcome: verdict.outcome, detail: shortDetail(verdict, language) };
}
