interface Upload {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly file: File;
}

/** The browser's older way of asking, as far as uploads use it. Each sends half, tells so, then ends as it is told. */
export function fakeUploads(end: { status: number; problem?: unknown } | 'offline' = { status: 204 }) {
  const uploads: Upload[] = [];
  class FakeRequest extends EventTarget {
    readonly upload = new EventTarget();
    status = 0;
    responseText = '';
    private address = '';
    private readonly headers: Record<string, string> = {};

    open(method: string, address: string) {
      this.address = `${method} ${address}`;
    }

    setRequestHeader(name: string, value: string) {
      this.headers[name] = value;
    }

    getResponseHeader(name: string) {
      return name === 'Content-Type' && this.responseText !== '' ? 'application/problem+json' : null;
    }

    send(file: File) {
      uploads.push({ address: this.address, headers: this.headers, file });
      this.upload.dispatchEvent(new ProgressEvent('progress', { loaded: file.size / 2, total: file.size }));
      queueMicrotask(() => {
        if (end === 'offline') return void this.dispatchEvent(new Event('error'));
        this.status = end.status;
        this.responseText = end.problem === undefined ? '' : JSON.stringify(end.problem);
        return void this.dispatchEvent(new Event('load'));
      });
    }
  }
  Object.assign(globalThis, { XMLHttpRequest: FakeRequest });
  return uploads;
}
