import { amountOf } from '../facts/rules.ts';
import { dayAt } from '../journals/entry.ts';
import { countedStandard, entriesOf, type WorkFacts } from '../journals/judged.ts';
import { sharesOf } from '../journals/refusals.ts';
import { sharesOn } from '../journals/shares.ts';
import { WHOLE_PERCENT } from '../journals/field.ts';
import { compare, divide, exact, subtract, toFixed, ZERO, type Exact } from '../values/exact.ts';
import { academicYearOf, date } from '../values/plain-date.ts';

/** A party of a base: its agreed share and its share of the hours booked in the academic year; null where nothing was booked. */
export interface UseOfBase {
  readonly base_id: string;
  readonly owner_id: string;
  readonly agreed: Exact;
  readonly booked: Exact | null;
  readonly hours: number;
}

/** M4-c (B56): agreed shares beside booked hours, up to the day. Whoever books without a share has agreed to none. */
export function basesInUse(facts: WorkFacts): UseOfBase[] {
  const first = date(`${academicYearOf(facts.on)}-09-01`);
  const shares = sharesOf(facts.entries);
  const bookings = entriesOf(facts, 'base_bookings').filter((entry) => first <= String(dayAt(entry, 'on')) && String(dayAt(entry, 'on')) <= facts.on);
  const bases = [...new Set(shares.map(({ base_id }) => base_id))].sort();
  return bases.flatMap((base_id) => {
    const held = sharesOn(shares, base_id, facts.on);
    const booked = bookings.filter(({ values }) => values['base_id'] === base_id);
    const hoursOf = (owner: string): number => booked.filter(({ values }) => values['owner_id'] === owner).reduce((total, { values }) => total + Number(values['hours']), 0);
    const all = booked.reduce((total, { values }) => total + Number(values['hours']), 0);
    const owners = [...new Set([...held.map(({ owner_id }) => owner_id), ...booked.map(({ values }) => String(values['owner_id']))])].sort();
    return owners.map((owner_id) => ({
      base_id, owner_id, agreed: exact(held.filter((one) => one.owner_id === owner_id).reduce((total, one) => total + one.share_percent, 0), WHOLE_PERCENT),
      booked: all === 0 ? null : divide(exact(hoursOf(owner_id)), exact(all)), hours: hoursOf(owner_id),
    }));
  });
}

/** Whether the two differ by more than the tolerance, either way. */
export function isApart({ agreed, booked }: UseOfBase, tolerance: Exact): boolean {
  if (booked === null) return false;
  const difference = subtract(booked, agreed);
  return compare(compare(difference, ZERO) < 0 ? subtract(ZERO, difference) : difference, tolerance) > 0;
}

const percentText = (share: Exact): string => `${toFixed({ n: share.n * BigInt(WHOLE_PERCENT), d: share.d }, 1, 'down')}%`;

/** M4-c: how many parties use a base far from what was agreed. A notice. */
export const bookedHours = countedStandard({
  id: 'M4-c-hours', clause: 'M4-c', label: { zh: '协议份额与预约学时相符', en: 'Agreed shares and booked hours agree' }, parameter: 'base.max_apart', unit: 'party', missing: 'base_bookings', notice: true,
  count: (facts) => {
    const use = basesInUse(facts);
    if (use.every(({ booked }) => booked === null)) return null;
    const tolerance = amountOf(facts.parameters, 'base.booking_tolerance');
    return use.filter((one) => isApart(one, tolerance)).length;
  },
  behind: (facts) => ({
    label: { zh: '份额与学时（本学年）', en: 'Shares and hours of the academic year' },
    columns: [{ zh: '基地', en: 'Base' }, { zh: '单位', en: 'Party' }, { zh: '协议份额', en: 'Agreed' }, { zh: '学时', en: 'Hours' }, { zh: '学时占比', en: 'Booked' }],
    rows: basesInUse(facts).map(({ base_id, owner_id, agreed, booked, hours }) => [base_id, owner_id, percentText(agreed), String(hours), booked === null ? '' : percentText(booked)]),
  }),
});
