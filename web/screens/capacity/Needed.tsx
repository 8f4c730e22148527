import { Figure } from '../../components/Figure/Figure.tsx';
import type { CapacityAnswer, ClassNeedAnswer } from '../../provenance/answers.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { capacityWords } from '../../words/capacity.ts';
import { groupDigits } from '../../words/format.ts';
import { leverWords } from '../../words/what-if.ts';
import { YearTable } from '../forecast/YearTable.tsx';
import { amountText, nounOf, unitOf } from '../what-if/sentence.ts';
import { useCapacityOrigins } from './useCapacityOrigins.ts';

type Item = ClassNeedAnswer['items'][number];

/** The least change: one sentence, then each item with the standard that decides it. */
export function Needed({ need, capacity }: { readonly need: ClassNeedAnswer; readonly capacity: CapacityAnswer }) {
  const say = useWords(capacityWords);
  const nouns = useWords(leverWords) as Readonly<Record<string, string>>;
  const { language } = useSettings().settings;
  const origins = useCapacityOrigins(capacity);
  const { name, year, classes, size, items, left, verdicts, students } = need;
  const noun = (item: Item): string => (item.amount.startsWith('-') ? say.settle(nounOf(nouns[item.item] ?? item.item)) : nounOf(nouns[item.item] ?? item.item));
  const amount = (item: Item, value: string): string => (item.codes.length > 0 ? item.codes.join(say.comma) : amountText(value.replace('-', ''), unitOf(item.item), language));
  const labelOf = (id: string): string => verdicts.find(({ standard }) => standard === id)?.label[language] ?? id;
  const said = items.map((item) => `${noun(item)} ${amount(item, item.amount)}`).join(say.comma);
  return (
    <>
      <p className="capacity-said" role="status">{items.length === 0 ? say.sentenceNone(name, year, classes, size) : say.sentence(name, year, classes, size, said)} {say.classHead(classes)}</p>
      {students !== null && <p className="small">{say.headsNote(groupDigits(String(students)), groupDigits(String(students + classes * size)))}</p>}
      {left.length > 0 && <p>{say.left(left.map(labelOf).join(say.comma))}</p>}
      <YearTable
        id="capacity-items" title={say.amount} head={[{ label: say.item }, { label: say.amount, number: true }, { label: say.anyway, number: true }, { label: say.because }]}
        rows={items.map((item) => {
          const verdict = verdicts.find(({ standard }) => standard === item.standards[0]);
          return [
            noun(item),
            verdict === undefined ? amount(item, item.amount) : <Figure key="amount" label={say.origin(`${name} ${noun(item)}`, year)} from={origins.need(need, verdict)}>{amount(item, item.amount)}</Figure>,
            Number(item.anyway) === 0 ? say.none : amount(item, item.anyway), <span key="because" className="capacity-because">{item.standards.map((id) => `${id} ${labelOf(id)}`).join(say.comma)}</span>,
          ];
        })}
      />
    </>
  );
}
