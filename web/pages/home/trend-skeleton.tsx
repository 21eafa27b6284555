import { BlockStack, Card, SkeletonBodyText, SkeletonDisplayText } from '@shopify/polaris';
import { CHART_HEIGHT } from '../../components/trend-size.ts';

/** The chart's place at the chart's height, while its code comes. */
export function TrendSkeleton() {
  return (
    <Card>
      <BlockStack gap="400">
        <SkeletonDisplayText size="small" />
        <div style={{ height: CHART_HEIGHT }}>
          <SkeletonBodyText lines={8} />
        </div>
      </BlockStack>
    </Card>
  );
}
