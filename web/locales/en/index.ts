import alerts from './alerts.json' with { type: 'json' };
import checks from './checks.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import home from './home.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };

export const NAMESPACES = ['common', 'home', 'alerts', 'checks', 'settings'] as const;

export const EN = { common, home, alerts, checks, settings };
