import type { RouteName } from '../../api/routes.ts';
import type { Role } from '../../core/access/roles.ts';

interface Asked {
  readonly as: Role;
  readonly path: string;
  readonly json?: object;
  readonly form?: () => FormData;
}
interface Reply {
  readonly body: Readonly<Record<string, unknown>>;
}

interface Trying {
  readonly send: (route: RouteName, asked: Asked) => Promise<Reply>;
  readonly twice: (route: RouteName, asked: Asked, other: Asked | null) => Promise<readonly [Reply, Reply]>;
}

/** Everything that changes the relay of money, each sent twice. */
export async function tryMoney({ twice }: Trying): Promise<void> {
  const rate = (amount_yuan: string): Asked => ({
    as: 'college_finance', path: '/api/fee-rates', json: { college_id: 'H1', academic_year: 2026, kind: 'tuition', programme_id: null, amount_yuan, approval: '批准文件', items: '' },
  });
  await twice('enterFeeRate', rate('6600'), rate('6000'));
}
