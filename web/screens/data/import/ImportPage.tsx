import { useEffect, useRef } from 'react';
import { Button } from '../../../components/Button/Button.tsx';
import { FileDrop } from '../../../components/FileDrop/FileDrop.tsx';
import { Notice } from '../../../components/Notice/Notice.tsx';
import { Steps } from '../../../components/Steps/Steps.tsx';
import { useWords } from '../../../settings/SettingsProvider.tsx';
import { dataWords } from '../../../words/data.ts';
import { importWords } from '../../../words/import.ts';
import { shellWords } from '../../../words/shell.ts';
import { DataPage } from '../DataPage.tsx';
import { ExportLink, TemplateLink } from '../Downloads.tsx';
import { MappingStep } from '../mapping/MappingStep.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { SampleNotice } from '../sample/SampleNotice.tsx';
import { FoundHere } from './FoundHere.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { StoredStep } from './StoredStep.tsx';
import { Working } from './Working.tsx';
import { useImport } from './useImport.ts';
import type { ImportState } from './import-state.ts';
import type { Import } from './useImport.ts';
import './import.css';

/** Files in: chosen, mapped where they are an office's own, checked and judged, and only then stored. */
export function ImportPage() {
  const shell = useWords(shellWords);
  const say = useWords(dataWords);
  const run = useImport();
  return (
    <DataPage part="import" title={shell.data} lead={say.importLead}>
      <ImportSteps run={run} />
      <Step run={run} />
    </DataPage>
  );
}

function ImportSteps({ run }: { run: Import }) {
  const say = useWords(importWords);
  const mapped = run.state.at === 'columns' || (run.state.at === 'preview' && run.state.agreed !== null);
  const names = [say.stepFile, ...(mapped ? [say.stepColumns] : []), say.stepPreview, say.stepDone];
  const now = { file: say.stepFile, working: null, here: say.stepPreview, columns: say.stepColumns, preview: say.stepPreview, stored: say.stepDone }[run.state.at];
  const shown = now ?? workingStep(run.state, { file: say.stepFile, done: say.stepDone, preview: say.stepPreview });
  const go = (step: number) => (names[step] === say.stepColumns ? run.backToColumns() : run.restart());
  return (
    <div className="no-print">
      <Steps label={say.steps} steps={names} current={names.indexOf(shown)} {...(run.state.at !== 'stored' && run.state.at !== 'working' && { onGo: go })} />
    </div>
  );
}

function workingStep(state: ImportState, names: { file: string; done: string; preview: string }): string {
  if (state.at !== 'working') return names.file;
  return state.what === 'committing' ? names.done : names.preview;
}

/** The step now; on going to another one its heading takes the focus, so that it is read out. */
function Step({ run }: { run: Import }) {
  const { state } = run;
  const box = useRef<HTMLDivElement>(null);
  const last = useRef(state.at);
  useEffect(() => {
    if (last.current !== state.at && state.at !== 'working') box.current?.focus();
    last.current = state.at;
  }, [state.at]);
  return (
    <div ref={box} tabIndex={-1} className="import-step">
      <StepBody run={run} state={state} />
    </div>
  );
}

function StepBody({ run, state }: { run: Import; state: ImportState }) {
  switch (state.at) {
    case 'file': return <ChooseFiles run={run} fault={state.fault} cancelled={state.cancelled} />;
    case 'working': return <Working state={state} files={run.files} onCancel={run.cancel} />;
    case 'here': return <FoundHere run={run} problems={state.problems} />;
    case 'columns': return <MappingStep key={state.inspection.upload_id} run={run} inspection={state.inspection} fault={state.fault} />;
    case 'preview': return <PreviewStep run={run} preview={state.preview} agreed={state.agreed} fault={state.fault} />;
    case 'stored': return <StoredStep run={run} stored={state.stored} />;
  }
}

function ChooseFiles({ run, fault, cancelled }: { run: Import; fault: unknown; cancelled: boolean }) {
  const say = useWords(importWords);
  const { files } = run;
  return (
    <div className="import-choose">
      <div className="import-main">
        {fault !== null && <RefusalNotice title={say.refusedTitle} error={fault} />}
        {cancelled && <Notice kind="info" title={say.cancelled} announce />}
        <FileDrop label={say.fileLabel} help={say.fileHelp} accept={['.xlsx', '.csv']} multiple files={files} onChange={run.choose} />
        {files.length > 0 && (
          <div className="button-row">
            <Button kind="primary" onClick={() => void run.check()}>
              {say.read}
            </Button>
            <Button onClick={() => void run.inspect()}>{say.own}</Button>
          </div>
        )}
      </div>
      <div className="import-aside">
        <SampleNotice />
        <TemplateLink />
        <div className="download">
          <h2>{say.ownTitle}</h2>
          <p className="small">{say.ownHelp}</p>
        </div>
        <ExportLink />
      </div>
    </div>
  );
}
