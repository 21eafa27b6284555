import type { QuestionnaireVersion } from '../api/vendors.ts';
import { QUESTIONS_VERSION, VENDOR_QUESTION_IDS, type VendorQuestionId } from './vendor-questions.ts';

type Answer = Pick<QuestionnaireVersion['answers'][number], 'answer' | 'words'>;

/** Our own questions, answered by us, as of the release. "Partly" where it depends on whoever runs the service. */
const ANSWERS: Readonly<Record<VendorQuestionId, Answer>> = {
  'least-data': {
    answer: 'yes',
    words:
      'Permissions to read, and none to write. At install: theme, policies, privacy settings, locations. Others only with the feature that needs them. No name, phone, e-mail or street of a buyer.',
  },
  'own-log-ins': {
    answer: 'partly',
    words: 'You come in through Shopify; the service has no log-ins of its own. Ask who runs it about the servers.',
  },
  'access-reviews': { answer: 'partly', words: 'Ask who runs the service about access to its servers.' },
  'support-access': {
    answer: 'partly',
    words: 'The software has no support log-in. Whoever runs it can judge one stored snapshot by a command.',
  },
  location: {
    answer: 'partly',
    words: 'Where whoever runs the service keeps its database. Nothing goes to the makers of the software.',
  },
  encryption: {
    answer: 'yes',
    words:
      'TLS on the way. Tokens, personal data, evidence and papers are sealed field by field (AES-256-GCM) under a key of your shop.',
  },
  secrets: {
    answer: 'yes',
    words: 'Sealed fields, never in logs, errors or addresses. The key ring turns by a command.',
  },
  'sub-processors': {
    answer: 'partly',
    words:
      'Shopify, and the services that you connect yourself. The hosting is the choice of whoever runs the service.',
  },
  deletion: {
    answer: 'yes',
    words: 'When Shopify asks for it, 48 hours after you uninstall: everything but a receipt that it was done.',
  },
  backups: {
    answer: 'partly',
    words: 'The store can be dumped and restored by a command. How often is up to whoever runs it.',
  },
  'breach-notice': { answer: 'yes', words: 'Within 24 hours of noticing: docs/data-processing.md, part 5.' },
  'security-contact': { answer: 'partly', words: 'security@prahari.example, in English or Hindi; no phone.' },
  patching: {
    answer: 'yes',
    words: 'What is grave within 14 days, the rest within 90 (SECURITY.md). Versions of all libraries are pinned.',
  },
  'penetration-test': {
    answer: 'no',
    words: 'Not by anybody independent yet. docs/threat-tests.md lists the attacks that have a test.',
  },
  reports: { answer: 'no', words: 'None yet.' },
  logs: {
    answer: 'partly',
    words: 'Who changed what is kept for 400 days. Logs of the servers are with whoever runs the service.',
  },
  'script-changes': {
    answer: 'yes',
    words: 'The one script for your pages is off until you switch it on, is public, and loads nothing from elsewhere.',
  },
  training: { answer: 'not-applicable', words: 'The makers of the software see no data of yours.' },
  continuity: {
    answer: 'partly',
    words: 'The queue may be lost at any moment without a loss of work. The database is with whoever runs the service.',
  },
  insurance: { answer: 'no', words: null },
};

/** What Prahari answers to the questions that it asks others: in each register, read by nobody yet. */
export const OWN_ANSWERS: QuestionnaireVersion = {
  version: 1,
  questionsVersion: QUESTIONS_VERSION,
  answeredAt: '2026-11-22T00:00:00.000Z',
  answeredBy: 'Prahari',
  answers: VENDOR_QUESTION_IDS.map((questionId) => ({ questionId, ...ANSWERS[questionId] })),
  reviewedAt: null,
  reviewedBy: null,
};
