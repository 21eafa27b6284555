import type { QuestionRow } from '../../../core/api/security.ts';
import { QUESTIONS, questionById, type Question } from '../../../core/data/questions.ts';
import type { AttestedAnswer } from '../../../core/evidence/attestations.ts';
import type { AttestationStore, KeptStatement } from '../../attestations/attestation-store.ts';
import type { Clock } from '../../clock.ts';
import { BadRequestError, ConflictError, NotFoundError } from '../../errors.ts';
import type { EvidenceFileStore, KeptFile } from '../../files/evidence-files.ts';
import { checkSoon, type CheckSoonDeps } from '../../shop/check-soon.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

export type AttestationService = ReturnType<typeof attestationService>;

/** What people of the shop state, and the papers behind it. */
export function attestationService({
  attestations,
  evidenceFiles,
  clock,
  ...deps
}: CheckSoonDeps & {
  readonly attestations: AttestationStore;
  readonly evidenceFiles: EvidenceFileStore;
  readonly clock: Clock;
}) {
  const soon = (shop: string) => checkSoon(deps, shop, { topic: 'attestations', change: clock.now().toISOString() });

  /** @throws {NotFoundError} */
  function asked(questionId: string): Question {
    const question = questionById(questionId);
    if (!question) throw new NotFoundError();
    return question;
  }

  async function rowsOf(shop: string): Promise<QuestionRow[]> {
    const [statements, files] = await Promise.all([attestations.current(shop), evidenceFiles.list(shop)]);
    return QUESTIONS.map(({ id }) => {
      const statement = statements.find(({ questionId }) => questionId === id);
      return presentRow(
        id,
        statement,
        files.find(({ owner }) => owner === statement?.id),
      );
    });
  }

  async function currentOf(shop: string, questionId: string): Promise<KeptStatement | undefined> {
    return (await attestations.current(shop)).find((statement) => statement.questionId === questionId);
  }

  return {
    list: ({ shop }: Merchant): Promise<QuestionRow[]> => rowsOf(shop),

    /**
     * @throws {NotFoundError} nobody asks this
     * @throws {BadRequestError} the question always concerns the shop
     */
    async state(merchant: Merchant, questionId: string, answer: AttestedAnswer): Promise<QuestionRow> {
      requireRole(merchant, 'manager');
      const { mayBeNotApplicable, expiryDays } = asked(questionId);
      if (answer === 'not-applicable' && !mayBeNotApplicable) {
        throw new BadRequestError('This question concerns every shop. Answer yes or no.', { answer: 'not_allowed' });
      }
      const { shop, userId } = merchant;
      const statement = await attestations.state(shop, { questionId, answer, expiryDays }, userId);
      await soon(shop);
      return presentRow(questionId, statement, undefined);
    },

    /** @throws {NotFoundError} nothing was stated */
    async withdraw(merchant: Merchant, questionId: string): Promise<void> {
      requireRole(merchant, 'manager');
      asked(questionId);
      if (!(await attestations.withdraw(merchant.shop, questionId, merchant.userId))) throw new NotFoundError();
      await soon(merchant.shop);
    },

    /**
     * The paper behind a statement, in the place of the one before.
     * @throws {ConflictError} nothing was stated yet, or the shop's room is full
     */
    async addFile(
      merchant: Merchant,
      questionId: string,
      file: { readonly name: string; readonly read: () => Promise<Buffer> },
    ): Promise<QuestionRow> {
      requireRole(merchant, 'manager');
      asked(questionId);
      const { shop, userId } = merchant;
      const statement = await currentOf(shop, questionId);
      if (!statement) throw new ConflictError('Answer the question first, then upload its paper.');
      const { id: owner, forgetAt } = statement;
      const kept = await evidenceFiles.receive(shop, file.read, { owner, name: file.name, userId, forgetAt });
      await soon(shop);
      return presentRow(questionId, statement, kept);
    },

    /** @throws {NotFoundError} there is no paper */
    async openFile(merchant: Merchant, questionId: string): Promise<KeptFile & { readonly bytes: Buffer }> {
      requireRole(merchant, 'manager');
      asked(questionId);
      const statement = await currentOf(merchant.shop, questionId);
      const file = statement && (await evidenceFiles.open(merchant.shop, statement.id));
      if (!file) throw new NotFoundError();
      return file;
    },
  };
}

function presentRow(questionId: string, statement: KeptStatement | undefined, file: KeptFile | undefined): QuestionRow {
  return {
    questionId,
    answer: statement?.answer ?? null,
    statedAt: statement?.statedAt ?? null,
    expiresAt: statement?.expiresAt ?? null,
    statedBy: statement?.statedBy ?? null,
    file: file ? { id: file.id, name: file.name, sizeBytes: file.sizeBytes } : null,
  };
}
