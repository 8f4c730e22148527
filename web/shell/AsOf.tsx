import { lazy, Suspense, useState } from 'react';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { Dialog } from '../components/Dialog/Dialog.tsx';
import { Tag } from '../components/Tag/Tag.tsx';
import { useSettings, useWords } from '../settings/SettingsProvider.tsx';
import { formatDate } from '../words/format.ts';
import { shellWords } from '../words/shell.ts';

const AsOfForm = lazy(async () => ({ default: (await import('./AsOfForm.tsx')).AsOfForm }));

/** 口径日期: the day that every figure on the page is of, and behind it "as known on". */
export function AsOf({ snapshots }: { snapshots: readonly PlainDate[] }) {
  const say = useWords(shellWords);
  const { language, on, known } = useSettings().settings;
  const [open, setOpen] = useState(false);
  return (
    <div className="as-of">
      <span className="as-of-label" aria-hidden="true">
        {say.asOf}
      </span>
      <button
        type="button"
        className="as-of-date"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={`${say.asOf} ${formatDate(on, language)}`}
        onClick={() => setOpen(true)}
      >
        {formatDate(on, language)}
      </button>
      <Dialog title={say.asOf} open={open} onClose={() => setOpen(false)} place="head">
        <Suspense fallback={<p>{say.loading}</p>}>
          <AsOfForm snapshots={snapshots} done={() => setOpen(false)} />
        </Suspense>
      </Dialog>
      {snapshots.includes(on) && known === null && <Tag kind="frozen" />}
      {known !== null && <span className="small">{say.knownShort(formatDate(known, language))}</span>}
    </div>
  );
}
