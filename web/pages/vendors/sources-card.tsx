import { BlockStack, Card, InlineStack, List, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { AllowButton } from '../../components/allow-button.tsx';
import { ReasonLine } from '../../components/reason/reason-line.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { VendorRegister } from '../../../core/api/vendors.ts';
import type { TraceSourceState } from '../../../core/evidence/vendors.ts';
import type { UnavailableReason } from '../../../core/evidence/snapshot.ts';

/** Something was not read that could show more vendors. */
export function hasGaps({ sources, themeReason, storefrontReason }: VendorRegister): boolean {
  return sources.some(({ state }) => state !== 'read') || themeReason !== null || storefrontReason !== null;
}

/** How vendors are found, what could not be asked, and whom no trace shows. */
export function SourcesCard({ register }: { register: VendorRegister }) {
  const { t } = useTranslation('vendors');
  const { list } = useFormat();
  const { sources, themeReason, storefrontReason } = register;
  const of = (state: TraceSourceState['state']) => sources.filter((source) => source.state === state);
  const names = (states: readonly TraceSourceState[]) => list(states.map(({ source }) => t(`source.${source}`)));
  const denied = of('not-permitted');
  const asks = asksOf(denied);
  const partial = sources.filter(({ isPartial }) => isPartial);
  return (
    <div id="sources">
      <Card>
        <BlockStack gap="400">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('sources.title')}
            </Text>
            <Text as="p" tone="subdued">
              {t('sources.words')}
            </Text>
          </BlockStack>
          {denied.length > 0 && (
            <BlockStack gap="200" inlineAlign="start">
              <Text as="p">{t('sources.denied', { names: names(denied) })}</Text>
              <InlineStack gap="200">
                {asks.map(({ key, scopes, states }) => (
                  <AllowButton
                    key={key}
                    label={t('sources.allow', { names: names(states) })}
                    scopes={scopes}
                    isPrimary={false}
                  />
                ))}
              </InlineStack>
            </BlockStack>
          )}
          {of('failed').length > 0 && <Text as="p">{t('sources.failed', { names: names(of('failed')) })}</Text>}
          {partial.length > 0 && (
            <Text as="p" tone="subdued">
              {t('sources.partial', { names: names(partial) })}
            </Text>
          )}
          {themeReason !== null && <Gap kind="theme" reason={themeReason} scopes={['read_themes']} />}
          {storefrontReason !== null && <Gap kind="storefront" reason={storefrontReason} scopes={[]} />}
          <List>
            <List.Item>{t('sources.serverOnly')}</List.Item>
            <List.Item>{t('sources.list')}</List.Item>
          </List>
        </BlockStack>
      </Card>
    </div>
  );
}

/** One question to the merchant for each set of permissions: nobody has to allow orders to let us read discounts. */
function asksOf(denied: readonly TraceSourceState[]) {
  const keyOf = ({ missingScopes }: TraceSourceState) => missingScopes.toSorted().join(' ');
  const keys = [...new Set(denied.map(keyOf))].filter((key) => key !== '');
  return keys.map((key) => ({
    key,
    scopes: key.split(' '),
    states: denied.filter((state) => keyOf(state) === key),
  }));
}

interface GapProps {
  readonly kind: 'theme' | 'storefront';
  readonly reason: UnavailableReason;
  /** What would open it, where permission is missing. */
  readonly scopes: readonly string[];
}

function Gap({ kind, reason, scopes }: GapProps) {
  return (
    <ReasonLine
      reason={{ kind, reason, missingScopes: reason === 'not-permitted' ? scopes : [] }}
      questions={[]}
      onAnswer={() => undefined}
    />
  );
}
