import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './environment.ts';
import type { HandlerOf } from './handler-of.ts';
import type { moneyRoutes } from './money-routes.ts';
import { routes } from './routes.ts';

/** Bills, receipts, orders to pay and the books. */
export function addMoney(handlers: { readonly [K in keyof typeof moneyRoutes]: HandlerOf<K> }, guarded: OpenAPIHono<ApiEnv>) {
  return guarded
    .openapi(routes.readBills, handlers.readBills)
    .openapi(routes.enterFeeRate, handlers.enterFeeRate);
}
