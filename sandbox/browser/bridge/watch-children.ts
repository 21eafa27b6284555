/** Calls at once and after each change of an element's children, once for all changes of a moment. */
export function watchChildren(element: HTMLElement, changed: () => void): void {
  let isDue = false;
  const soon = (): void => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      if (element.isConnected) changed();
    });
  };
  new MutationObserver(soon).observe(element, {
    attributes: true,
    childList: true,
    characterData: true,
    subtree: true,
  });
  soon();
}
