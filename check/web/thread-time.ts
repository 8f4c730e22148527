import type { Page } from 'playwright-core';

/** What a thread beside the page took, the longest that the page itself stood still meanwhile, and what the thread answered. */
export interface ThreadTime {
  readonly ms: number;
  readonly longest: number;
  readonly answer: unknown;
}

/** The page's own program: a Worker that says when it was asked and when it answered, beside what the browser calls long tasks. */
const WATCHING = `
  const stood = [];
  globalThis.threads = [];
  new PerformanceObserver((list) => { for (const { startTime, duration } of list.getEntries()) stood.push({ from: startTime, ms: duration }); }).observe({ type: 'longtask', buffered: true });
  globalThis.Worker = class extends globalThis.Worker {
    constructor(url, options) {
      super(url, options);
      let begun = performance.now();
      const post = this.postMessage.bind(this);
      this.postMessage = (message) => { begun = performance.now(); post(message); };
      this.addEventListener('message', ({ data }) => {
        const ended = performance.now();
        const meanwhile = stood.filter(({ from, ms }) => from < ended && from + ms > begun).map(({ ms }) => ms);
        globalThis.threads.push({ ms: ended - begun, longest: Math.max(0, ...meanwhile), answer: data });
      });
    }
  };`;

/** From the next page on, threads that answer are watched. */
export async function watchThreads(page: Page): Promise<void> {
  await page.addInitScript({ content: WATCHING });
}

export function threadsOf(page: Page): Promise<ThreadTime[]> {
  return page.evaluate<ThreadTime[]>('globalThis.threads');
}
