import { Answer } from '../../components/Answer/Answer.tsx';
import { useSession } from '../../shell/session.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { clearingWords } from '../../words/clearing.ts';
import type { Matter } from '../matters/queries.ts';
import './clearing.css';
import { OrderTable } from './OrderTable.tsx';
import { keptBy } from './parts.ts';
import { usePaymentOrder } from './queries.ts';

/** The payments that a matter is about, with the file for the bank once they were checked; for those whose order it is. */
export function OrderOfMatter({ matter }: { matter: Matter }) {
  const { roles } = useSession();
  return keptBy(roles, 'orders').includes(matter.subject) ? <OwnOrder key={matter.version} matter_id={matter.matter_id} /> : null;
}

function OwnOrder({ matter_id }: { matter_id: string }) {
  const say = useWords(clearingWords);
  return (
    <section aria-labelledby="matter-order">
      <h2 id="matter-order">{say.ordersTitle}</h2>
      <Answer query={usePaymentOrder(matter_id)}>
        {(order) => (
          <>
            <OrderTable order={order} />
            {order.may_download && (
              <div className="button-row no-print">
                <a className="button button-secondary" href={`/api/payment-orders/${matter_id}/payments.xlsx`} download>{say.paymentFile}</a>
                <a className="button button-secondary" href={`/api/payment-orders/${matter_id}/payments.csv`} download>{say.paymentCsv}</a>
              </div>
            )}
          </>
        )}
      </Answer>
    </section>
  );
}
