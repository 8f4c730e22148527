import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { SESSION_KEY, useSession } from '../../shell/session.ts';
import { accountWords } from '../../words/account.ts';
import { formatMoment } from '../data/moment.ts';
import { EnrolStep } from '../sign-in/EnrolStep.tsx';
import '../sign-in/sign-in.css';

const OWN = ['own-account'];
const FEW = 3;

/** Whether a second factor is asked for, how many recovery codes are left, and the way to another authenticator. */
export function Factor({ onDone }: { onDone: () => void }) {
  const say = useWords(accountWords);
  const { language } = useSettings().settings;
  const session = useSession();
  const queries = useQueryClient();
  const own = useQuery({ queryKey: OWN, queryFn: () => ask(client.api.account.$get()), retry: retryUnlessRefused });
  const [open, setOpen] = useState(false);
  const [codes, setCodes] = useState(false);
  const close = () => {
    setOpen(false);
    setCodes(false);
    void queries.invalidateQueries({ queryKey: OWN });
  };
  return (
    <Answer query={own}>
      {({ factor_at, recovery_codes_left }) => (
        <div className="account-part">
          {factor_at === null ? (
            <p>
              {say.factorOff} {session.sample && say.factorSample}
            </p>
          ) : (
            <p>
              {say.factorOn(formatMoment(factor_at, language))} {say.codesLeft(recovery_codes_left)} {recovery_codes_left <= FEW && say.codesFew}
            </p>
          )}
          <Button onClick={() => setOpen(true)}>{factor_at === null ? say.setUpFactor : say.changeFactor}</Button>
          <Dialog title={factor_at === null ? say.setUpFactor : say.changeFactor} open={open} {...(!codes && { onClose: close })} place="side">
            <EnrolStep
              account={session.account?.account ?? ''} asksPassword onCodes={() => setCodes(true)}
              onSession={(next) => {
                queries.setQueryData(SESSION_KEY, next);
                void queries.invalidateQueries({ queryKey: ['own-sessions'] });
                close();
                onDone();
              }}
            />
          </Dialog>
        </div>
      )}
    </Answer>
  );
}
