import { BlockStack, Page } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useSellerDisclosure } from '../../api/seller-disclosure.ts';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { RoleNote } from '../../components/role-note.tsx';
import { TroubleCard } from '../../components/trouble.tsx';
import { AdminPlacesCard } from './admin-places-card.tsx';
import { BuyerFieldCard } from './buyer-field-card.tsx';
import { SellerCard } from './seller-card.tsx';

/** Where Prahari shows itself outside its own pages: to buyers in the shop, to staff in the admin. */
export function ShopFrontPage() {
  const { t } = useTranslation('shopFront');
  const state = useSellerDisclosure();
  if (state.isPending) return <PageSkeleton title={t('title')} cards={[4, 8, 4]} />;
  return (
    <Page title={t('title')} subtitle={t('subtitle')} backAction={{ content: t('back'), url: '/gst' }}>
      {!state.data ? (
        <TroubleCard error={state.error} onRetry={() => void state.refetch()} />
      ) : (
        <BlockStack gap="400">
          <RoleNote />
          <BuyerFieldCard editorUrls={state.data.editorUrls} />
          <SellerCard key={state.data.updatedAt} state={state.data} />
          <AdminPlacesCard />
        </BlockStack>
      )}
    </Page>
  );
}
