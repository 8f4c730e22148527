import { Button, ButtonLink } from '../../../components/Button/Button.tsx';
import { Notice } from '../../../components/Notice/Notice.tsx';
import { useWords } from '../../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../../words/format.ts';
import { importWords } from '../../../words/import.ts';
import type { Stored } from './answers.ts';
import { CountsTable } from './CountsTable.tsx';
import type { Import } from './useImport.ts';

/** What was stored, sheet by sheet, and where to go from here. */
export function StoredStep({ run, stored }: { run: Import; stored: Stored }) {
  const say = useWords(importWords);
  const count = (n: number) => groupDigits(String(n));
  const acts = (
    <>
      <ButtonLink kind="primary" to="/">{say.toOverview}</ButtonLink>
      <ButtonLink to="/data/registers">{say.toRegisters}</ButtonLink>
      <ButtonLink to="/data/imports">{say.toImports}</ButtonLink>
      <Button kind="quiet" onClick={run.restart}>{say.another}</Button>
    </>
  );
  return (
    <>
      <Notice kind="done" title={say.storedTitle} announce actions={acts}>
        <p>{stored.import_id === null ? say.storedNothing : say.stored(count(stored.added), count(stored.corrected), count(stored.ended), count(stored.unchanged))}</p>
      </Notice>
      <CountsTable sheets={stored.sheets} />
    </>
  );
}
