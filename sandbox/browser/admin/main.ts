import { connectApp, reloadOnBuild } from './app-frame.ts';
import { appWindow, boot, byId } from './boot.ts';
import { control } from './control.ts';
import { setUpDrawer } from './drawer.ts';
import { markPlace } from './menu.ts';

/** Buttons that the server wrote into a page of the admin. */
const ACTS: Readonly<Record<string, (defect: string) => Promise<unknown>>> = {
  mend: control.mend,
  plant: control.plant,
  install: control.install,
};

document.addEventListener('click', (event) => {
  const pressed = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-act]') : null;
  const act = ACTS[pressed?.dataset['act'] ?? ''];
  if (!pressed || !act) return;
  pressed.disabled = true;
  void act(pressed.dataset['defect'] ?? '').finally(() => location.reload());
});

/** Who looks, and in which language, is kept in a cookie and holds from the next page on. */
function keepChoice(selectId: string, cookie: string): void {
  const list = byId<HTMLSelectElement>(selectId);
  list.addEventListener('change', () => {
    document.cookie = `${cookie}=${encodeURIComponent(list.value)}; path=/; SameSite=Lax; max-age=31536000`;
    location.reload();
  });
}

keepChoice('person', `sandbox-person-${boot.handle}`);
keepChoice('locale', 'sandbox-locale');

const navToggle = byId('nav-toggle');
navToggle.addEventListener('click', () => {
  const isOpen = byId('side').classList.toggle('side-open');
  navToggle.setAttribute('aria-expanded', String(isOpen));
});

setUpDrawer();
const app = appWindow();
if (app) {
  connectApp(app);
  markPlace(boot.appPath ?? '/');
  reloadOnBuild();
}
