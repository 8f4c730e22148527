import { useState } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { signInWords } from '../../words/sign-in.ts';

interface RecoveryCodesProps {
  readonly account: string;
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Codes for when the authenticator is lost: shown this once, to be printed or written down before going on. */
export function RecoveryCodes({ account, codes, onKept }: RecoveryCodesProps) {
  const say = useWords(signInWords);
  const [copied, setCopied] = useState<boolean | null>(null);
  const [kept, setKept] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      setCopied(true);
    } catch {
      // A page that does not come by https has no clipboard.
      setCopied(false);
    }
  };
  return (
    <section className="field-stack recovery" aria-labelledby="recovery-title">
      <h2 id="recovery-title">{say.recoveryTitle(account)}</h2>
      <p>{say.recoveryHelp}</p>
      <ol className="recovery-codes" aria-label={say.recoveryList}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="button-row">
        <Button onClick={() => window.print()}>{say.print}</Button>
        <Button onClick={() => void copy()}>{say.copy}</Button>
      </div>
      {copied !== null && <Notice kind={copied ? 'done' : 'warning'} title={copied ? say.copied : say.notCopied} announce />}
      <div className="no-print">
        <CheckboxField label={say.kept} checked={kept} onChange={setKept} />
      </div>
      <Button kind="primary" disabled={!kept} onClick={onKept}>
        {say.goOn}
      </Button>
    </section>
  );
}
