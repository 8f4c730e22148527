import type pg from 'pg';

/** A message: everybody has one that failed for good, and whoever owes something what they were told of it. */
export interface WorldMessage {
  readonly message_id: string;
  readonly account: string;
  readonly dead: boolean;
}

export interface WorldMessages {
  /** The latest first, as they are listed. */
  readonly messages: readonly WorldMessage[];
  /** The counsellors' addresses for messages, by account. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** A message for everybody, and addresses for a few, past all rules. */
export async function leaveMessages(owner: pg.Client, region_id: number): Promise<WorldMessages> {
  await owner.query(
    `insert into messages (region_id, message_id, key, account, template, data, state, last_error, next_at, made_at, made_by)
     select region_id, gen_random_uuid(), 'made/' || account, account, 'grant_decided', '{"approved": true, "path": "/grants"}', 'dead', 'no_address', now(), now(), 'test'
     from accounts where region_id = $1`, [region_id]);
  const { rows: messages } = await owner.query<WorldMessage>(
    `select message_id, account, state = 'dead' as dead from messages where region_id = $1 order by made_at desc, message_id desc`, [region_id]);
  const { rows: addresses } = await owner.query<{ address_id: string; account: string }>(
    `insert into contact_addresses (region_id, address_id, account, channel, address, language, recorded_at, verified_at, chosen_at)
     select region_id, gen_random_uuid(), account, 'email', 'sealed:email:', 'zh', now(), now(), now() from accounts where region_id = $1 and account like 'counsellor.%' returning address_id, account`, [region_id]);
  return { messages, addresses: new Map(addresses.map(({ account, address_id }) => [account, address_id])) };
}
