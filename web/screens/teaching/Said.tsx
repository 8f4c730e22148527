import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { teachingWords } from '../../words/teaching.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import type { Doing } from './useDoing.ts';

/** What the last act came to. */
export function Said({ doing: { fault, said } }: { doing: Doing }) {
  const say = useWords(teachingWords);
  return (
    <>
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {said !== null && <Notice kind="done" title={said} announce />}
    </>
  );
}
