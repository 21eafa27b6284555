import { useTranslation } from 'react-i18next';
import { useWords } from '../../words/use-words.ts';
import { useCheckWords } from '../../words/use-check-words.ts';
import { controlById } from '../../../core/data/controls.ts';
import { visibleText } from '../../../core/visible-text.ts';
import type { AlertGroup, AlertGrouping } from '../../../core/api/alerts.ts';

/** Findings about the shop as a whole have this subject. */
const WHOLE_SHOP = 'shop';
/** Subjects that only programs read: numbers, Shopify's ids and our own, with what follows them. */
const OPAQUE = /^(?:\d+|gid:\/\/.*|[0-9a-f]{24}(?:[: ].*)?)$/;

/** What people call the subject of a finding; null: its name is an id. */
export function shownSubject(subject: string): string | null {
  return OPAQUE.test(subject) ? null : visibleText(subject);
}

/**
 * What a group is called: the demand of its control or check, or the thing itself as it was found. A thing whose name is
 * an id is told by what was found about it.
 */
export function useGroupName(by: AlertGrouping): (group: Pick<AlertGroup, 'key' | 'first'>) => string {
  const { t } = useTranslation('alerts');
  const { text } = useWords();
  const { title, message } = useCheckWords();
  return ({ key, first }) => {
    if (by === 'subject') return key === WHOLE_SHOP ? t('group.shop') : (shownSubject(key) ?? message(first));
    const control = controlById(key);
    return control ? text(control.title) : title(key);
  };
}
