import type { Role } from '../../../core/access/roles.ts';
import { matterOfOrder, ORDER_KIND_NAMES, ORDER_KINDS, type OrderKind } from '../../../core/orders/order-kinds.ts';
import { academicYearOf, yearOf } from '../../../core/values/plain-date.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { useSession } from '../../shell/session.ts';
import { clearingWords } from '../../words/clearing.ts';
import { settlementWords } from '../../words/settlement.ts';
import { ClearingPage } from './ClearingPage.tsx';
import { OrderTable } from './OrderTable.tsx';
import { ProposeMatter } from '../matters/ProposeMatter.tsx';
import { useOrderProposal, type Order } from './queries.ts';

/** What an institution is to those who work for it. */
const PAYER_OF: Partial<Readonly<Record<Role, 'college' | 'school' | 'finance_bureau'>>> = { college_finance: 'college', college_leadership: 'college', school_finance: 'school', school_head: 'school', finance_bureau: 'finance_bureau' };

/** What an institution has to pay on, kind by kind, made into orders. */
export function OrdersPage() {
  return <ClearingPage part="orders">{(payer_id) => <Orders payer_id={payer_id} />}</ClearingPage>;
}

function Orders({ payer_id }: { payer_id: string }) {
  const [say, of] = [useWords(clearingWords), useWords(settlementWords)];
  const { language } = useSettings().settings;
  const { on } = useAsked();
  const { roles } = useSession();
  const payer = roles.flatMap(({ role, org_id }) => (org_id === payer_id ? PAYER_OF[role] ?? [] : []))[0];
  const kinds = ORDER_KIND_NAMES.filter((kind) => ORDER_KINDS[kind].payer === payer);
  const [asked, setKind] = useInAddress('kind');
  const [year, setYear] = useInAddress('year');
  const kind: OrderKind = kinds.find((one) => one === asked) ?? kinds[0] ?? 'grant';
  const current = ORDER_KINDS[kind].year === 'fiscal' ? yearOf(on) : academicYearOf(on);
  const chosen = [current, current - 1].find((one) => String(one) === year) ?? current;
  return (
    <>
      <div className="settlement-controls no-print">
        <SelectField id="order-kind" label={say.orderKind} value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: ORDER_KINDS[value].label[language] }))} />
        <SelectField
          id="order-year" label={ORDER_KINDS[kind].year === 'fiscal' ? of.fiscalYear : of.academicYear} value={String(chosen)} onChange={setYear}
          options={[current, current - 1].map((one) => ({ value: String(one), label: ORDER_KINDS[kind].year === 'fiscal' ? of.fiscalOf(one) : of.yearFrom(one, one + 1) }))}
        />
      </div>
      <Answer query={useOrderProposal(payer_id, kind, chosen)}>{(order) => <Proposed order={order} />}</Answer>
    </>
  );
}

function Proposed({ order }: { order: Order }) {
  const say = useWords(clearingWords);
  const { payer_id, kind, year, digest, lines, open_matter, may_propose } = order;
  return (
    <section aria-labelledby="order-lines">
      <h2 id="order-lines">{say.ordersTitle}</h2>
      {open_matter !== null && <Notice kind="info" title={say.orderOpen}><ScreenLink to={`/matters/${open_matter}`}>{say.toMatter}</ScreenLink></Notice>}
      <OrderTable order={order} />
      {may_propose && <ProposeMatter label={say.proposeOrder(lines.length)} opening={{ kind: matterOfOrder(kind), subject: payer_id, details: { year, list: digest } }} />}
    </section>
  );
}
