import { Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { visibleText } from '../../../core/visible-text.ts';
import type { ScriptItem } from '../../../core/scripts/script-item.ts';

const HOSTS_SHOWN = 3;

/** What an address or a hash alone does not tell: a frame, a form, code of a page and the hosts that it names. */
export function KindLine({ item: { what, address, scheme, seenBy, place, namesHosts } }: { item: ScriptItem }) {
  const { t } = useTranslation('scripts');
  const { list } = useFormat();
  const hosts = namesHosts.slice(0, HOSTS_SHOWN).map(visibleText);
  const parts = [
    ...(what === 'script' ? [] : [t(`what.${what}`)]),
    ...(what === 'script' && address === null ? [t('identity.inPage', { place: visibleText(place) })] : []),
    ...(hosts.length > 0 ? [t('identity.names', { hosts: list(hosts) })] : []),
    ...(seenBy === 'beacon' ? [t('inventory.browsersOnly')] : []),
    ...(scheme === 'http' || scheme === 'protocol-relative' ? [t('inventory.notEncrypted')] : []),
  ];
  if (parts.length === 0) return null;
  return (
    <Text as="span" tone="subdued" fontWeight="regular" breakWord>
      {parts.join(' · ')}
    </Text>
  );
}
