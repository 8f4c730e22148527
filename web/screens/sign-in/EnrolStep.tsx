import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { TextField } from '../../components/Field/TextField.tsx';
import { Steps } from '../../components/Steps/Steps.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import type { Session } from '../../shell/session.ts';
import { signInWords } from '../../words/sign-in.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { TriedForm } from './TriedForm.tsx';
import { useAttempt } from './useAttempt.ts';

type SetUp = AnswerOf<Awaited<ReturnType<typeof client.api.session.factor.enrol.$post>>>;

interface EnrolStepProps {
  /** The account that the recovery codes are headed with. */
  readonly account: string;
  /** Called when the recovery codes have been kept. */
  readonly onSession: (session: Session) => void;
  /** The recovery codes are on the page, and are not to be lost by closing it. */
  readonly onCodes?: () => void;
  /** A session that is in already gives its password again. */
  readonly asksPassword?: boolean;
  readonly others?: ReactNode;
}

/** Sets up the second factor: a secret for the authenticator, its first code, and what to keep for when the phone is lost. */
export function EnrolStep({ account, onSession, onCodes, asksPassword = false, others }: EnrolStepProps) {
  const say = useWords(signInWords);
  const [setUp, setSetUp] = useState<SetUp | null>(null);
  const [done, setDone] = useState<{ codes: readonly string[]; session: Session } | null>(null);
  const step = done !== null ? 2 : setUp !== null ? 1 : 0;
  return (
    <div className="enrol">
      <Steps label={say.enrolSteps} steps={[say.stepApp, say.stepScan, say.stepRecovery]} current={step} />
      <StepBody key={step} moved={step > 0}>
        {done !== null ? (
          <RecoveryCodes account={account} codes={done.codes} onKept={() => onSession(done.session)} />
        ) : setUp !== null ? (
          <Confirm
            setUp={setUp} others={others}
            onDone={(enrolled) => {
              setDone(enrolled);
              onCodes?.();
            }}
          />
        ) : (
          <Begin asksPassword={asksPassword} onSetUp={setSetUp} others={others} />
        )}
      </StepBody>
    </div>
  );
}

/** A step that one has gone on to takes the focus, so that it is read out. */
function StepBody({ moved, children }: { moved: boolean; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (moved) box.current?.focus();
  }, [moved]);
  return (
    <div ref={box} tabIndex={-1} className="enrol-step">
      {children}
    </div>
  );
}

interface BeginProps {
  readonly asksPassword: boolean;
  readonly onSetUp: (setUp: SetUp) => void;
  readonly others: ReactNode;
}

function Begin({ asksPassword, onSetUp, others }: BeginProps) {
  const say = useWords(signInWords);
  const [password, setPassword] = useState('');
  const tried = useAttempt('own-password', { wrong_password: say.ownPasswordWrong });
  const submit = async () => {
    if (asksPassword && password === '') return tried.setProblems([{ field: 'own-password', message: say.passwordMissing }]);
    const answer = await tried.run(() => client.api.session.factor.enrol.$post({ json: asksPassword ? { password } : {} }));
    if (answer !== null) onSetUp(answer);
  };
  return (
    <TriedForm tried={tried} act={say.beginEnrol} acting={say.working} onSubmit={() => void submit()} others={others}>
      <p>{say.appHelp}</p>
      {asksPassword && (
        <TextField
          id="own-password" label={say.ownPassword} help={say.ownPasswordHelp} type="password" autoComplete="current-password"
          value={password} onChange={setPassword} {...tried.errorOf('own-password')}
        />
      )}
    </TriedForm>
  );
}

interface ConfirmProps {
  readonly setUp: SetUp;
  readonly onDone: (done: { codes: readonly string[]; session: Session }) => void;
  readonly others: ReactNode;
}

const GROUP = /.{1,4}/g;

function Confirm({ setUp, onDone, others }: ConfirmProps) {
  const say = useWords(signInWords);
  const [code, setCode] = useState('');
  const tried = useAttempt('first-code');
  const submit = async () => {
    if (code.trim() === '') return tried.setProblems([{ field: 'first-code', message: say.codeMissing }]);
    const answer = await tried.run(() => client.api.session.factor.confirm.$post({ json: { code: code.trim() } }));
    if (answer !== null) onDone({ codes: answer.recovery_codes, session: answer.session });
  };
  return (
    <TriedForm tried={tried} act={say.confirm} acting={say.signingIn} onSubmit={() => void submit()} others={others}>
      <p>{say.scanHelp}</p>
      <div className="factor-secret">
        <img src={`data:image/svg+xml,${encodeURIComponent(setUp.qr_svg)}`} alt={say.qrAlt} />
        <div>
          <p>{say.typeInstead}</p>
          <p className="secret-text">{(setUp.secret.match(GROUP) ?? []).join(' ')}</p>
          <p className="small">{say.secretHelp}</p>
          <p><a href={setUp.uri}>{say.onThisPhone}</a></p>
        </div>
      </div>
      <TextField
        id="first-code" label={say.firstCode} help={say.firstCodeHelp} autoComplete="one-time-code" inputMode="numeric"
        value={code} onChange={setCode} {...tried.errorOf('first-code')}
      />
    </TriedForm>
  );
}
