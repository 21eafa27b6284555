import { setTimeout as sleep } from 'node:timers/promises';
import { shopAnswers, type AdminAnswers } from '../fake-admin.ts';

/** An invented shop with three things wrong, that thinks for a while before each answer. */
export function slowShop(thinkMs: (question: string) => number): AdminAnswers {
  const answers = shopAnswers({
    files: [{ filename: 'layout/theme.liquid', checksumMd5: 'a', content: '<img src="http://plain.example/a.png">' }],
  });
  const changed: AdminAnswers = {
    ...answers,
    Domains: () => ({
      shop: {
        primaryDomain: { host: 'marigold.example' },
        domains: [{ host: 'marigold.example', sslEnabled: false }],
      },
    }),
    Privacy: () => ({ privacySettings: { banner: { enabled: false } }, consentPolicy: [] }),
  };
  return Object.fromEntries(
    Object.entries(changed).map(([question, answer]) => [
      question,
      async (variables: Readonly<Record<string, unknown>>) => {
        await sleep(thinkMs(question));
        return answer(variables);
      },
    ]),
  );
}
