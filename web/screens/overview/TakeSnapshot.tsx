import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Fault } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { overviewWords } from '../../words/overview.ts';

/** Freezes the figures, parameters, readings and verdicts of the day of the page. */
export function TakeSnapshot({ on }: { on: string }) {
  const say = useWords(overviewWords);
  const { language, known } = useSettings().settings;
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  // One key for one dialog: sending it twice saves one snapshot.
  const [once, setOnce] = useState(onceOnly);
  const saving = useMutation({
    mutationFn: () => ask(client.api.snapshots.$post({ json: { on, label } }, once)),
    onSuccess: async () => {
      setOpen(false);
      setLabel('');
      await queries.invalidateQueries();
    },
  });
  const begin = () => {
    saving.reset();
    setOnce(onceOnly());
    setOpen(true);
  };
  return (
    <div className="take-snapshot no-print">
      {saving.isSuccess && (
        <Notice kind="done" title={say.saved(formatDate(on, language))} announce>
          {say.savedHelp}
        </Notice>
      )}
      {known === null ? <Button onClick={begin}>{say.takeSnapshotOf(formatDate(on, language))}</Button> : <p className="small">{say.knownBlocks}</p>}
      <Dialog
        title={say.takeSnapshotOf(formatDate(on, language))}
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="primary" disabled={saving.isPending} onClick={() => saving.mutate()}>
              {say.save}
            </Button>
            <Button onClick={() => setOpen(false)}>{say.cancel}</Button>
          </>
        }
      >
        <p>{say.takeSnapshotHelp}</p>
        <TextField label={say.label} help={say.labelHelp} optional value={label} onChange={setLabel} />
        {saving.isError && <Fault error={saving.error} />}
      </Dialog>
    </div>
  );
}
