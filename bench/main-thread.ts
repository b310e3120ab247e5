import type { CDPSession, Page } from '@playwright/test';

/** Parts of Chromium's trace events (https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU). */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** Processor time of the thread, microseconds: other processes do not add to it. */
  tdur?: number;
  args?: { data?: { message?: string; name?: string } };
}

/** Processor time of a page's main thread, milliseconds. */
export interface Cost {
  script: number;
  /** The longest stretch of script without a pause. */
  longest: number;
  layout: number;
}

/** Running scripts, for whatever reason they run: also when nothing but the answer to a message makes them. */
const SCRIPT = new Set([
  'EvaluateScript',
  'v8.compile',
  'v8.evaluateModule',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'EventDispatch',
  'HandlePostMessage',
]);
/**
 * Working out styles, places and which entries are near the window, whether a script asked for it or the
 * next frame did. Painting is left out: the page's own first paint falls into the same time.
 */
const LAYOUT = new Set([
  'UpdateLayoutTree',
  'Layout',
  'IntersectionObserverController::computeIntersections',
]);

const end = ({ ts, dur }: TraceEvent): number => ts + (dur ?? 0);

/** How long events of one thread took, milliseconds; one inside another of the same kind is not counted twice. */
function stretches(events: TraceEvent[], names: ReadonlySet<string>): number[] {
  const found: number[] = [];
  let until = -Infinity;
  for (const event of events.filter(({ name }) => names.has(name))) {
    if (event.ts < until) continue;
    found.push((event.tdur ?? event.dur ?? 0) / 1000);
    until = end(event);
  }
  return found;
}

const total = (events: TraceEvent[], names: ReadonlySet<string>): number =>
  stretches(events, names).reduce((sum, one) => sum + one, 0);

/** Layout that scripts forced: it is part of their time, and counted as layout instead. */
function forced(events: TraceEvent[]): number {
  const scripts = events.filter(({ name }) => SCRIPT.has(name));
  const inside = events.filter(
    (event) =>
      LAYOUT.has(event.name) &&
      scripts.some((script) => script.ts <= event.ts && end(event) <= end(script)),
  );
  return total(inside, LAYOUT);
}

/** The page's own time stamp (`console.timeStamp`): it tells which thread is the page's. */
function stampOf(events: TraceEvent[], marker: string): TraceEvent {
  const stamp = events.find(
    ({ name, args }) =>
      name === 'TimeStamp' && (args?.data?.message === marker || args?.data?.name === marker),
  );
  if (!stamp) throw new Error('The trace does not hold the page’s time stamp.');
  return stamp;
}

/** What the main thread did after the page's own time stamp. Fails when the stamp is not in the trace. */
export function costAfter(events: TraceEvent[], marker: string): Cost {
  const stamp = stampOf(events, marker);
  const after = events
    .filter(
      ({ ph, pid, tid, ts }) =>
        ph === 'X' && pid === stamp.pid && tid === stamp.tid && ts > stamp.ts,
    )
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  return {
    script: total(after, SCRIPT) - forced(after),
    longest: Math.max(0, ...stretches(after, SCRIPT)),
    layout: total(after, LAYOUT),
  };
}

async function stop(session: CDPSession, events: TraceEvent[]): Promise<TraceEvent[]> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  return events;
}

/** The longest task of a page's main thread in a trace with tasks, milliseconds of processor time. */
export function longestTask(events: TraceEvent[], marker: string): number {
  const { pid, tid } = stampOf(events, marker);
  return events
    .filter((one) => one.pid === pid && one.tid === tid && one.name.endsWith('RunTask'))
    .reduce((most, { tdur, dur }) => Math.max(most, (tdur ?? dur ?? 0) / 1000), 0);
}

const CATEGORIES = {
  /** What scripts and layout cost. */
  cost: ['devtools.timeline', 'v8', 'v8.execute', 'blink'],
  /** Whole tasks: little enough for a minute of them. */
  tasks: ['devtools.timeline', 'toplevel'],
};

/** Traces a page while `work` runs. */
export async function trace(
  page: Page,
  work: () => Promise<void>,
  what: keyof typeof CATEGORIES = 'cost',
): Promise<TraceEvent[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES[what] },
  });
  try {
    await work();
  } finally {
    await stop(session, events);
    await session.detach();
  }
  return events;
}
