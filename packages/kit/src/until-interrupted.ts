const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does long work that tidies up when the person leaves: instead of ending the process, an interrupt aborts the
 * signal that the work is given. Returns what the work returns; throws what it throws.
 */
export async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort();
  for (const name of signals) process.on(name, interrupt);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of signals) process.off(name, interrupt);
  }
}
