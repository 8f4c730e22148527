import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ask, client, onceOnly } from '../../../client.ts';
import type { AgreedTab } from '../mapping/mapping-draft.ts';
import { useSettings } from '../../../settings/SettingsProvider.tsx';
import { checkHere, isCheap, namesNoSheet } from './check-here.ts';
import { START } from './import-state.ts';
import type { ImportState } from './import-state.ts';
import { useSending } from './useSending.ts';
import type { Inspection, Preview } from './answers.ts';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { date } from '../../../../core/values/plain-date.ts';

/** One import, from the choice of files to what was stored. */
export function useImport() {
  const queries = useQueryClient();
  const { on } = useSettings().settings;
  const [files, setFiles] = useState<readonly File[]>([]);
  const [organisation, setOrganisation] = useState('');
  const [state, setState] = useState<ImportState>(START);
  // What the server calls the inspected files: a mapped preview refers to it.
  const inspected = useRef<Inspection | null>(null);
  const { send, cancel } = useSending(files, setState);
  const inspect = () =>
    send<Inspection>('/api/imports/inspect', organisation.trim() === '' ? {} : { organisation: organisation.trim() }, (inspection) => {
      inspected.current = inspection;
      setState({ at: 'columns', inspection, fault: null });
    });

  const check = async () => {
    if (namesNoSheet(files)) return inspect();
    if (isCheap(files)) {
      setState({ at: 'working', what: 'here', done: 0, of: null });
      const texts = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
      const problems = checkHere(texts);
      if (problems.some(({ severity }) => severity === 'error')) return setState({ at: 'here', problems });
    }
    return send<Preview>('/api/imports/preview', { on }, (preview) => {
      // A workbook of which no tab is known is an office's own.
      if (preview.sheets.length === 0 && preview.problems.length > 0 && preview.problems.every(({ code }) => code === 'unknown_sheet')) void inspect();
      else setState({ at: 'preview', preview, agreed: null, fault: null });
    });
  };

  const previewMapped = async (agreed: readonly AgreedTab[], remember: boolean) => {
    const inspection = inspected.current;
    if (inspection === null) return;
    setState({ at: 'working', what: 'judging', done: 0, of: null });
    try {
      const json = { upload_id: inspection.upload_id, mappings: agreed.map((one) => ({ ...one, columns: [...one.columns], heading_rows: [...one.heading_rows] as [number, number] })) };
      const preview = await ask(client.api.imports.mapped.$post({ query: { on }, json }));
      if (remember && organisation.trim() !== '') {
        for (const mapping of json.mappings) await ask(client.api.mappings.$put({ json: { organisation: organisation.trim(), mapping } }, onceOnly()));
        await queries.invalidateQueries({ queryKey: ['mappings'] });
      }
      setState({ at: 'preview', preview, agreed, fault: null });
    } catch (fault) {
      setState({ at: 'columns', inspection, fault });
    }
  };

  const commit = async (preview: Preview, agreed: readonly AgreedTab[] | null, replace: readonly SheetName[]) => {
    setState({ at: 'working', what: 'committing', done: 0, of: null });
    try {
      const json = { upload_id: preview.upload_id, replace: [...replace], on: date(on) };
      const stored = await ask(client.api.imports.$post({ json }, onceOnly()));
      await queries.invalidateQueries();
      setState({ at: 'stored', stored });
    } catch (fault) {
      setState({ at: 'preview', preview, agreed, fault });
    }
  };

  const choose = (chosen: readonly File[]) => {
    setFiles(chosen);
    setState(START);
  };
  const backToColumns = () => inspected.current !== null && setState({ at: 'columns', inspection: inspected.current, fault: null });
  return {
    files, choose, organisation, setOrganisation, state, check, inspect, previewMapped, commit, backToColumns,
    cancel, restart: () => choose([]),
  };
}

export type Import = ReturnType<typeof useImport>;
