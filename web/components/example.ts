import type { ReactNode } from 'react';

/** What a component looks like in each of its states: drives the gallery, and with it the accessibility check. */
export interface Examples {
  readonly component: string;
  readonly items: readonly { readonly name: string; readonly render: () => ReactNode }[];
}
