/** How many students of a programme need a post in a term. */
export interface Need {
  readonly programme_id: string;
  readonly heads: number;
}

export interface Offer {
  readonly seats: number;
  readonly programmes: readonly string[];
}

export interface Matched extends Need {
  /** Seats that this programme alone may fill, and those that others may fill as well. */
  readonly own_seats: number;
  readonly shared_seats: number;
  /** How many find a seat when seats that several programmes may fill are dealt out as well as can be. */
  readonly placed: number;
  /** S2-g: how many find none. */
  readonly shortage: number;
}

/** S2-g: posts offered against the need of one term. A seat open to several programmes counts once: the least that any dealing leaves without a post. */
export function matchPosts(needs: readonly Need[], offers: readonly Offer[]): Matched[] {
  const left = offers.map(({ seats }) => seats);
  const given = needs.map(() => offers.map(() => 0));
  for (const [at, { heads }] of needs.entries()) {
    for (let more = heads; more > 0;) {
      const moved = augment(needs, offers, { left, given, at, most: more, seen: new Set() });
      if (moved === 0) break;
      more -= moved;
    }
  }
  return needs.map(({ programme_id, heads }, at) => {
    const open = offers.filter(({ programmes }) => programmes.includes(programme_id));
    const seatsOf = (shared: boolean): number => open.filter(({ programmes }) => (programmes.length > 1) === shared).reduce((sum, { seats }) => sum + seats, 0);
    const placed = (given[at] ?? []).reduce((sum, many) => sum + many, 0);
    return { programme_id, heads, own_seats: seatsOf(false), shared_seats: seatsOf(true), placed, shortage: heads - placed };
  });
}

interface Search {
  readonly left: number[];
  readonly given: number[][];
  readonly at: number;
  readonly most: number;
  readonly seen: Set<number>;
}

/** Gives a programme seats, if need be by moving others to seats that they may fill as well; answers how many. */
function augment(needs: readonly Need[], offers: readonly Offer[], { left, given, at, most, seen }: Search): number {
  const programme_id = needs[at]?.programme_id ?? '';
  for (const [offer, { programmes }] of offers.entries()) {
    if (!programmes.includes(programme_id) || seen.has(offer)) continue;
    seen.add(offer);
    const free = freed(needs, offers, { left, given, at: offer, most, seen });
    if (free === 0) continue;
    left[offer] = (left[offer] ?? 0) - free;
    const row = given[at] ?? [];
    row[offer] = (row[offer] ?? 0) + free;
    return free;
  }
  return 0;
}

/** Seats of an offer that are free, or become so when somebody on them finds another. */
function freed(needs: readonly Need[], offers: readonly Offer[], { left, given, at: offer, most, seen }: Search): number {
  if ((left[offer] ?? 0) > 0) return Math.min(most, left[offer] ?? 0);
  for (const other of needs.keys()) {
    const held = given[other]?.[offer] ?? 0;
    if (held === 0) continue;
    const moved = augment(needs, offers, { left, given, at: other, most: Math.min(most, held), seen });
    if (moved === 0) continue;
    const row = given[other] ?? [];
    row[offer] = (row[offer] ?? 0) - moved;
    left[offer] = (left[offer] ?? 0) + moved;
    return moved;
  }
  return 0;
}
