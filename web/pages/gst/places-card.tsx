import { Badge, BlockStack, InlineGrid, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { useWords } from '../../words/use-words.ts';
import { isNoFigures } from './figures.ts';
import { GstCard } from './gst-card.tsx';
import { NoFiguresNote } from './no-figures-note.tsx';
import { StateTiles } from './state-tiles.tsx';
import type { NoFigures, StatePlaces } from '../../../core/evidence/summaries.ts';

interface PlacesCardProps {
  readonly places: readonly StatePlaces[] | NoFigures;
  /** GST codes of the States to which an order went with wrong tax. */
  readonly wrongTax: ReadonlySet<string>;
}

/** Where the shop is registered and where its goods lie, State by State. */
export function PlacesCard({ places, wrongTax }: PlacesCardProps) {
  const { t } = useTranslation('gst');
  return (
    <GstCard title={t('places.title')} words={t('places.words')}>
      {isNoFigures(places) ? (
        <NoFiguresNote figures={places} kind="locations" />
      ) : places.length === 0 ? (
        <Text as="p">{t('places.none')}</Text>
      ) : (
        <InlineGrid columns={{ xs: 1, md: '2fr 3fr' }} gap="500" alignItems="start">
          <StateTiles places={places} wrongTax={wrongTax} />
          <PlacesTable places={places} />
        </InlineGrid>
      )}
    </GstCard>
  );
}

function PlacesTable({ places }: { places: readonly StatePlaces[] }) {
  const { t } = useTranslation('gst');
  const { state } = useWords();
  return (
    <RowTable
      caption={t('places.title')}
      rows={places}
      keyOf={(row) => row.state}
      columns={[
        { title: t('places.state'), cell: (row) => state(row.state) },
        { title: t('places.registered'), cell: (row) => <Registered row={row} /> },
        {
          title: t('places.locations'),
          cell: (row) =>
            row.locations.length === 0 ? (
              t('places.noLocation')
            ) : (
              <BlockStack gap="200">
                {row.locations.map((location) => (
                  <BlockStack key={location.id} gap="050">
                    <Text as="span">
                      {location.pin === null
                        ? location.name
                        : t('places.withPin', { name: location.name, pin: location.pin })}
                    </Text>
                    <Text as="span" tone="subdued" variant="bodySm">
                      {onRegistration(location.isOnRegistration, row.isRegistered, t)}
                    </Text>
                  </BlockStack>
                ))}
              </BlockStack>
            ),
        },
      ]}
    />
  );
}

function Registered({ row }: { row: StatePlaces }) {
  const { t } = useTranslation('gst');
  if (row.isRegistered) return <Badge>{t('places.yes')}</Badge>;
  return row.locations.length > 0 ? <Badge tone="warning">{t('places.no')}</Badge> : <Badge>{t('places.no')}</Badge>;
}

type Translate = ReturnType<typeof useTranslation<'gst'>>['t'];

function onRegistration(isOn: boolean | null, isRegistered: boolean, t: Translate): string {
  if (!isRegistered) return t('places.noRegistration');
  if (isOn === null) return t('places.pinUnknown');
  return isOn ? t('places.pinOn') : t('places.pinOff');
}
