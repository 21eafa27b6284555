import { useTranslation } from 'react-i18next';
import { useWords } from '../../words/use-words.ts';
import { useCheckWords } from '../../words/use-check-words.ts';
import { controlById } from '../../../core/data/controls.ts';
import { visibleText } from '../../../core/visible-text.ts';
import type { AlertGroup, AlertGrouping } from '../../../core/api/alerts.ts';

/** Findings about the shop as a whole have this subject. */
const WHOLE_SHOP = 'shop';

/** What a group is called: the demand of its control or check, or the thing itself as it was found. */
export function useGroupName(by: AlertGrouping): (group: Pick<AlertGroup, 'key'>) => string {
  const { t } = useTranslation('alerts');
  const { text } = useWords();
  const { title } = useCheckWords();
  return ({ key }) => {
    if (by === 'subject') return key === WHOLE_SHOP ? t('group.shop') : visibleText(key);
    const control = controlById(key);
    return control ? text(control.title) : title(key);
  };
}
