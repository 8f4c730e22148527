/**
 * How a message stands. `waiting`: for the day's digest; `gathered`: gone into it; `failed`: not taken, tried again
 * later; `dead`: not taken, tried no more.
 */
export const MESSAGE_STATES = ['waiting', 'gathered', 'queued', 'sending', 'sent', 'failed', 'dead'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];
