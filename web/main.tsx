import '@shopify/polaris/build/esm/styles.css';
import './style.css';
import { createRoot } from 'react-dom/client';
import { adminLocale } from './admin/app-bridge.ts';
import { homeQuery } from './api/home.ts';
import { createQueryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import { createTexts, firstLanguage } from './i18n/start.ts';

const RETRIES = 2;

const queries = createQueryClient({ retries: RETRIES });
// The answer is on its way while React still starts.
void queries.prefetchQuery(homeQuery);

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no place for the app');
const texts = await createTexts(firstLanguage(adminLocale()));
createRoot(place).render(<App queries={queries} texts={texts} />);
