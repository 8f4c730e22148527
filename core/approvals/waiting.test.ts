import { describe, expect, test } from 'vitest';
import { MATTERS } from './matters.ts';
import { collectionReturn } from './matters/collection-return.ts';
import { parameterChange } from './matters/parameter-change.ts';
import { pilotAdmission } from './matters/pilot-admission.ts';
import { timedStates, waitingIn } from './waiting.ts';

describe('whom a matter waits for', () => {
  test('those who are to answer, not whoever may only take back what they asked for', () => {
    expect(waitingIn(pilotAdmission, 'submitted')).toMatchObject({ id: 'pilot_admission_submitted', by: ['county_bureau', 'city_bureau'], clause: 'S1-a', workdays: 10 });
    expect(waitingIn(parameterChange, 'proposed')).toMatchObject({ by: ['office', 'city_bureau'], clause: 'X-1' });
  });

  test('where nobody has to answer another, whoever may go on; at its end nobody', () => {
    expect(waitingIn(collectionReturn, 'asked')).toMatchObject({ by: ['school_registrar', 'school_head', 'campus_manager'], workdays: null });
    expect(waitingIn(pilotAdmission, 'admitted')).toBeNull();
    expect(waitingIn(pilotAdmission, 'no_such_state')).toBeNull();
  });

  test('every state with working days is open and waits for somebody', () => {
    const timed = MATTERS.flatMap((kind) => Object.values(kind.states).filter(({ workdays }) => workdays !== null));
    expect(MATTERS.flatMap(timedStates)).toHaveLength(timed.length);
    expect(timed.every(({ closed }) => !closed)).toBe(true);
  });
});
