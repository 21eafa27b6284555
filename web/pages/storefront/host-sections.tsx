import { Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { RowTable } from '../../components/row-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { SeenHost } from './host-card.tsx';
import { Section } from './section.tsx';

/** From plain http, hop by hop. */
export function RedirectSection({ host: { httpChain } }: { host: SeenHost }) {
  const { t } = useTranslation('storefront');
  const { count } = useFormat();
  const isHttps = httpChain.at(-1)?.url.startsWith('https:') === true;
  return (
    <Section title={t('redirect.title')} sum={t(isHttps ? 'redirect.toHttps' : 'redirect.notToHttps')}>
      <RowTable
        caption={t('redirect.title')}
        rows={httpChain.map((hop, index) => ({ ...hop, index }))}
        keyOf={({ index }) => String(index)}
        columns={[
          { title: t('redirect.address'), cell: ({ url }) => url },
          { title: t('redirect.status'), isNumber: true, cell: ({ status }) => count(status) },
        ]}
      />
    </Section>
  );
}

/** Names and flags of cookies; their values are not kept. */
export function CookieSection({ host: { cookies } }: { host: SeenHost }) {
  const { t } = useTranslation('storefront');
  const said = (isSet: boolean) => t(isSet ? 'cookie.yes' : 'cookie.no');
  return (
    <Section title={t('cookie.title')} sum={t('cookie.count', { count: cookies.length })}>
      {cookies.length === 0 ? (
        <Text as="p">{t('cookie.none')}</Text>
      ) : (
        <RowTable
          caption={t('cookie.title')}
          rows={cookies.map((cookie, index) => ({ ...cookie, index }))}
          keyOf={({ index }) => String(index)}
          columns={[
            { title: t('cookie.name'), cell: ({ name }) => name },
            { title: t('cookie.encrypted'), cell: ({ isSecure }) => said(isSecure) },
            { title: t('cookie.noScripts'), cell: ({ isHttpOnly }) => said(isHttpOnly) },
            { title: t('cookie.sameSite'), cell: ({ sameSite }) => sameSite ?? t('cookie.notSet') },
          ]}
        />
      )}
    </Section>
  );
}

/** Where the forms of the pages send what a shopper types. */
export function FormSection({ host: { pages, host } }: { host: SeenHost }) {
  const { t } = useTranslation('storefront');
  const { list } = useFormat();
  const forms = pages.flatMap(({ kind, forms: found }) => found.map((form, index) => ({ ...form, kind, index })));
  const foreign = forms.filter((form) => form.host !== null && form.host !== host).length;
  return (
    <Section
      title={t('form.title')}
      sum={foreign === 0 ? t('form.count', { count: forms.length }) : t('form.foreign', { count: foreign })}
    >
      {forms.length === 0 ? (
        <Text as="p">{t('form.none')}</Text>
      ) : (
        <RowTable
          caption={t('form.title')}
          rows={forms}
          keyOf={({ kind, index }) => `${kind} ${index}`}
          columns={[
            { title: t('form.page'), cell: ({ kind }) => t(`page.${kind}`) },
            { title: t('form.target'), cell: (form) => form.host ?? t('form.ownHost') },
            { title: t('form.line'), cell: ({ scheme }) => t(scheme === 'http' ? 'form.open' : 'form.encrypted') },
            {
              title: t('form.asks'),
              cell: ({ asks }) =>
                asks.length === 0 ? t('form.asksNothing') : list(asks.map((kind) => t(`field.${kind}`))),
            },
          ]}
        />
      )}
    </Section>
  );
}

/** What the evaluator says of the content security policy. */
export function CspSection({ host: { cspFindings } }: { host: SeenHost }) {
  const { t } = useTranslation('storefront');
  return (
    <Section title={t('csp.title')} sum={t('csp.count', { count: cspFindings.length })}>
      {cspFindings.length === 0 ? (
        <Text as="p">{t('csp.none')}</Text>
      ) : (
        <RowTable
          caption={t('csp.title')}
          rows={cspFindings}
          keyOf={({ type, directive, value }) => `${type} ${directive} ${value ?? ''}`}
          columns={[
            {
              title: t('csp.directive'),
              cell: ({ directive, value }) => <code>{value === null ? directive : `${directive} ${value}`}</code>,
            },
            {
              title: t('csp.severity'),
              cell: ({ severity }) => t(`csp.severities.${severity}`, { defaultValue: severity }),
            },
            { title: t('csp.type'), cell: ({ type }) => <code>{type}</code> },
          ]}
        />
      )}
    </Section>
  );
}
