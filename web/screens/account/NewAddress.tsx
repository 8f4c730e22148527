import { useState } from 'react';
import type { PersonalChannel } from '../../../core/messages/address.ts';
import type { Language } from '../../../core/values/bilingual.ts';
import { client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { addressWords } from '../../words/outbox.ts';
import { SampleCode } from './SampleCode.tsx';
import { TriedForm } from '../sign-in/TriedForm.tsx';
import { useAttempt } from '../sign-in/useAttempt.ts';

interface NewAddressProps {
  readonly channels: readonly PersonalChannel[];
  readonly onClose: () => void;
  readonly onConfirmed: () => void;
}

/** An address, and then the code that was sent there. */
export function NewAddress({ channels, onClose, onConfirmed }: NewAddressProps) {
  const say = useWords(addressWords);
  const [sent, setSent] = useState<{ readonly address_id: string; readonly address: string } | null>(null);
  return (
    <Dialog title={sent === null ? say.add : say.codeTitle} open onClose={onClose} place="side">
      {sent === null ? <AddressForm channels={channels} onSent={setSent} onCancel={onClose} /> : <CodeForm {...sent} onConfirmed={onConfirmed} onCancel={onClose} />}
    </Dialog>
  );
}

function AddressForm({ channels, onSent, onCancel }: { channels: readonly PersonalChannel[]; onSent: (sent: { address_id: string; address: string }) => void; onCancel: () => void }) {
  const say = useWords(addressWords);
  const { settings } = useSettings();
  const [channel, setChannel] = useState<PersonalChannel>(channels[0] ?? 'email');
  const [address, setAddress] = useState('');
  const [language, setLanguage] = useState<Language>(settings.language);
  const tried = useAttempt('contact-address');
  const submit = async () => {
    const problems = address.trim() === '' ? [{ field: 'contact-address', message: say.giveAddress }] : [];
    tried.setProblems(problems);
    if (problems.length > 0) return;
    const answer = await tried.run(() => client.api['contact-addresses'].$post({ json: { channel, address: address.trim(), language } }, onceOnly()));
    if (answer !== null) onSent({ address_id: answer.address_id, address: address.trim() });
  };
  return (
    <TriedForm tried={tried} act={say.sendCode} acting={say.sending} onSubmit={() => void submit()} others={<Button onClick={onCancel}>{say.cancel}</Button>}>
      {channels.length > 1 && (
        <SelectField label={say.channel} value={channel} options={channels.map((value) => ({ value, label: say[value] }))} onChange={(value) => setChannel(value as PersonalChannel)} />
      )}
      <TextField
        id="contact-address" label={say[channel]} help={say.addressHelp} inputMode={channel === 'email' ? 'email' : 'tel'} autoComplete={channel === 'email' ? 'email' : 'tel'}
        value={address} onChange={setAddress} {...tried.errorOf('contact-address')}
      />
      <SelectField label={say.language} value={language} options={(['zh', 'en'] as const).map((value) => ({ value, label: say[value] }))} onChange={(value) => setLanguage(value as Language)} />
    </TriedForm>
  );
}

function CodeForm({ address_id, address, onConfirmed, onCancel }: { address_id: string; address: string; onConfirmed: () => void; onCancel: () => void }) {
  const say = useWords(addressWords);
  const [code, setCode] = useState('');
  const tried = useAttempt('contact-code');
  const submit = async () => {
    const problems = /^\s*\d{6}\s*$/.test(code) ? [] : [{ field: 'contact-code', message: say.giveCode }];
    tried.setProblems(problems);
    if (problems.length > 0) return;
    const answer = await tried.run(() => client.api['contact-addresses'][':address_id'].verify.$post({ param: { address_id }, json: { code } }));
    if (answer !== null) onConfirmed();
  };
  return (
    <TriedForm tried={tried} act={say.confirm} acting={say.confirming} onSubmit={() => void submit()} others={<Button onClick={onCancel}>{say.cancel}</Button>}>
      <p>{say.codeSent(address)}</p>
      <SampleCode asked={address_id} />
      <TextField id="contact-code" label={say.code} inputMode="numeric" autoComplete="one-time-code" value={code} onChange={setCode} {...tried.errorOf('contact-code')} />
    </TriedForm>
  );
}
