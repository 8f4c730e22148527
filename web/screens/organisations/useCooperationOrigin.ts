import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import type { EvidenceRows } from '../../components/ProvenancePanel/provenance-view.ts';
import type { ShownVerdict } from '../../provenance/answers.ts';
import { parametersQuery } from '../../provenance/asked.ts';
import { cooperationOrigin } from '../../provenance/cooperation-origin.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { cooperationWords } from '../../words/cooperation.ts';
import { formatDate } from '../../words/format.ts';
import { shanghaiDay } from '../data/moment.ts';
import type { Agreement } from './queries.ts';

/** Where a verdict about cooperation comes from; the same source as long as verdict and rows stay. */
export function useCooperationOrigin(verdict: ShownVerdict, rows: EvidenceRows): ProvenanceSource {
  const asked = useAsked();
  const queries = useQueryClient();
  return useMemo(() => async () => cooperationOrigin(asked, verdict, rows, await queries.fetchQuery({ ...parametersQuery(asked), staleTime: 60_000 })), [asked, queries, verdict, rows]);
}

/** Agreements as the rows behind a verdict, with who recorded them and when. */
export function useAgreementRows(agreements: readonly Agreement[]): EvidenceRows {
  const say = useWords(cooperationWords);
  const { language } = useSettings().settings;
  return useMemo(() => ({
    sheet: say.agreements, total: agreements.length, columns: [say.number, say.parties, say.period, say.state].map((label) => ({ label })),
    rows: agreements.map(({ number, parties, from, to, state, recorded_by, recorded_at }) => ({
      row: null, report: { by: recorded_by, on: shanghaiDay(recorded_at), workbook: null },
      cells: [number, parties.map(({ name }) => name).join(language === 'zh' ? '、' : ', '), say.until(formatDate(from, language), to === null ? say.openEnd : formatDate(to, language)), say[state]],
    })),
  }), [agreements, language, say]);
}
