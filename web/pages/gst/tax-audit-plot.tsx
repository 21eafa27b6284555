import { BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormat } from '../../format/use-format.ts';
import type { StateTax } from './figures.ts';
import { usePlaceName } from './use-place-name.ts';

/** Dark enough on white, and told apart without colour: what is wrong is hatched. */
const RIGHT_COLOUR = '#0072B2';
const WRONG_COLOUR = '#D55E00';
const TEXT = { fontSize: 12, fill: '#616161' };

const BAR_PX = 34;
const AXIS_PX = 40;
/** The table has the long names whole. */
const MOST_CHARACTERS = 16;

/** Tax by State of delivery: right and wrong, in rupees. The table below has the same numbers. */
export function TaxAuditPlot({ taxes }: { taxes: readonly StateTax[] }) {
  const { t } = useTranslation('gst');
  const { money, list } = useFormat();
  const place = usePlaceName();
  const bars = taxes.map(({ state, rightPaise, wrongPaise }) => ({
    place: state === null ? t('audit.others') : short(place(state)),
    right: rightPaise / 100,
    wrong: wrongPaise / 100,
  }));
  const wrong = taxes.filter(({ wrongPaise }) => wrongPaise > 0);
  const label =
    wrong.length === 0
      ? t('audit.plotRight', { count: taxes.length })
      : t('audit.plotWrong', {
          places: list(wrong.slice(0, 3).map(({ state }) => (state === null ? t('audit.others') : place(state)))),
        });
  const height = bars.length * BAR_PX + AXIS_PX;
  return (
    <BlockStack gap="200">
      <div role="img" aria-label={label} style={{ height }}>
        <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 600, height }}>
          <BarChart
            data={bars}
            layout="vertical"
            accessibilityLayer={false}
            margin={{ top: 0, right: 24, bottom: 0, left: 0 }}
          >
            <defs>
              <pattern
                id="prahari-wrong"
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="6" height="6" fill={WRONG_COLOUR} />
                <rect width="2" height="6" fill="#fff" />
              </pattern>
            </defs>
            <CartesianGrid horizontal={false} stroke="#E3E3E3" />
            <XAxis
              type="number"
              tick={TEXT}
              tickLine={false}
              tickCount={4}
              tickFormatter={(rupees: number) => money(rupees * 100)}
            />
            <YAxis type="category" dataKey="place" tick={TEXT} tickLine={false} width={112} interval={0} />
            <Tooltip isAnimationActive={false} formatter={(rupees) => money(Number(rupees) * 100)} />
            <Bar dataKey="right" name={t('audit.right')} stackId="tax" fill={RIGHT_COLOUR} isAnimationActive={false} />
            <Bar
              dataKey="wrong"
              name={t('audit.wrong')}
              stackId="tax"
              fill="url(#prahari-wrong)"
              stroke={WRONG_COLOUR}
              isAnimationActive={false}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <InlineStack gap="400">
        <Key label={t('audit.right')} fill={RIGHT_COLOUR} />
        <Key label={t('audit.wrong')} fill="url(#prahari-wrong)" />
      </InlineStack>
    </BlockStack>
  );
}

function short(name: string): string {
  return name.length <= MOST_CHARACTERS ? name : `${name.slice(0, MOST_CHARACTERS - 1).trimEnd()}…`;
}

function Key({ label, fill }: { label: string; fill: string }) {
  return (
    <InlineStack gap="200" blockAlign="center" wrap={false}>
      <svg width="14" height="14" aria-hidden="true">
        <rect width="14" height="14" fill={fill} />
      </svg>
      <Text as="span" variant="bodySm">
        {label}
      </Text>
    </InlineStack>
  );
}
