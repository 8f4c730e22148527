import type { ReactNode } from 'react';
import { useMay } from './session.ts';
import type { Permission } from './session.ts';

/** What is of no use to somebody is not there: its children stand on the page of whoever may do one of these things. */
export function May({ do: permissions, children }: { do: Permission | readonly Permission[]; children: ReactNode }) {
  const may = useMay();
  return may(...[permissions].flat()) ? children : null;
}
