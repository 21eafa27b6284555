import { BlockStack, Button, Card, Collapsible, InlineStack, Link, Text } from '@shopify/polaris';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import {
  ASSURANCE_BANDS,
  assuranceBand,
  EXPOSURE_BANDS,
  exposureBand,
  isPlotted,
  type AssuranceBand,
  type ExposureBand,
} from './register.ts';
import { RiskBadge } from './risk-meter.tsx';
import type { VendorRow } from '../../../core/api/vendors.ts';
import { visibleText } from '../../../core/visible-text.ts';

const NAMES_IN_A_CELL = 5;

/** How far each vendor could reach against what speaks for it. Who is not known has a column of their own. */
export function PlotCard({ vendors }: { vendors: readonly VendorRow[] }) {
  const { t } = useTranslation('vendors');
  const { count } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const tableId = useId();
  const plotted = vendors.filter(isPlotted).toSorted((one, other) => other.risk.risk - one.risk.risk);
  const bare = plotted.filter((vendor) => exposureBand(vendor) === 'high' && isBare(assuranceBand(vendor))).length;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('plot.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('plot.finding', { count: bare, shown: count(bare) })}
          </Text>
        </BlockStack>
        <table role="table" className="prahari-table prahari-rows prahari-plot">
          <caption>
            <Text as="span" visuallyHidden>
              {t('plot.title')}
            </Text>
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              <td role="cell" />
              {ASSURANCE_BANDS.map((band) => (
                <th key={band} role="columnheader" scope="col">
                  {t(`plot.assurance.${band}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {EXPOSURE_BANDS.map((exposure) => (
              <tr key={exposure} role="row">
                <th role="rowheader" scope="row">
                  {t(`plot.exposure.${exposure}`)}
                </th>
                {ASSURANCE_BANDS.map((assurance) => (
                  <td
                    key={assurance}
                    role="cell"
                    data-title={t(`plot.assurance.${assurance}`)}
                    data-look={exposure === 'high' && isBare(assurance) ? 'worst' : 'plain'}
                  >
                    <Cell
                      exposure={exposure}
                      assurance={assurance}
                      vendors={plotted.filter(
                        (vendor) => exposureBand(vendor) === exposure && assuranceBand(vendor) === assurance,
                      )}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <InlineStack>
          <Button variant="plain" onClick={() => setOpen(!isOpen)} ariaExpanded={isOpen} ariaControls={tableId}>
            {t(isOpen ? 'plot.hideTable' : 'plot.showTable')}
          </Button>
        </InlineStack>
        <Collapsible id={tableId} open={isOpen}>
          {isOpen && <Figures vendors={plotted} />}
        </Collapsible>
      </BlockStack>
    </Card>
  );
}

const isBare = (band: AssuranceBand) => band === 'unknown' || band === 'little';

interface CellProps {
  readonly exposure: ExposureBand;
  readonly assurance: AssuranceBand;
  readonly vendors: readonly VendorRow[];
}

function Cell({ exposure, assurance, vendors }: CellProps) {
  const { t } = useTranslation('vendors');
  const { count } = useFormat();
  const more = vendors.length - NAMES_IN_A_CELL;
  if (vendors.length === 0) {
    return (
      <>
        <span aria-hidden="true">–</span>
        <Text as="span" visuallyHidden>
          {t('plot.noOne')}
        </Text>
      </>
    );
  }
  return (
    <ul className="prahari-names">
      {vendors.slice(0, NAMES_IN_A_CELL).map(({ id, name }) => (
        <li key={id} className="prahari-wrap">
          <Link url={`/vendors/${encodeURIComponent(id)}`} removeUnderline>
            {visibleText(name)}
          </Link>
        </li>
      ))}
      {more > 0 && (
        <li>
          <Link url={`/vendors?exposure=${exposure}&assurance=${assurance}`}>
            {t('plot.more', { count: more, shown: count(more) })}
          </Link>
        </li>
      )}
    </ul>
  );
}

/** The same vendors in the same order, as figures. */
function Figures({ vendors }: { vendors: readonly VendorRow[] }) {
  const { t } = useTranslation('vendors');
  const { count, percent } = useFormat();
  return (
    <RowTable
      caption={t('plot.title')}
      rows={vendors}
      keyOf={({ id }) => id}
      columns={[
        { title: t('column.name'), cell: ({ name }) => visibleText(name) },
        { title: t('terms.exposure'), isNumber: true, cell: ({ risk }) => percent(risk.exposure) },
        {
          title: t('terms.assurance'),
          isNumber: true,
          cell: (vendor) => (assuranceBand(vendor) === 'unknown' ? t('plot.notKnown') : percent(vendor.risk.assurance)),
        },
        { title: t('column.risk'), isNumber: true, cell: ({ risk }) => count(risk.risk) },
        { title: t('risk.class'), cell: ({ risk }) => <RiskBadge riskClass={risk.riskClass} /> },
      ]}
    />
  );
}
