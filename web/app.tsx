import { AppProvider } from '@shopify/polaris';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { BrowserRouter, Route, Routes } from 'react-router-dom';
import { AdminMenu } from './admin/admin-menu.tsx';
import { adminLocale } from './admin/app-bridge.ts';
import { AppLink } from './admin/app-link.tsx';
import { useHome } from './api/home.ts';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { FocusOnNavigation } from './components/focus-on-navigation.tsx';
import { NotHere } from './components/not-here.tsx';
import { PageSkeleton } from './components/page-skeleton.tsx';
import { ScanWatch } from './components/scan-watch.tsx';
import { usePolarisTexts } from './i18n/polaris-texts.ts';
import { languageOfAdmin, speak } from './i18n/start.ts';
import { HomePage } from './pages/home/home-page.tsx';

const AlertsPage = lazy(async () => ({ default: (await import('./pages/alerts/alerts-page.tsx')).AlertsPage }));
const AlertPage = lazy(async () => ({ default: (await import('./pages/alert/alert-page.tsx')).AlertPage }));
const AuditPage = lazy(async () => ({ default: (await import('./pages/audit/audit-page.tsx')).AuditPage }));
const ChecksPage = lazy(async () => ({ default: (await import('./pages/checks/checks-page.tsx')).ChecksPage }));
const GstPage = lazy(async () => ({ default: (await import('./pages/gst/gst-page.tsx')).GstPage }));
const GstVerifyPage = lazy(async () => ({
  default: (await import('./pages/gst-verify/gst-verify-page.tsx')).GstVerifyPage,
}));
const SecurityPage = lazy(async () => ({ default: (await import('./pages/security/security-page.tsx')).SecurityPage }));
const StepPage = lazy(async () => ({ default: (await import('./pages/security/step-page.tsx')).StepPage }));
const FrameworksPage = lazy(async () => ({
  default: (await import('./pages/frameworks/frameworks-page.tsx')).FrameworksPage,
}));
const EvidencePage = lazy(async () => ({ default: (await import('./pages/evidence/evidence-page.tsx')).EvidencePage }));
const NoticesPage = lazy(async () => ({ default: (await import('./pages/notices/notices-page.tsx')).NoticesPage }));
const ReportPage = lazy(async () => ({ default: (await import('./pages/report/report-page.tsx')).ReportPage }));
const OrderPage = lazy(async () => ({ default: (await import('./pages/order/order-page.tsx')).OrderPage }));
const ShopFrontPage = lazy(async () => ({
  default: (await import('./pages/shop-front/shop-front-page.tsx')).ShopFrontPage,
}));
const PeoplePage = lazy(async () => ({ default: (await import('./pages/people/people-page.tsx')).PeoplePage }));
const PersonPage = lazy(async () => ({ default: (await import('./pages/people/person-page.tsx')).PersonPage }));
const PeopleImportPage = lazy(async () => ({
  default: (await import('./pages/people/people-import-page.tsx')).PeopleImportPage,
}));
const VendorsPage = lazy(async () => ({ default: (await import('./pages/vendors/vendors-page.tsx')).VendorsPage }));
const VendorPage = lazy(async () => ({ default: (await import('./pages/vendors/vendor-page.tsx')).VendorPage }));
const VendorsImportPage = lazy(async () => ({
  default: (await import('./pages/vendors/vendors-import-page.tsx')).VendorsImportPage,
}));
const StorefrontPage = lazy(async () => ({
  default: (await import('./pages/storefront/storefront-page.tsx')).StorefrontPage,
}));
const StoredNumbersPage = lazy(async () => ({
  default: (await import('./pages/stored-numbers/stored-numbers-page.tsx')).StoredNumbersPage,
}));
const ScriptsPage = lazy(async () => ({ default: (await import('./pages/scripts/scripts-page.tsx')).ScriptsPage }));
const RhythmPage = lazy(async () => ({ default: (await import('./pages/rhythm/rhythm-page.tsx')).RhythmPage }));
const SettingsPage = lazy(async () => ({ default: (await import('./pages/settings/settings-page.tsx')).SettingsPage }));

/** The whole app: what everything shares, then the pages. */
export function App({ queries, texts }: { queries: QueryClient; texts: I18n }) {
  return (
    <I18nextProvider i18n={texts}>
      <QueryClientProvider client={queries}>
        <Look>
          <BrowserRouter>
            <OwnLanguage />
            <AdminMenu />
            <FocusOnNavigation />
            <main>
              <ErrorBoundary>
                <ScanWatch />
                <Suspense fallback={<PageSkeleton />}>
                  <Routes>
                    <Route path="/" element={<HomePage />} />
                    <Route path="/alerts" element={<AlertsPage />} />
                    <Route path="/alerts/:id" element={<AlertPage />} />
                    <Route path="/audit" element={<AuditPage />} />
                    <Route path="/checks" element={<ChecksPage />} />
                    <Route path="/gst" element={<GstPage />} />
                    <Route path="/gst/verify" element={<GstVerifyPage />} />
                    <Route path="/security" element={<SecurityPage />} />
                    <Route path="/security/frameworks" element={<FrameworksPage />} />
                    <Route path="/security/evidence" element={<EvidencePage />} />
                    <Route path="/security/:step" element={<StepPage />} />
                    <Route path="/notices" element={<NoticesPage />} />
                    <Route path="/report" element={<ReportPage />} />
                    <Route path="/report/:monday" element={<ReportPage />} />
                    <Route path="/order" element={<OrderPage />} />
                    <Route path="/shop-front" element={<ShopFrontPage />} />
                    <Route path="/people" element={<PeoplePage />} />
                    <Route path="/people/import" element={<PeopleImportPage />} />
                    <Route path="/people/:id" element={<PersonPage />} />
                    <Route path="/vendors" element={<VendorsPage />} />
                    <Route path="/vendors/import" element={<VendorsImportPage />} />
                    <Route path="/vendors/:id" element={<VendorPage />} />
                    <Route path="/storefront" element={<StorefrontPage />} />
                    <Route path="/stored-numbers" element={<StoredNumbersPage />} />
                    <Route path="/vendors/scripts" element={<ScriptsPage />} />
                    <Route path="/rhythm" element={<RhythmPage />} />
                    <Route path="/settings" element={<SettingsPage />} />
                    <Route path="*" element={<NotHere />} />
                  </Routes>
                </Suspense>
              </ErrorBoundary>
            </main>
          </BrowserRouter>
        </Look>
      </QueryClientProvider>
    </I18nextProvider>
  );
}

function Look({ children }: { children: ReactNode }) {
  return (
    <AppProvider i18n={usePolarisTexts()} linkComponent={AppLink}>
      {children}
    </AppProvider>
  );
}

/** The person's own choice, or the admin's language where there is none. */
function OwnLanguage() {
  const me = useHome().data?.me;
  const { i18n: texts } = useTranslation();
  useEffect(() => {
    const overtaken = new AbortController();
    if (me) void speak(texts, me.language ?? languageOfAdmin(adminLocale()), overtaken.signal);
    return () => overtaken.abort();
  }, [me, texts]);
  return null;
}
