import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { FileDrop } from '../../components/FileDrop/FileDrop.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { receiptWords } from '../../words/receipts.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useUploadSteps } from '../data/useUploadSteps.ts';
import { BankRows } from './BankRows.tsx';
import { ClearingPage } from './ClearingPage.tsx';
import { LineQueue } from './LineQueue.tsx';
import { CLEARING, type BankFile } from './queries.ts';

/** R4-b: files of the bank and of the treasury, and the lines of them that wait for a person. */
export function ReceiptsPage() {
  return (
    <ClearingPage part="receipts">
      {(college_id) => (
        <>
          <TakeFile key={college_id} college_id={college_id} />
          <LineQueue college_id={college_id} />
        </>
      )}
    </ClearingPage>
  );
}

type Step = { readonly at: 'preview' | 'stored'; readonly read: BankFile };

/** Chosen, read and shown row by row, and only then taken in. */
function TakeFile({ college_id }: { college_id: string }) {
  const say = useWords(receiptWords);
  const queries = useQueryClient();
  const [source, setSource] = useState<BankFile['source']>('bank');
  const { files, setFiles, step, busy, fault, work, restart } = useUploadSteps<Step>();
  const preview = () => work(async () => ({ at: 'preview', read: await ask(client.api['bank-files'].preview.$post({ form: { files: files[0] as File, college_id, source } })) }));
  const take = (upload_id: string) => work(async () => {
    const read = await ask(client.api['bank-files'].$post({ json: { upload_id, college_id, source } }, onceOnly()));
    await queries.invalidateQueries({ queryKey: [CLEARING] });
    return { at: 'stored', read };
  });
  return (
    <section aria-labelledby="bank-file">
      <h2 id="bank-file">{say.fileTitle}</h2>
      {fault !== null && <RefusalNotice title={say.notTaken} error={fault} />}
      {step.at === 'file' ? (
        <div className="field-stack">
          <SelectField id="bank-source" label={say.source} value={source} onChange={(value) => setSource(value as BankFile['source'])} options={[{ value: 'bank', label: say.bank }, { value: 'treasury', label: say.treasury }]} />
          <FileDrop label={say.file} help={say.fileHelp} accept={['.xlsx', '.csv']} files={files} onChange={setFiles} />
          <div className="button-row">
            {files.length > 0 && <Button kind="primary" aria-disabled={busy} onClick={() => void preview()}>{busy ? say.working : say.preview}</Button>}
            <a className="button button-secondary" href={`/api/bank-files/template.xlsx?source=${source}`} download>{say.template}</a>
          </div>
        </div>
      ) : (
        <>
          <Summary step={step} />
          <div className="button-row no-print">
            {step.at === 'preview' && step.read.rows.some(({ outcome }) => outcome !== 'refused') && <Button kind="primary" aria-disabled={busy} onClick={() => void take(step.read.upload_id)}>{busy ? say.working : say.take}</Button>}
            <Button onClick={restart}>{say.otherFile}</Button>
          </div>
          <BankRows read={step.read} />
        </>
      )}
    </section>
  );
}

function Summary({ step: { at, read } }: { step: Extract<Step, { readonly read: BankFile }> }) {
  const say = useWords(receiptWords);
  const many = (outcome: BankFile['rows'][number]['outcome']): number => read.rows.filter((row) => row.outcome === outcome).length;
  return (
    <Notice kind={at === 'stored' ? 'done' : read.refused > 0 ? 'warning' : 'info'} title={at === 'stored' ? say.taken : say.previewed} announce>
      <p>{read.file}</p>
      <p>{say.summary(many('match'), groupDigits(read.matched_yuan), many('same'), read.queued, read.refused)}</p>
    </Notice>
  );
}
