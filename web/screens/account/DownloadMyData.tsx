import { useState } from 'react';
import { ask, client } from '../../client.ts';
import { Fault } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { today } from '../../settings/today.ts';
import { accountWords } from '../../words/account.ts';

/** Everything that the registers hold about whoever asks, as a file of their own; that it was taken is written down. */
export function DownloadMyData() {
  const say = useWords(accountWords);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Error | null>(null);
  const download = async () => {
    setBusy(true);
    setFault(null);
    try {
      hand(JSON.stringify(await ask(client.api['my-data'].$get()), null, 2), `${say.myDataFile}-${today()}.json`);
    } catch (error) {
      setFault(error as Error);
    }
    setBusy(false);
  };
  return (
    <div className="my-data">
      {fault !== null && <Fault error={fault} />}
      <Button aria-disabled={busy} onClick={() => !busy && void download()}>
        {say.myDataAct}
      </Button>
      <p className="small">{say.myDataHelp}</p>
    </div>
  );
}

function hand(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
