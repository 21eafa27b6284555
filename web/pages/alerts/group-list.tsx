import {
  Badge,
  BlockStack,
  Box,
  Button,
  ButtonGroup,
  Divider,
  InlineGrid,
  InlineStack,
  Link,
  Pagination,
  Text,
} from '@shopify/polaris';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/home.ts';
import { SeverityBadge } from '../../components/badges.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useCheckWords } from '../../words/use-check-words.ts';
import { useGroupName } from './group-name.ts';
import { listOfGroup, type AlertQuery } from './alert-query.ts';
import type { AlertGroup, AlertGroups } from '../../../core/api/alerts.ts';

/** What one press does to all alerts of a group. */
export interface GroupActs {
  readonly onAcknowledge: (ids: readonly string[]) => void;
  readonly onMute: (ids: readonly string[]) => void;
  readonly onAssign: (ids: readonly string[]) => void;
  readonly onReopen: (ids: readonly string[]) => void;
}

interface GroupListProps extends GroupActs {
  readonly query: AlertQuery;
  readonly page: AlertGroups;
  readonly onPage: (page: number) => void;
}

/** Alerts gathered by what they break or what they are about. A list of its own, so that it works on a phone as well. */
export function GroupList({ query, page, onPage, ...acts }: GroupListProps) {
  const { t } = useTranslation('alerts');
  const { count } = useFormat();
  const first = (page.page - 1) * page.pageSize + 1;
  const last = first + page.groups.length - 1;
  return (
    <>
      {page.groups.map((group) => (
        <Fragment key={group.key}>
          <Divider />
          <GroupRow group={group} query={query} {...acts} />
        </Fragment>
      ))}
      <Divider />
      <Box padding="300">
        <InlineStack align="center">
          <Pagination
            hasPrevious={page.page > 1}
            hasNext={last < page.total}
            onPrevious={() => onPage(page.page - 1)}
            onNext={() => onPage(page.page + 1)}
            label={t('group.shown', {
              ...{ first: count(first), last: count(last), count: page.total, total: count(page.total) },
            })}
          />
        </InlineStack>
      </Box>
    </>
  );
}

function GroupRow({ group, query, ...acts }: { readonly group: AlertGroup; readonly query: AlertQuery } & GroupActs) {
  const { t } = useTranslation('alerts');
  const { money, day } = useFormat();
  const { message } = useCheckWords();
  const by = query.group ?? 'control';
  const name = useGroupName(by)(group);
  const words = message(group.first);
  const show = t('group.show', { count: group.count });
  return (
    <Box padding="400">
      <InlineGrid columns={{ xs: 1, lg: '1fr auto' }} gap="300" alignItems="center">
        <BlockStack gap="150">
          <InlineStack gap="200" blockAlign="center">
            <SeverityBadge severity={group.severity} />
            {group.overdue > 0 && (
              <Badge tone="attention" toneAndProgressLabelOverride="">
                {t('group.overdue', { count: group.overdue })}
              </Badge>
            )}
            {group.earliestDueOn !== null && group.overdue === 0 && (
              <Text as="span" tone="subdued" variant="bodySm">
                {t('dueLine', { date: day(group.earliestDueOn) })}
              </Text>
            )}
            {group.atStakePaise !== null && (
              <Text as="span" tone="subdued" variant="bodySm">
                {t('common:atStake', { amount: money(group.atStakePaise) })}
              </Text>
            )}
          </InlineStack>
          <span className="prahari-wrap">
            <Text as="h2" variant="headingSm">
              {name}
            </Text>
          </span>
          {words !== name && (
            <span className="prahari-wrap">
              <Text as="p" tone="subdued">
                {group.count === 1 ? words : t('group.first', { words })}
              </Text>
            </span>
          )}
          {group.count > group.ids.length && (
            <Text as="p" tone="subdued" variant="bodySm">
              {t('group.left', { shown: group.ids.length, count: group.count - group.ids.length })}
            </Text>
          )}
        </BlockStack>
        <InlineStack gap="300" blockAlign="center">
          <Link
            url={`/alerts?${listOfGroup(query, by, group)}`}
            accessibilityLabel={t('group.showOf', { words: show, name })}
          >
            {show}
          </Link>
          <GroupButtons group={group} name={name} query={query} {...acts} />
        </InlineStack>
      </InlineGrid>
    </Box>
  );
}

/** Only what can be done to some alert of this view is offered. Names say of which group, for those who hear the page. */
function GroupButtons({
  group: { ids },
  name,
  query: { status },
  onAcknowledge,
  onMute,
  onAssign,
  onReopen,
}: { readonly group: AlertGroup; readonly name: string; readonly query: AlertQuery } & GroupActs) {
  const { t } = useTranslation('alerts');
  const may = useMay();
  const shows = (...wanted: readonly AlertQuery['status'][number][]) =>
    status.length === 0 || status.some((one) => wanted.includes(one));
  const acts = [
    ...(shows('open') ? [{ label: t('act.acknowledge'), run: onAcknowledge }] : []),
    ...(shows('open', 'acknowledged') ? [{ label: t('act.mute'), run: onMute }] : []),
    ...(shows('open', 'acknowledged', 'suppressed') ? [{ label: t('act.assign'), run: onAssign }] : []),
    ...(shows('acknowledged', 'suppressed') ? [{ label: t('act.reopen'), run: onReopen }] : []),
  ];
  if (acts.length === 0) return null;
  return (
    <div role="group" aria-label={t('group.acts', { name })}>
      <ButtonGroup>
        {acts.map(({ label, run }) => (
          <Button key={label} size="slim" disabled={!may.manage} onClick={() => run(ids)}>
            {label}
          </Button>
        ))}
      </ButtonGroup>
    </div>
  );
}
