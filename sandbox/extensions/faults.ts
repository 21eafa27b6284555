/** How what an extension leans on goes wrong, for all of them at once. */
export const EXTENSION_FAULTS = ['none', 'token-missing', 'app-down', 'slow', 'broken-json', 'denied'] as const;
export type ExtensionFault = (typeof EXTENSION_FAULTS)[number];

/** The switch; off when the sandbox starts. */
export interface ExtensionFaultSwitch {
  kind: ExtensionFault;
}
