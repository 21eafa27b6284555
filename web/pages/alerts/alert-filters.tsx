import {
  Box,
  ChoiceList,
  IndexFilters,
  IndexFiltersMode,
  InlineStack,
  Tag,
  useSetIndexFiltersMode,
} from '@shopify/polaris';
import { startTransition, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../words/use-words.ts';
import { VIEWS, viewOf, type AlertQuery } from './alert-query.ts';
import { shownSubject } from './group-name.ts';
import { ALERT_SORTS, type AlertSort } from '../../../core/api/alerts.ts';
import { checkById } from '../../../core/checks/index.ts';
import { AREAS, type Area } from '../../../core/checks/check.ts';
import { SEVERITIES, type Severity } from '../../../core/severity.ts';
import type { Text } from '../../../core/text.ts';

const TYPING_PAUSE_MS = 250;

interface AlertFiltersProps {
  readonly query: AlertQuery;
  readonly onChange: (change: Partial<AlertQuery>) => void;
  readonly isLoading: boolean;
}

/** The views, the search, two filters and the order. */
export function AlertFilters({ query, onChange, isLoading }: AlertFiltersProps) {
  const { t } = useTranslation('alerts');
  const { text } = useWords();
  const { mode, setMode } = useSetIndexFiltersMode(query.q ? IndexFiltersMode.Filtering : IndexFiltersMode.Default);
  const [search, setSearch] = useTypedSearch(query.q, (q) => onChange({ q }));

  const severity = (chosen: string[]) => onChange({ severity: SEVERITIES.filter((word) => chosen.includes(word)) });
  const area = (chosen: string[]) => onChange({ area: AREAS.find((word) => word === chosen[0]) ?? null });
  const pills = [
    ...(query.severity.length > 0 ? [severityPill(query.severity, t, () => onChange({ severity: [] }))] : []),
    ...(query.area ? [areaPill(query.area, t, () => onChange({ area: null }))] : []),
    ...(query.check.length > 0 ? [checkPill(query.check, t, text, () => onChange({ check: [] }))] : []),
    ...(query.subject !== null
      ? [
          {
            key: 'subject',
            label: subjectLabel(query.subject, t),
            onRemove: () => onChange({ subject: null }),
          },
        ]
      : []),
  ];
  return (
    <>
      <IndexFilters
        mode={mode}
        setMode={setMode}
        loading={isLoading}
        canCreateNewView={false}
        tabs={VIEWS.map((view) => ({ id: view, content: t(`view.${view}`), isLocked: true }))}
        selected={VIEWS.indexOf(viewOf(query))}
        onSelect={(index) => {
          const view = VIEWS[index] ?? 'open';
          onChange({ status: view === 'all' ? [] : [view] });
        }}
        queryValue={search}
        queryPlaceholder={t('search')}
        onQueryChange={setSearch}
        onQueryClear={() => setSearch('')}
        cancelAction={{ onAction: () => setSearch('') }}
        sortOptions={ALERT_SORTS.map((sort) => ({
          label: t('sort.label'),
          value: `${sort} asc` as const,
          directionLabel: t(`sort.${sort}`),
        }))}
        sortSelected={[`${query.sort} asc`]}
        onSort={([chosen]) => onChange({ sort: sortOf(chosen) })}
        filters={[
          {
            key: 'severity',
            label: t('head.severity'),
            pinned: true,
            filter: (
              <ChoiceList
                allowMultiple
                titleHidden
                title={t('head.severity')}
                choices={SEVERITIES.map((value) => ({ value, label: t(`common:severity.${value}`) }))}
                selected={[...query.severity]}
                onChange={severity}
              />
            ),
          },
          {
            key: 'area',
            label: t('head.area'),
            pinned: true,
            filter: (
              <ChoiceList
                titleHidden
                title={t('head.area')}
                choices={AREAS.map((value) => ({ value, label: t(`common:area.${value}`) }))}
                selected={query.area ? [query.area] : []}
                onChange={area}
              />
            ),
          },
          ...(query.check.length > 0
            ? [
                {
                  key: 'check',
                  label: t('checks'),
                  pinned: true,
                  filter: (
                    <ChoiceList
                      allowMultiple
                      titleHidden
                      title={t('checks')}
                      choices={titlesOf(query.check, text)}
                      selected={[...query.check]}
                      onChange={(check: string[]) => onChange({ check })}
                    />
                  ),
                },
              ]
            : []),
        ]}
        appliedFilters={pills}
        onClearAll={() => {
          setSearch('');
          onChange({ severity: [], area: null, check: [], subject: null, q: '' });
        }}
      />
      {mode === IndexFiltersMode.Default && pills.length > 0 && (
        // Polaris shows them only beside an open search; who comes by a link sees them too.
        <Box padding="200" borderBlockEndWidth="025" borderColor="border-secondary">
          <InlineStack gap="200">
            {pills.map(({ key, label, onRemove }) => (
              <Tag key={key} onRemove={onRemove}>
                {label}
              </Tag>
            ))}
          </InlineStack>
        </Box>
      )}
    </>
  );
}

type Translate = ReturnType<typeof useTranslation<'alerts'>>['t'];

function severityPill(severity: readonly Severity[], t: Translate, onRemove: () => void) {
  const names = severity.map((word) => t(`common:severity.${word}`)).join(', ');
  return { key: 'severity', label: t('pill.severity', { names }), onRemove };
}

function areaPill(area: Area, t: Translate, onRemove: () => void) {
  return { key: 'area', label: t('pill.area', { name: t(`common:area.${area}`) }), onRemove };
}

function checkPill(check: readonly string[], t: Translate, text: (words: Text) => string, onRemove: () => void) {
  const [first] = titlesOf(check, text);
  return {
    key: 'check',
    label: check.length === 1 && first ? first.label : t('pill.checks', { count: check.length }),
    onRemove,
  };
}

function subjectLabel(subject: string, t: Translate): string {
  const name = shownSubject(subject);
  return name === null ? t('pill.oneThing') : t('pill.subject', { name });
}

function titlesOf(check: readonly string[], text: (words: Text) => string) {
  return check.flatMap((id) => checkById(id) ?? []).map(({ id, title }) => ({ value: id, label: text(title) }));
}

function sortOf(chosen: string | undefined): AlertSort {
  return ALERT_SORTS.find((sort) => chosen === `${sort} asc`) ?? 'severity';
}

/** What is being typed stays here until the hand rests; then the list is asked. */
function useTypedSearch(asked: string, onSearch: (q: string) => void): [string, (q: string) => void] {
  const [typed, setTyped] = useState(asked);
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  useEffect(() => setTyped(asked), [asked]);
  useEffect(() => {
    if (typed.trim() === asked) return undefined;
    const timer = setTimeout(() => startTransition(() => search.current(typed.trim())), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, asked]);
  return [typed, setTyped];
}
