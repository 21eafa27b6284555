import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { useHome } from '../api/home.ts';
import type { Home } from '../../core/api/home.ts';

/** The items under the app's name in the admin's side bar. Home has none: the name itself leads there. */
export const MENU = ['gst', 'security', 'people', 'vendors', 'storefront', 'alerts', 'settings'] as const;

/**
 * Hands our menu to the admin, and follows its clicks without loading the page anew. The admin's menu has no badges, so
 * the number of open alerts stands in the item's own words.
 */
export function AdminMenu() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = openAlerts(useHome().data);

  useEffect(() => {
    const follow = (event: Event) => {
      const address = event.target instanceof Element ? event.target.getAttribute('href') : null;
      if (address) void navigate(address);
    };
    document.addEventListener('shopify:navigate', follow);
    return () => document.removeEventListener('shopify:navigate', follow);
  }, [navigate]);

  return (
    <s-app-nav>
      <a href="/" rel="home">
        {t('menu.home')}
      </a>
      {MENU.map((item) => (
        <a key={item} href={`/${item}`}>
          {item === 'alerts' && open > 0 ? t('menu.alertsOpen', { count: open }) : t(`menu.${item}`)}
        </a>
      ))}
    </s-app-nav>
  );
}

/** As many as the list shows. While nothing is known, or what came is broken, there is no number. */
function openAlerts(home: Home | undefined): number {
  return Object.values(home?.openBySeverity ?? {}).reduce((sum, count) => sum + count, 0);
}
