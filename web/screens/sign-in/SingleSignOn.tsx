import { useState } from 'react';
import { ask, client } from '../../client.ts';
import { Fault } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { signInWords } from '../../words/sign-in.ts';

/** Sends the browser to the organisation's own sign-in, which sends it back to `/sign-in/return`. */
export function SingleSignOn({ purpose }: { purpose: 'sign_in' | 'link' }) {
  const say = useWords(signInWords);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Error | null>(null);
  const go = async () => {
    setBusy(true);
    setFault(null);
    try {
      const { location } = await ask(client.api['single-sign-on'].$post({ json: { purpose } }));
      window.location.assign(location);
    } catch (error) {
      setFault(error as Error);
      setBusy(false);
    }
  };
  return (
    <div className="single-sign-on">
      {fault !== null && <Fault error={fault} />}
      <Button aria-disabled={busy} onClick={() => !busy && void go()}>
        {purpose === 'link' ? say.linkSignOn : say.signOn}
      </Button>
      <p className="small">{purpose === 'link' ? say.linkSignOnHelp : say.signOnHelp}</p>
    </div>
  );
}
