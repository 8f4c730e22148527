import { useMemo } from 'react';
import { consequenceText } from '../../../core/check/phrases.ts';
import { Figure } from '../../components/Figure/Figure.tsx';
import type { EvidenceRows } from '../../components/ProvenancePanel/provenance-view.ts';
import { Status } from '../../components/Status/Status.tsx';
import { useSettings } from '../../settings/SettingsProvider.tsx';
import { useCooperationOrigin } from '../organisations/useCooperationOrigin.ts';
import type { JudgedWork } from './queries.ts';

/** What is asked of a campus, each opened down to its clause, its values of law and the records behind it. */
export function VerdictList({ verdicts }: { verdicts: readonly JudgedWork[] }) {
  return <ul className="plain-list work-verdicts">{verdicts.map((one) => <li key={one.verdict.standard}><Judged judged={one} /></li>)}</ul>;
}

function Judged({ judged: { verdict, behind } }: { judged: JudgedWork }) {
  const { language } = useSettings().settings;
  const rows = useMemo((): EvidenceRows => ({
    sheet: behind.label[language], total: behind.rows.length, columns: behind.columns.map((one) => ({ label: one[language] })), rows: behind.rows.map((cells) => ({ row: null, cells })),
  }), [behind, language]);
  const from = useCooperationOrigin(verdict, rows);
  const label = `${verdict.label[language]} ${verdict.clause}`;
  return <><Figure label={label} from={from}>{label}</Figure> <Status outcome={verdict.outcome} detail={verdict.outcome === 'met' ? '' : consequenceText(verdict, language)} /></>;
}
