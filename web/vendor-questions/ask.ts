import type { KeptQuestionnaire, OpenedQuestionnaire, SentQuestionnaire } from '../../core/api/vendor-questions.ts';
import { ask } from '../link-page/ask.ts';

/** @throws {AskError} */
export const openLink = (token: string): Promise<OpenedQuestionnaire> => ask('/vendor-questions/open', { token });
/** @throws {AskError} */
export const sendAnswers = (sent: SentQuestionnaire): Promise<KeptQuestionnaire> =>
  ask('/vendor-questions/answers', sent);
