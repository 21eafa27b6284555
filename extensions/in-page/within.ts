/** An answer within the time, or an error: a request that hangs is given up. */
export async function within(timeoutMs: number, url: string, init: RequestInit): Promise<Response> {
  const giveUp = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giveUp.abort();
      reject(new Error('No answer in time'));
    }, timeoutMs);
  });
  try {
    return await Promise.race([fetch(url, { ...init, signal: giveUp.signal }), late]);
  } finally {
    clearTimeout(timer);
  }
}
