import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { holdsMask } from '../../../../core/values/mask.ts';
import { kindOf } from '../../../../core/access/kinds.ts';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import type { Column } from '../../../../core/exchange/column.ts';
import { ask, client } from '../../../client.ts';
import { Button } from '../../../components/Button/Button.tsx';
import { TextField } from '../../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { useMay } from '../../../shell/session.ts';
import { componentWords } from '../../../words/components.ts';
import { personalDataWords } from '../../../words/personal-data.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { purposeProblem } from './purpose.ts';
import { useCountdown } from './useCountdown.ts';

const SHOWN_SECONDS = 60;

interface RevealValueProps {
  readonly sheet: SheetName;
  readonly record_id: string;
  readonly name: string;
  readonly column: Column;
  /** What the cell shows: the mask. */
  readonly text: string;
}

/** A cell that shows a part; who may, sees all of it for a minute, with a purpose that is written down. */
export function RevealValue({ sheet, record_id, name, column, text }: RevealValueProps) {
  const say = useWords(personalDataWords);
  const { language } = useSettings().settings;
  const may = useMay();
  const [state, setState] = useState<{ readonly at: 'masked' | 'asking' } | { readonly at: 'shown'; readonly value: string }>({ at: 'masked' });
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  const hide = useCallback(() => {
    back.current = true;
    setState({ at: 'masked' });
  }, []);
  // The button that had the focus is there again, and gets it back.
  useEffect(() => {
    if (state.at === 'masked' && back.current) button.current?.focus();
    back.current = false;
  }, [state.at]);
  if (state.at === 'shown') return <Shown value={state.value} onHide={hide} />;
  const label = column.label[language];
  return (
    <>
      {text}{' '}
      {state.at === 'masked' && holdsMask(text) && may(`${kindOf(sheet)}.reveal`) && (
        <Button ref={button} className="reveal-button" aria-label={say.showOf(label)} onClick={() => setState({ at: 'asking' })}>{say.show}</Button>
      )}
      {state.at === 'asking' && <AskPurpose sheet={sheet} record_id={record_id} column={name} onCancel={hide} onValue={(value) => setState({ at: 'shown', value })} />}
    </>
  );
}

function Shown({ value, onHide }: { value: string; onHide: () => void }) {
  const say = useWords(personalDataWords);
  const left = useCountdown(SHOWN_SECONDS, onHide);
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <span className="revealed">
      <span className="revealed-value" tabIndex={-1} ref={box}>{value === '' ? say.empty : value}</span>
      <Button className="reveal-button" onClick={onHide}>{say.hide}</Button>
      <span className="small">{say.left(left)}</span>
    </span>
  );
}

interface AskPurposeProps {
  readonly sheet: SheetName;
  readonly record_id: string;
  readonly column: string;
  readonly onCancel: () => void;
  readonly onValue: (value: string) => void;
}

function AskPurpose({ sheet, record_id, column, onCancel, onValue }: AskPurposeProps) {
  const say = useWords(personalDataWords);
  const { cancel } = useWords(componentWords);
  const [purpose, setPurpose] = useState('');
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const id = `reveal-${column}`;
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const problem = purposeProblem(purpose, say);
    setWrong(problem);
    setFault(null);
    if (problem !== undefined) {
      document.getElementById(id)?.focus();
      return;
    }
    setBusy(true);
    try {
      const { value } = await ask(client.api['personal-data'].reveal.$post({ json: { sheet, record_id, column, purpose: purpose.trim() } }));
      onValue(value ?? '');
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <form className="reveal-form" noValidate onSubmit={(event) => void submit(event)}>
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <TextField id={id} label={say.purpose} help={say.purposeHelp} value={purpose} onChange={setPurpose} error={wrong} autoComplete="off" />
      <div className="button-row">
        <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.working : say.act}</Button>
        <Button onClick={onCancel}>{cancel}</Button>
      </div>
    </form>
  );
}
