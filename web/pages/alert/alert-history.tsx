import { BlockStack } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { toast } from '../../admin/app-bridge.ts';
import { useCommentAct } from '../../api/alerts.ts';
import { useHome, useMay } from '../../api/home.ts';
import { ActProblem } from '../../components/act-problem.tsx';
import { useNameOf } from '../../components/assign/assignee-name.tsx';
import { HistoryCard, type HistoryLine } from '../../components/history-card.tsx';
import { useFormat } from '../../format/use-format.ts';
import { CommentForm } from './comment-form.tsx';
import { COMMENT_UNDO_MINUTES, type AlertDetail, type AlertEvent } from '../../../core/api/alerts.ts';

const OURSELVES = 'prahari';
const BY_LINK = 'link:';
const MINUTE_MS = 60_000;

/**
 * What happened to the alert, newest first, and what people wrote beside it. Who acted is told apart by their number in the
 * shop's admin only; names stand in the register alone.
 */
export function AlertHistory({ alert }: { alert: AlertDetail }) {
  const { t } = useTranslation('alerts');
  const me = useHome().data?.me.userId;
  const may = useMay();
  const { date } = useFormat();
  const nameOf = useNameOf();
  const comments = useCommentAct(alert.id);

  const what = ({ kind, personId, suppression }: AlertEvent): string => {
    if (kind === 'assigned' && personId !== undefined) return t('history.assignedTo', { name: nameOf(personId) });
    if (kind === 'suppressed' && suppression === 'not-a-problem') return t('history.notAProblem');
    return t(`history.${kind}`);
  };
  const words = (event: AlertEvent): string => {
    if (event.by === OURSELVES) return what(event);
    if (event.by.startsWith(BY_LINK)) return t('history.byLink', { what: what(event) });
    return t('history.byPerson', { what: what(event), person: event.by });
  };
  const written = ({ kind, reason, text, until }: AlertEvent): string | undefined => {
    if (kind === 'commented') return text ?? t('comment.hidden');
    if (reason === undefined) return undefined;
    const why = t('history.reason', { reason });
    return until === undefined ? why : `${why} · ${t('history.until', { date: date(until) })}`;
  };
  const takeBack = ({ commentId, by, at }: AlertEvent): HistoryLine['act'] => {
    const isFresh = Date.now() - Date.parse(at) < COMMENT_UNDO_MINUTES * MINUTE_MS;
    if (commentId === undefined || by !== me || !isFresh || !may.manage) return undefined;
    const run = () =>
      comments.mutate({ kind: 'take-back', commentId }, { onSuccess: () => toast(t('common:toast.commentGone')) });
    return { label: t('comment.takeBack'), run };
  };
  const lineOf = (event: AlertEvent): HistoryLine => {
    const [reason, act] = [written(event), takeBack(event)];
    return { at: event.at, words: words(event), ...(reason !== undefined && { reason }), ...(act && { act }) };
  };

  return (
    <HistoryCard title={t('history.title')} lines={alert.history.toReversed().map(lineOf)}>
      <BlockStack gap="200">
        <ActProblem id="comment" error={comments.error} />
        {may.manage && (
          <CommentForm
            isBusy={comments.isPending}
            onAdd={(text, done) =>
              comments.mutate(
                { kind: 'add', text },
                {
                  onSuccess: () => {
                    done();
                    toast(t('common:toast.commentAdded'));
                  },
                },
              )
            }
          />
        )}
      </BlockStack>
    </HistoryCard>
  );
}
