import { coordinationEvents } from './coordination.ts';
import { journalEvents } from './journals.ts';
import { matterEvents } from './matters.ts';
import { moneyEvents } from './money.ts';
import { moneyRelayEvents } from './money-relay.ts';
import { regionEvents } from './region.ts';
import { schoolEvents } from './schools.ts';
import type { EventSource } from './source.ts';
import { studentEvents } from './students.ts';
import { supervisionEvents } from './supervision.ts';
import { teachingEvents } from './teaching.ts';

/** Where each duty begins and ends, by its id. */
export const EVENT_SOURCES: ReadonlyMap<string, EventSource> = new Map(
  [...studentEvents, ...schoolEvents, ...moneyEvents, ...moneyRelayEvents, ...regionEvents, ...teachingEvents, ...supervisionEvents, ...coordinationEvents, ...matterEvents, ...journalEvents].map((source) => [source.duty, source]));
