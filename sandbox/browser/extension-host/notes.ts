/** What went wrong in this page, for tests and for a person who looks: in red below the extension. */
export const faults: string[] = [];
/** Names of `s-*` elements that the sandbox, or this surface of Shopify, does not know. */
export const unknown: string[] = [];

export function noteFault(text: string): void {
  faults.push(text);
  show(text);
}

export function noteUnknown(name: string): void {
  unknown.push(name);
  show(`<${name}> is not known to the sandbox.`);
}

function show(text: string): void {
  const place = document.getElementById('host-notes');
  const line = document.createElement('p');
  line.textContent = text;
  place?.append(line);
  if (place) place.hidden = false;
}
