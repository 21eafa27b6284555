import '@shopify/ui-extensions/preact';
import type { Api } from '@shopify/ui-extensions/customer-account.profile.company-location-addresses.render-after';
import { renderCalmly } from '../../shared/calm.tsx';
import { wordsOf } from '../../shared/words.ts';
import { CompanyGstin } from './company-gstin.tsx';

declare const shopify: Api;

export default function company(): void {
  renderCalmly(
    <CompanyGstin
      words={wordsOf(shopify.i18n)}
      locationId={shopify.locationId}
      token={() => shopify.sessionToken.get()}
    />,
  );
}
