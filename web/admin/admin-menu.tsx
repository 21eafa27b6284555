import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';

/** The items under the app's name in the admin's side bar. Home has none: the name itself leads there. */
export const MENU = ['gst', 'security', 'people', 'vendors', 'storefront', 'alerts', 'settings'] as const;

/** Hands our menu to the admin, and follows its clicks without loading the page anew. */
export function AdminMenu() {
  const { t } = useTranslation();
  const navigate = useNavigate();

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
          {t(`menu.${item}`)}
        </a>
      ))}
    </s-app-nav>
  );
}
