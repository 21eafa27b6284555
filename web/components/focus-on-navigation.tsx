import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';

/** After a change of page the keyboard and the screen reader start at its heading. Not on the first page. */
export function FocusOnNavigation() {
  const { pathname } = useLocation();
  const last = useRef(pathname);

  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    const heading = document.querySelector('h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [pathname]);

  return null;
}
