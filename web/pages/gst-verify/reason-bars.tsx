import { Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { VERDICT_NAMES } from '../../../core/verify/verdict-texts.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { BULK_REASONS, type BulkResult } from './bulk-messages.ts';

/** Each verdict that occurred, with its count as a number and as a bar. */
export function ReasonBars({ counts, judged }: Pick<BulkResult, 'counts' | 'judged'>) {
  const { t } = useTranslation('verify');
  const { count, percent } = useFormat();
  const { text } = useWords();
  return (
    <table className="prahari-table">
      <caption>
        <Text as="span" visuallyHidden>
          {t('reasons.caption')}
        </Text>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('reasons.reason')}</th>
          <th scope="col" data-number>
            {t('reasons.count')}
          </th>
          <th scope="col">{t('reasons.share')}</th>
        </tr>
      </thead>
      <tbody>
        {BULK_REASONS.filter((reason) => counts[reason] > 0).map((reason) => (
          <tr key={reason}>
            <th scope="row">{text(VERDICT_NAMES[reason])}</th>
            <td data-number>{count(counts[reason])}</td>
            <td className="prahari-nowrap">
              <div className="prahari-bar" data-good={reason === 'ok' || undefined}>
                <div style={{ width: `${(100 * counts[reason]) / judged}%` }} />
              </div>
              {percent(counts[reason] / judged)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
