import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { Answer, Fault } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { addressWords } from '../../words/outbox.ts';
import { NewAddress } from './NewAddress.tsx';

const KEY = ['contact-addresses'];
type Address = AnswerOf<Awaited<ReturnType<(typeof client.api)['contact-addresses']['$get']>>>['addresses'][number];

/** Where one gets messages: taken down and confirmed by a code, chosen among, ended. */
export function Addresses({ onDone }: { onDone: (what: string) => void }) {
  const say = useWords(addressWords);
  const queries = useQueryClient();
  const listed = useQuery({ queryKey: KEY, queryFn: () => ask(client.api['contact-addresses'].$get()), retry: retryUnlessRefused });
  const [adding, setAdding] = useState(false);
  const refresh = () => queries.invalidateQueries({ queryKey: KEY });
  const changing = useMutation({
    mutationFn: async ({ address: { address_id, language }, act }: { readonly address: Address; readonly act: 'use' | 'end' }) => {
      const one = client.api['contact-addresses'][':address_id'];
      if (act === 'use') await ask(one.choose.$post({ param: { address_id }, json: { language } }, onceOnly()));
      else await ask(one.$delete({ param: { address_id } }, onceOnly()));
      return act;
    },
    onSuccess: async (act) => {
      await refresh();
      onDone(act === 'use' ? say.used : say.ended);
    },
  });
  return (
    <Answer query={listed}>
      {({ addresses, channels }) => (
        <>
          {changing.error !== null && <Fault error={changing.error} />}
          {addresses.length === 0 && <p>{channels.length === 0 ? say.noChannels : say.none}</p>}
          {addresses.length > 0 && (
            <ul className="account-list">
              {addresses.map((address) => (
                <li key={address.address_id}>
                  <span>
                    <strong>{address.address}</strong>
                    <span className="small">
                      {' '}
                      {say[address.channel]} · {say[address.language]} · {address.chosen ? say.inUse : address.verified_at === null ? say.unconfirmed : say.ready}
                    </span>
                  </span>
                  <span className="button-row">
                    {!address.chosen && address.verified_at !== null && <Button aria-label={say.useOf(address.address)} onClick={() => changing.mutate({ address, act: 'use' })}>{say.use}</Button>}
                    <Button aria-label={say.endOf(address.address)} onClick={() => changing.mutate({ address, act: 'end' })}>{say.end}</Button>
                  </span>
                </li>
              ))}
            </ul>
          )}
          {channels.length > 0 && <div><Button onClick={() => setAdding(true)}>{say.add}</Button></div>}
          {adding && (
            <NewAddress
              channels={channels} onClose={() => { setAdding(false); void refresh(); }}
              onConfirmed={() => { setAdding(false); void refresh(); onDone(say.confirmed); }}
            />
          )}
        </>
      )}
    </Answer>
  );
}
