/** What a sender of the sandbox has on its way or waiting for another try; ends with it. */
export function pendingWork() {
  const timers = new Set<NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();

  return {
    track(work: Promise<void>): Promise<void> {
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
      return work;
    },

    wait(ms: number): Promise<void> {
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          timers.delete(timer);
          resolve();
        }, ms);
        timers.add(timer);
      });
    },

    /** Comes back when nothing is on its way or waiting. */
    async settled(): Promise<void> {
      while (underWay.size > 0) await Promise.all(underWay);
    },

    /** What waits never comes. */
    close(): void {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
