import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer, Fault } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { accountWords } from '../../words/account.ts';
import { formatMoment } from '../data/moment.ts';
import { NewToken } from './NewToken.tsx';
import { permissionText } from './permission-text.ts';

const KEY = ['own-tokens'];

/** One's own tokens for programs: what each may do and until when; made and ended here. */
export function Tokens({ onEnded }: { onEnded: () => void }) {
  const say = useWords(accountWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const listed = useQuery({ queryKey: KEY, queryFn: () => ask(client.api.tokens.$get()), retry: retryUnlessRefused });
  const [making, setMaking] = useState(false);
  const ending = useMutation({
    mutationFn: (token_id: string) => ask(client.api.tokens[':token_id'].$delete({ param: { token_id } }, onceOnly())),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: KEY });
      onEnded();
    },
  });
  return (
    <>
      {ending.error !== null && <Fault error={ending.error} />}
      <Answer query={listed}>
        {({ tokens }) =>
          tokens.length === 0 ? (
            <p>{say.noTokens}</p>
          ) : (
            <ul className="account-list">
              {tokens.map((token) => (
                <li key={token.token_id}>
                  <span>
                    <strong>{token.label}</strong>
                    <span className="small">
                      {' '}
                      {token.scopes.map((scope) => permissionText(scope, say, language)).join(language === 'zh' ? '、' : ', ')}
                      <br />
                      {say.validUntil(formatMoment(token.expires_at, language))} ·{' '}
                      {token.last_used_at === null ? say.neverUsed : say.lastUsed(formatMoment(token.last_used_at, language))}
                    </span>
                  </span>
                  <Button aria-label={say.endToken(token.label)} onClick={() => ending.mutate(token.token_id)}>
                    {say.stop}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      <div>
        <Button onClick={() => setMaking(true)}>{say.newToken}</Button>
      </div>
      {making && (
        <NewToken
          onClose={() => {
            setMaking(false);
            void queries.invalidateQueries({ queryKey: KEY });
          }}
        />
      )}
    </>
  );
}
