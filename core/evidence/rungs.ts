/** How strong evidence is, strongest first. Each verdict shows the weakest rung that it stands on. */
export const RUNGS = ['platform', 'identity-provider', 'export', 'self-check', 'attested', 'stated'] as const;
export type Rung = (typeof RUNGS)[number];
