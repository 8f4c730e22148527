import { useQueryClient } from '@tanstack/react-query';
import { ask, client, onceOnly } from '../../client.ts';
import { Button, ButtonLink } from '../../components/Button/Button.tsx';
import { FileDrop } from '../../components/FileDrop/FileDrop.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { admissionWords } from '../../words/admission.ts';
import { groupDigits } from '../../words/format.ts';
import { ProblemList } from '../data/import/ProblemList.tsx';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useUploadSteps } from '../data/useUploadSteps.ts';
import { AdmissionPage } from './AdmissionPage.tsx';
import { PairList } from './PairList.tsx';
import { ADMISSION } from './queries.ts';
import type { AdmissionPreview } from './queries.ts';

type Counts = NonNullable<AdmissionPreview['counts']>;
type Step = { readonly at: 'preview'; readonly preview: AdmissionPreview } | { readonly at: 'stored'; readonly counts: Counts };

/** A list in: chosen, checked by cell, looked at, and only then taken in. */
export function UploadPage() {
  const say = useWords(admissionWords);
  const queries = useQueryClient();
  const { files, setFiles, step, busy, fault, work, restart } = useUploadSteps<Step>();
  const check = () => work(async () => ({ at: 'preview', preview: await ask(client.api.admissions.preview.$post({ form: { files: files[0] as File } })) }));
  const commit = (upload_id: string) => work(async () => {
    const counts = await ask(client.api.admissions.commit.$post({ json: { upload_id } }, onceOnly()));
    await queries.invalidateQueries({ queryKey: [ADMISSION] });
    return { at: 'stored', counts };
  });
  return (
    <AdmissionPage part="upload" lead={say.uploadLead}>
      {fault !== null && <RefusalNotice title={step.at === 'preview' ? say.notStored : say.refusedTitle} error={fault} />}
      {step.at === 'file' && (
        <div className="import-choose">
          <div className="import-main">
            <FileDrop label={say.fileLabel} help={say.fileHelp} accept={['.xlsx', '.csv']} files={files} onChange={setFiles} />
            {files.length > 0 && <div className="button-row"><Button kind="primary" aria-disabled={busy} onClick={() => void check()}>{busy ? say.checking : say.preview}</Button></div>}
          </div>
          <div className="import-aside">
            <div className="download">
              <a className="button button-secondary" href="/api/admissions/template.xlsx" download>{say.template}</a>
              <p className="small">{say.templateHelp}</p>
            </div>
          </div>
        </div>
      )}
      {step.at === 'preview' && <Preview preview={step.preview} busy={busy} onCommit={() => void commit(step.preview.upload_id)} onRestart={restart} />}
      {step.at === 'stored' && <Stored counts={step.counts} onRestart={restart} />}
    </AdmissionPage>
  );
}

function Preview({ preview, busy, onCommit, onRestart }: { preview: AdmissionPreview; busy: boolean; onCommit: () => void; onRestart: () => void }) {
  const say = useWords(admissionWords);
  const { counts, problem_count: many, pairs } = preview;
  const changed = counts === null ? 0 : counts.added + counts.corrected;
  const again = <Button onClick={onRestart}>{say.otherFile}</Button>;
  const title = !preview.importable ? say.errorsTitle(groupDigits(String(many.errors))) : changed === 0 ? say.unchangedTitle : many.warnings > 0 ? say.warningsTitle(groupDigits(String(many.warnings))) : say.cleanTitle;
  return (
    <div className="cooperation">
      <Notice kind={preview.importable ? 'info' : 'fault'} title={title} announce>
        <p>{preview.file}</p>
        {counts === null ? <p>{say.errorsHelp}</p> : <p>{say.counts(groupDigits(String(counts.added)), groupDigits(String(counts.corrected)), groupDigits(String(counts.unchanged)))}</p>}
        {counts !== null && counts.duplicates > 0 && <p>{say.pairsFound(groupDigits(String(counts.duplicates)))}</p>}
      </Notice>
      <div className="button-row">
        {preview.importable && changed > 0 && <Button kind="primary" aria-disabled={busy} onClick={onCommit}>{busy ? say.committing : say.commit(groupDigits(String(changed)))}</Button>}
        {again}
      </div>
      {preview.problems.length > 0 && <ProblemList problems={preview.problems} all={many.errors + many.warnings} />}
      {pairs.length > 0 && <PairList pairs={pairs} />}
    </div>
  );
}

function Stored({ counts: { added, corrected, duplicates }, onRestart }: { counts: Counts; onRestart: () => void }) {
  const say = useWords(admissionWords);
  const next = duplicates > 0 ? <ButtonLink to="/admission/duplicates" kind="primary">{say.decideNext}</ButtonLink> : <ButtonLink to="/admission/registering" kind="primary">{say.registerNext}</ButtonLink>;
  return (
    <Notice kind="done" title={say.stored} announce actions={<>{next}<Button onClick={onRestart}>{say.otherFile}</Button></>}>
      <p>{say.storedHelp(groupDigits(String(added)), groupDigits(String(corrected)))}</p>
      {duplicates > 0 && <p>{say.pairsFound(groupDigits(String(duplicates)))}</p>}
    </Notice>
  );
}
