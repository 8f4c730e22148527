import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

/** How many requests there were, by documented route: never by person, address or anything a request carried. */
export interface Metrics {
  /** Says that a request began; the answer is called once with its route and status when it has ended. */
  readonly began: () => (route: string, method: string, status: number) => void;
  /** In Prometheus' text format, with the gauges that the caller knows. */
  readonly text: (gauges: readonly Gauge[]) => string;
}

export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
  /** Default: gauge. */
  readonly type?: 'gauge' | 'counter';
}

/** Upper bounds in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;

interface Durations {
  /** One more than bounds: the last counts everything. */
  readonly buckets: number[];
  sum_s: number;
}

export function openMetrics(): Metrics {
  const counts = new Map<string, number>();
  const durations = new Map<string, Durations>();
  let inFlight = 0;
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const observe = (route: string, seconds: number): void => {
    const found = durations.get(route) ?? { buckets: Array.from({ length: BOUNDS.length + 1 }, () => 0), sum_s: 0 };
    durations.set(route, found);
    const at = BOUNDS.findIndex((bound) => seconds <= bound);
    const bucket = at < 0 ? BOUNDS.length : at;
    found.buckets[bucket] = (found.buckets[bucket] ?? 0) + 1;
    found.sum_s += seconds;
  };
  return {
    began: () => {
      const started = performance.now();
      inFlight += 1;
      return (route, method, status) => {
        inFlight -= 1;
        const key = labelsOf({ route, method: METHODS.has(method) ? method : 'other', status: String(status) });
        counts.set(key, (counts.get(key) ?? 0) + 1);
        observe(route, (performance.now() - started) / 1000);
      };
    },
    text: (gauges) => {
      const text = [
        ...headOf('guantong_requests_total', 'counter', 'Requests answered, by documented route, method and status'),
        ...[...counts].map(([labels, count]) => `guantong_requests_total${labels} ${count}`),
        ...headOf('guantong_request_seconds', 'histogram', 'Time until a request was answered, by documented route'),
        ...[...durations].flatMap(([route, one]) => histogramOf(route, one)),
        ...[{ name: 'guantong_requests_in_flight', help: 'Requests under way', value: inFlight }, ...ofTheProcess(delay), ...gauges].flatMap(gaugeLines),
      ].join('\n');
      delay.reset();
      return `${text}\n`;
    },
  };
}

function ofTheProcess(delay: ReturnType<typeof monitorEventLoopDelay>): Gauge[] {
  const { rss, heapUsed, external } = process.memoryUsage();
  const cpu = process.cpuUsage();
  const seconds = (nanoseconds: number): number => (Number.isFinite(nanoseconds) ? nanoseconds / NANOSECONDS : 0);
  return [
    { name: 'guantong_event_loop_delay_seconds', help: 'Delay of the event loop since the last reading', labels: { quantile: '0.5' }, value: seconds(delay.percentile(50)) },
    { name: 'guantong_event_loop_delay_seconds', help: '', labels: { quantile: '0.99' }, value: seconds(delay.percentile(99)) },
    { name: 'guantong_event_loop_delay_seconds', help: '', labels: { quantile: '1' }, value: seconds(delay.max) },
    { name: 'guantong_memory_bytes', help: 'Memory of the program', labels: { of: 'resident' }, value: rss },
    { name: 'guantong_memory_bytes', help: '', labels: { of: 'heap' }, value: heapUsed },
    { name: 'guantong_memory_bytes', help: '', labels: { of: 'external' }, value: external },
    { name: 'guantong_cpu_seconds_total', help: 'Time on processors', type: 'counter', value: (cpu.user + cpu.system) / MICROSECONDS },
    { name: 'guantong_uptime_seconds', help: 'Since the start of the program', value: process.uptime() },
  ];
}

const headOf = (name: string, type: string, help: string): string[] => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];

/** A gauge without help continues the one before it, which has its name. */
function gaugeLines({ name, help, value, labels = {}, type = 'gauge' }: Gauge): string[] {
  return [...(help === '' ? [] : headOf(name, type, help)), `${name}${labelsOf(labels)} ${value}`];
}

function histogramOf(route: string, { buckets, sum_s }: Durations): string[] {
  let below = 0;
  const lines = buckets.map((count, at) => {
    below += count;
    return `guantong_request_seconds_bucket${labelsOf({ route, le: at < BOUNDS.length ? String(BOUNDS[at]) : '+Inf' })} ${below}`;
  });
  return [...lines, `guantong_request_seconds_sum${labelsOf({ route })} ${sum_s}`, `guantong_request_seconds_count${labelsOf({ route })} ${below}`];
}

function labelsOf(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
