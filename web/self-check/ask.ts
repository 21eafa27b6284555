import type { DeviceReport, KeptSelfCheck, OpenedSelfCheck, PasswordVerdict } from '../../core/api/self-check.ts';
import { ask } from '../link-page/ask.ts';

/** @throws {AskError} */
export const openLink = (token: string): Promise<OpenedSelfCheck> => ask('/self-check/open', { token });
/** @throws {AskError} */
export const sendPassword = (verdict: PasswordVerdict): Promise<KeptSelfCheck> => ask('/self-check/password', verdict);
/** @throws {AskError} */
export const sendDevice = (report: DeviceReport): Promise<KeptSelfCheck> => ask('/self-check/device', report);
