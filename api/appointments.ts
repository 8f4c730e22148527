import { appoint, endAppointment, listAppointments, listPlaces, type Appointment } from '../store/appointments.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { storeOf, type Deps } from './deps.ts';
import { isDone, once, type Change } from './once.ts';
import { appointmentView } from './people.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

/** Appointing, by the security administrator and never for oneself. */
export function appointmentHandlers(deps: Deps): Pick<Handlers, 'listPlaces' | 'addAppointment' | 'endAppointment'> {
  return {
    listPlaces: (c) => storeOf(deps, c).read(async (tx) => c.json(await listPlaces(tx), 200)),
    addAppointment: async (c) => {
      const { role, org_id, campuses, classes, staff_no, from, to } = c.req.valid('json');
      const person_id = idOf(c.req.valid('param').person_id);
      const wanted = { role, org_id: org_id ?? null, campuses, classes, staff_no: staff_no ?? null, from, to: to ?? null };
      const reply = await once(deps, c, { person_id, ...wanted }, async (tx) => {
        const made = await appoint(tx, person_id, wanted);
        return made.outcome === 'done' ? shown(tx, person_id, made.appointment_id) : made;
      });
      return isDone(reply) ? c.json(reply.value, 201) : refuse(c, reply.outcome);
    },
    endAppointment: async (c) => {
      const appointment_id = idOf(c.req.valid('param').appointment_id);
      const reply = await once(deps, c, {}, async (tx) => {
        const { outcome, person_id } = await endAppointment(tx, appointment_id);
        return outcome === 'done' ? shown(tx, person_id, appointment_id) : { outcome };
      });
      return isDone(reply) ? c.json(reply.value, 200) : refuse(c, reply.outcome);
    },
  };
}

async function shown(tx: Transaction, person_id: number, appointment_id: number): Promise<Change<ReturnType<typeof appointmentView>>> {
  const found = (await listAppointments(tx, [person_id])).find((one) => one.appointment_id === appointment_id);
  return { outcome: 'done', value: appointmentView(found as Appointment) };
}
