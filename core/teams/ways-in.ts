import type { MatterKind } from '../approvals/matter-kind.ts';
import { jointHiring } from '../approvals/matters/joint-hiring.ts';
import { leaderAppointment } from '../approvals/matters/leader-appointment.ts';
import { teamSeat } from '../approvals/matters/team-seat.ts';
import type { TeamFunction } from './team.ts';

/** The way into a team by what somebody is to be in it: leaders are recommended and appointed, staff hired by both. */
export const WAY_IN: Readonly<Record<TeamFunction, MatterKind>> = { head: teamSeat, member: teamSeat, leader: leaderAppointment, staff: jointHiring };

/** Each of them once. */
export const WAYS_IN: readonly MatterKind[] = [...new Set(Object.values(WAY_IN))];
