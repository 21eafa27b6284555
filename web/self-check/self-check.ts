/** The only script of the self-check page, and loaded by no other. */
import type { KeptSelfCheck, OpenedSelfCheck } from '../../core/api/self-check.ts';
import { element } from '../link-page/element.ts';
import { runLinkPage, type Stage } from '../link-page/link-page.ts';
import { openLink, sendDevice, sendPassword } from './ask.ts';
import { browserOf, operatingSystemOf, type ToldByBrowser } from './browser-of.ts';
import { deviceStep } from './device-step.ts';
import { keptStep } from './kept-step.ts';
import { passwordJudge, type PasswordJudge } from './password-judge.ts';
import { passwordStep } from './password-step.ts';
import { TEXTS } from './texts.ts';

type Step =
  { readonly kind: 'open'; readonly opened: OpenedSelfCheck } | { readonly kind: 'kept'; readonly kept: KeptSelfCheck };

const place = document.querySelector<HTMLElement>('#self-check');
if (place) run(place);

function run(main: HTMLElement): void {
  const rangeUrl = main.dataset['range'] ?? '';
  let judge: PasswordJudge | null = null;

  runLinkPage<Step, typeof TEXTS>(main, {
    texts: TEXTS,
    intro: ['intro'],
    withoutToken: null,
    open: async (token) => ({ kind: 'open', opened: await openLink(token) }),
    gone: () => ['goneNext'],
    show(step, stage) {
      const { say } = stage.saying;
      if (step.kind === 'kept') return { heading: say('thanks'), nodes: [keptStep(step.kept, stage.saying)] };
      const { purpose, personName } = step.opened;
      const whose = element('p', {}, say('forPerson', { name: personName }));
      return purpose === 'password'
        ? { heading: say('passwordTitle'), nodes: [whose, passwordCard(step.opened, stage)] }
        : { heading: say('deviceTitle'), nodes: [whose, deviceCard(stage)] };
    },
  });

  function passwordCard(opened: OpenedSelfCheck, { saying, send }: Stage<Step, keyof typeof TEXTS>): HTMLElement {
    judge ??= passwordJudge({
      worker: new Worker(new URL('./password.worker.ts', import.meta.url), { type: 'module' }),
      words: opened.words,
      rangeUrl,
    });
    return passwordStep({ saying, judge, send: (verdict) => send(keep(sendPassword(verdict))) });
  }

  function deviceCard({ saying, send }: Stage<Step, keyof typeof TEXTS>): HTMLElement {
    const told = toldByBrowser();
    const seen = { browser: browserOf(told), operatingSystem: operatingSystemOf(told) };
    return deviceStep({ saying, seen, send: (report) => send(keep(sendDevice(report))) });
  }

  async function keep(sending: Promise<KeptSelfCheck>): Promise<Step> {
    const kept = await sending;
    judge?.end();
    return { kind: 'kept', kept };
  }
}

function toldByBrowser(): ToldByBrowser {
  const { userAgent, maxTouchPoints } = navigator;
  const { userAgentData } = navigator as { userAgentData?: Pick<ToldByBrowser, 'brands' | 'platform'> };
  return {
    ...{ userAgent, maxTouchPoints },
    ...(userAgentData?.brands && { brands: userAgentData.brands }),
    ...(userAgentData?.platform && { platform: userAgentData.platform }),
  };
}
