import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer, Fault } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useSession } from '../../shell/session.ts';
import { accountWords } from '../../words/account.ts';
import { formatMoment } from '../data/moment.ts';
import { SingleSignOn } from '../sign-in/SingleSignOn.tsx';

const KEY = ['own-identities'];

/** The identities of the institution's sign-on that sign in to this account. */
export function Identities({ onDone }: { onDone: () => void }) {
  const say = useWords(accountWords);
  const { language } = useSettings().settings;
  const account = useSession().account?.account ?? '';
  const queries = useQueryClient();
  const linked = useQuery({ queryKey: KEY, queryFn: () => ask(client.api.identities.$get({ query: { account } })), retry: retryUnlessRefused });
  const ending = useMutation({
    mutationFn: (identity_id: string) => ask(client.api.identities[':identity_id'].$delete({ param: { identity_id } }, onceOnly())),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: KEY });
      onDone();
    },
  });
  return (
    <>
      {ending.error !== null && <Fault error={ending.error} />}
      <Answer query={linked}>
        {({ identities }) =>
          identities.length === 0 ? (
            <p>{say.noIdentity}</p>
          ) : (
            <ul className="account-list">
              {identities.map((one) => (
                <li key={one.identity_id}>
                  <span>
                    {one.subject} <span className="small">{one.issuer} · {say.linkedAt(formatMoment(one.linked_at, language))}</span>
                  </span>
                  <Button aria-label={say.unlinkOf(one.subject)} onClick={() => ending.mutate(one.identity_id)}>
                    {say.unlink}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      <SingleSignOn purpose="link" />
    </>
  );
}
