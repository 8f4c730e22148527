/** A flow of money from one party to another. */
export interface Flow {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** In fen, above zero. */
  readonly fen: number;
}

export interface Node {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface Ribbon extends Flow {
  readonly path: string;
  readonly width: number;
  readonly middle: { readonly x: number; readonly y: number };
}

const GAP = 18;
const BAR = 14;
/** No ribbon is too thin to be seen. */
const THINNEST = 1.5;

/** Parties in columns, by how far money has come when it reaches them; ribbons as wide as what flows. */
export function layOut(flows: readonly Flow[], columnOf: (party: string) => number, { width, height }: { readonly width: number; readonly height: number }): { readonly nodes: readonly Node[]; readonly ribbons: readonly Ribbon[]; readonly bar: number } {
  const names = [...new Set(flows.flatMap(({ from, to }) => [from, to]))];
  const columns = Math.max(1, ...names.map(columnOf));
  const through = (name: string): number => Math.max(sum(flows.filter(({ from }) => from === name)), sum(flows.filter(({ to }) => to === name)));
  const perColumn = Array.from({ length: columns + 1 }, (_, at) => names.filter((name) => columnOf(name) === at));
  const tallest = Math.max(1, ...perColumn.map((own) => own.reduce((all, name) => all + through(name), 0)));
  const most = Math.max(1, ...perColumn.map((own) => own.length));
  const scale = Math.max(0, height - GAP * (most - 1)) / tallest;
  const nodes = new Map<string, Node>();
  for (const [at, own] of perColumn.entries()) {
    let y = 0;
    for (const name of own) {
      const tall = Math.max(THINNEST, through(name) * scale);
      nodes.set(name, { name, x: (width - BAR) * (at / columns), y, height: tall });
      y += tall + GAP;
    }
  }
  const out = new Map<string, number>();
  const into = new Map<string, number>();
  const ribbons = flows.flatMap((flow) => {
    const [from, to] = [nodes.get(flow.from), nodes.get(flow.to)];
    if (from === undefined || to === undefined) return [];
    const wide = Math.max(THINNEST, flow.fen * scale);
    const y0 = from.y + (out.get(flow.from) ?? 0) + wide / 2;
    const y1 = to.y + (into.get(flow.to) ?? 0) + wide / 2;
    out.set(flow.from, (out.get(flow.from) ?? 0) + wide);
    into.set(flow.to, (into.get(flow.to) ?? 0) + wide);
    const [x0, x1] = [from.x + BAR, to.x];
    const bend = (x0 + x1) / 2;
    return [{ ...flow, width: wide, path: `M${x0},${y0}C${bend},${y0} ${bend},${y1} ${x1},${y1}`, middle: { x: bend, y: (y0 + y1) / 2 } }];
  });
  return { nodes: [...nodes.values()], ribbons, bar: BAR };
}

const sum = (flows: readonly Flow[]): number => flows.reduce((all, { fen }) => all + fen, 0);
