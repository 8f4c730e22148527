import { useState } from 'react';
import type { FormEvent } from 'react';
import { Refusal } from '../../client.ts';
import { Button, ButtonLink } from '../../components/Button/Button.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import { SampleCode } from '../account/SampleCode.tsx';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useSigningDraft } from './signing-draft.ts';

interface CodeFormProps {
  /** What is signed, as a text: what was filled in for it is kept under this. */
  readonly about: string;
  /** Where it can be read; without it, above. */
  readonly readHelp?: string;
  /** Has a code sent; answers where to. */
  readonly onAsk: () => Promise<string>;
  readonly onSign: (code: string) => Promise<void>;
  readonly onSigned: () => Promise<void>;
}

const CODE = /^\d{6}$/;

/** Reads, has a code sent, signs with it. On a weak network the same request goes out again under the same key: it counts once. */
export function CodeForm({ about, readHelp, onAsk, onSign, onSigned }: CodeFormProps) {
  const say = useWords(agreementWords);
  const [draft, change, forget] = useSigningDraft(about);
  const [busy, setBusy] = useState<'code' | 'sign' | null>(null);
  const [asked, setAsked] = useState(0);
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [fault, setFault] = useState<{ readonly title: string; readonly error: unknown } | null>(null);
  const act = async (what: 'code' | 'sign', title: string, work: () => Promise<void>) => {
    setBusy(what);
    setFault(null);
    try {
      await work();
    } catch (error) {
      setFault({ title, error });
    }
    setBusy(null);
  };
  const send = () => act('code', say.notSent, async () => {
    change({ sent_to: await onAsk(), code: '' });
    setAsked((times) => times + 1);
  });
  const sign = (event: FormEvent) => {
    event.preventDefault();
    if (busy !== null) return;
    const lacks = !draft.read ? say.readFirst : CODE.test(draft.code.trim()) ? undefined : say.giveCode;
    setWrong(lacks);
    if (lacks !== undefined) return;
    void act('sign', say.notSigned, async () => {
      await onSign(draft.code.trim());
      forget();
      await onSigned();
    });
  };
  return (
    <form className="field-stack sign-form" noValidate onSubmit={sign}>
      {fault !== null && <SigningFault {...fault} />}
      <CheckboxField label={say.read} help={readHelp ?? say.readHelp} checked={draft.read} onChange={(read) => change({ read })} />
      {wrong === say.readFirst && <p className="field-error"><span aria-hidden="true">▲ </span>{wrong}</p>}
      {draft.sent_to !== '' && <p role="status">{say.sentTo(draft.sent_to)}</p>}
      <div className="button-row">
        <Button kind={draft.sent_to === '' ? 'primary' : 'secondary'} aria-disabled={busy !== null || !draft.read} onClick={() => (draft.read ? void send() : setWrong(say.readFirst))}>
          {busy === 'code' ? say.working : draft.sent_to === '' ? say.getCode : say.sendAgain}
        </Button>
      </div>
      {draft.sent_to !== '' && (
        <>
          <SampleCode asked={String(asked)} />
          <TextField id="signing-code" label={say.code} help={say.codeHelp} value={draft.code} onChange={(code) => change({ code })} inputMode="numeric" autoComplete="one-time-code" error={wrong === say.giveCode ? wrong : undefined} />
          <div className="button-row"><Button kind="primary" type="submit" aria-disabled={busy !== null}>{busy === 'sign' ? say.working : say.sign}</Button></div>
        </>
      )}
    </form>
  );
}

function SigningFault({ title, error }: { title: string; error: unknown }) {
  const say = useWords(agreementWords);
  const noAddress = error instanceof Refusal && error.problem.type.endsWith(':no_confirmed_address');
  return (
    <>
      <RefusalNotice title={title} error={error} {...(noAddress && { actions: <ButtonLink to="/account">{say.address}</ButtonLink> })} />
      {!(error instanceof Refusal) && <Notice kind="info" title={say.kept} />}
    </>
  );
}
