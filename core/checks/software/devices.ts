import { SELF_CHECK_DAYS, type DeviceSelfCheck } from '../../evidence/attestations.ts';
import { devicesOf } from '../../people/device-checks.ts';
import { defineCheck, type Finding } from '../check.ts';

const ASKED = ['diskEncryption', 'screenLock', 'systemUpdates'] as const satisfies (keyof DeviceSelfCheck['answers'])[];

/**
 * Fails a device whose owner says that its disk is not encrypted, its screen does not lock, or its system is older than
 * 30 days of updates. As sure as that person; "not sure" is no answer. People who did not answer are named, and do not
 * fail anybody.
 */
export const devices = defineCheck({
  id: 'security/devices',
  area: 'security',
  control: 'SW-01',
  title: { en: 'Work devices are encrypted, locked and updated', hi: 'काम के डिवाइस एन्क्रिप्टेड, लॉक और अपडेट हैं' },
  severity: 'high',
  rule: {
    name: { en: 'Devices of the team are protected', hi: 'टीम के डिवाइस बचे हुए हैं' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.1; CIS Controls 8.1, 3.6, 4.3 and 7.3; PCI DSS 4.0.1, 6.3.3',
    status: 'verified',
  },
  why: {
    en: 'Laptops and phones get lost. What lies on them is as open as the device.',
    hi: 'लैपटॉप और फ़ोन खो जाते हैं। उन पर रखा डेटा उतना ही खुला है जितना डिवाइस।',
  },
  cost: {
    en: 'Whoever finds the device finds exports, open sign-ins and saved passwords.',
    hi: 'जिसे डिवाइस मिले, उसे एक्सपोर्ट, खुले साइन-इन और सेव किए पासवर्ड मिल जाते हैं।',
  },
  remedy: [
    {
      en: 'Turn on BitLocker, FileVault or the encryption of the phone.',
      hi: 'BitLocker, FileVault या फ़ोन का एन्क्रिप्शन चालू करें।',
    },
    {
      en: 'Set the screen to lock after five minutes, and install system updates.',
      hi: 'स्क्रीन को पाँच मिनट में लॉक होने दें और सिस्टम अपडेट लगाएँ।',
    },
    {
      en: 'Then open the self-check again on that device.',
      hi: 'फिर उसी डिवाइस पर स्वयं-जाँच दोबारा खोलें।',
    },
  ],
  proof: {
    en: 'The person answers "yes" to all three on a self-check not older than 90 days.',
    hi: '90 दिन के अंदर की स्वयं-जाँच में व्यक्ति तीनों का जवाब "हाँ" दे।',
  },
  requires: ['selfChecks'],
  uses: ['people'],
  messages: {
    diskEncryption: {
      en: '{label}: the disk of the device is not encrypted.',
      hi: '{label}: डिवाइस की डिस्क एन्क्रिप्टेड नहीं है।',
    },
    screenLock: {
      en: '{label}: the screen of the device does not lock.',
      hi: '{label}: डिवाइस की स्क्रीन लॉक नहीं होती।',
    },
    systemUpdates: {
      en: '{label}: the system of the device had no update for 30 days or more.',
      hi: '{label}: डिवाइस के सिस्टम में 30 दिन या ज़्यादा से अपडेट नहीं लगा।',
    },
    silent: {
      en: '{count} people have not answered within 90 days, {label} among them.',
      hi: '{count} लोगों ने 90 दिन में जवाब नहीं दिया, जैसे {label}।',
    },
  },
  *evaluate({ selfChecks, people }, { asOf }) {
    const { live, silent, gap } = devicesOf(people, selfChecks, asOf, SELF_CHECK_DAYS);
    for (const { personId, label, answers } of live) {
      for (const asked of ASKED) {
        if (answers[asked] === 'no') yield { subject: `${personId} ${asked}`, messageId: asked, data: { label } };
      }
    }
    if (gap === null) yield* named(silent);
  },
  lacks({ selfChecks, people }, { asOf }) {
    const { live, gap } = devicesOf(people, selfChecks, asOf, SELF_CHECK_DAYS);
    if (gap !== null) return { kind: 'selfChecks', reason: gap };
    const isUnsure = live.some(({ answers }) => ASKED.some((asked) => answers[asked] === 'unsure'));
    return isUnsure ? { kind: 'selfChecks', reason: 'too-little' } : null;
  },
  standsOn: () => 'self-check',
});

/** For information: who is missing may have no device for work. */
function* named(silent: readonly { readonly label: string }[]): Generator<Finding<'silent'>> {
  const [first] = silent;
  if (!first) return;
  yield {
    subject: 'silent',
    messageId: 'silent',
    data: { count: silent.length, label: first.label },
    severity: 'info',
  };
}
