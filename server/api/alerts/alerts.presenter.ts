import type { AlertDetail, AlertGroups, AlertPage, ChangedAlerts } from '../../../core/api/alerts.ts';
import { ALERT_PAGE_SIZE } from '../../shop/alerts.ts';
import { AlertDetailAnswer, AlertGroupsAnswer, AlertPageAnswer, ChangedAlertsAnswer } from './alerts.schema.ts';

/** What leaves of alerts: the documented fields and no other. */
export const presentAlert = (alert: AlertDetail): AlertDetail => AlertDetailAnswer.parse(alert);

export const presentPage = (page: Omit<AlertPage, 'pageSize'>): AlertPage =>
  AlertPageAnswer.parse({ ...page, pageSize: ALERT_PAGE_SIZE });

export const presentGroups = (groups: Omit<AlertGroups, 'pageSize'>): AlertGroups =>
  AlertGroupsAnswer.parse({ ...groups, pageSize: ALERT_PAGE_SIZE });

export const presentChanged = (changed: ChangedAlerts): ChangedAlerts => ChangedAlertsAnswer.parse(changed);
