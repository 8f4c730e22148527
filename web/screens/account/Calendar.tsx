import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer, Fault } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { calendarWords } from '../../words/calendar.ts';
import { formatMoment } from '../data/moment.ts';

const KEY = ['own-calendar'];

/** One's duties in a calendar program: a secret address, shown once, ended here. */
export function Calendar({ onEnded }: { onEnded: (what: string) => void }) {
  const say = useWords(calendarWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const known = useQuery({ queryKey: KEY, queryFn: () => ask(client.api['my-calendar'].$get()), retry: retryUnlessRefused });
  const again = () => queries.invalidateQueries({ queryKey: KEY });
  const making = useMutation({ mutationFn: () => ask(client.api['my-calendar'].$post({}, onceOnly())), onSuccess: again });
  const ending = useMutation({
    mutationFn: () => ask(client.api['my-calendar'].$delete({}, onceOnly())),
    onSuccess: async () => {
      making.reset();
      await again();
      onEnded(say.ended);
    },
  });
  const fault = making.error ?? ending.error;
  return (
    <>
      {fault !== null && <Fault error={fault} />}
      {making.data !== undefined && <TextField id="calendar-address" label={say.address} help={say.addressHelp} value={making.data.address} onChange={() => undefined} readOnly />}
      <Answer query={known}>
        {({ feed }) => (
          <>
            <p>{feed === null ? say.none : feed.last_used_at === null ? say.made(formatMoment(feed.made_at, language)) : say.used(formatMoment(feed.last_used_at, language))}</p>
            <div className="button-row">
              <Button disabled={making.isPending} onClick={() => making.mutate()}>{feed === null ? say.make : say.renew}</Button>
              {feed !== null && <Button disabled={ending.isPending} onClick={() => ending.mutate()}>{say.end}</Button>}
            </div>
          </>
        )}
      </Answer>
    </>
  );
}
