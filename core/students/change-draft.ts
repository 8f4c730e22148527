import type { Row } from '../exchange/sheets.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { ChangeAsk } from './change-ask.ts';
import type { ChangeName, Evidence } from './roll-changes.ts';

export const GROUNDS = ['illness', 'service', 'other'] as const satisfies readonly NonNullable<ChangeAsk['ground']>[];

/** A paper of a change, as a file that hangs at the student. */
export interface Paper {
  readonly paper: Evidence;
  readonly attachment_id: string;
}

/** A change as it is asked for. */
export interface ChangeDraft {
  readonly name: ChangeName;
  readonly on: PlainDate;
  readonly reason: string;
  readonly ground: (typeof GROUNDS)[number];
  readonly papers: readonly Paper[];
  /** The record of the roll that was looked at: whoever looked at another one is too late. */
  readonly row: string;
  /** Of a change of major or class: the new one. */
  readonly programme_id?: string | undefined;
  readonly class_id?: string | undefined;
}

/** What a change that moves between programmes or classes needs beside its papers. */
export const TAKES: Readonly<Partial<Record<ChangeName, 'programme_id' | 'class_id'>>> = { change_major: 'programme_id', change_class: 'class_id' };

/** The columns of the roll that a change may make others. */
export type Place = Pick<Row<'students'>, 'stage' | 'grade' | 'status' | 'programme_id' | 'campus_id' | 'class_id'>;
