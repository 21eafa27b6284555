import type { ExtensionState, HostBoot } from './protocol.ts';
import { setUpActions } from './selection.ts';
import { showIn } from './slot.ts';

const { extensionHostBoot: boot } = globalThis as typeof globalThis & { readonly extensionHostBoot: HostBoot };

/** Shows, in each slot of the page, the extensions that serve its target; a slot may name one by its folder. */
function fillSlots(): void {
  const locale = document.documentElement.dataset['locale'] ?? document.documentElement.lang;
  for (const element of document.querySelectorAll<HTMLElement>('[data-extension-target]')) {
    const { extensionTarget: target = '', extensionFolder } = element.dataset;
    const state = JSON.parse(
      element.querySelector('script[type="application/json"]')?.textContent ?? '{}',
    ) as ExtensionState;
    for (const extension of boot.targets[target] ?? []) {
      if (extensionFolder !== undefined && extensionFolder !== extension.folder) continue;
      showIn({ element, target, extension, locale, state });
    }
  }
  setUpActions(boot, locale);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', fillSlots);
else fillSlots();
