import { defineCheck } from '../check.ts';
import { ownDomains } from '../../scripts/origins.ts';
import { approvedHosts, foreignScriptHosts } from '../../scripts/theme-hosts.ts';

/**
 * Fails a theme file that loads a script from a host that is neither Shopify's nor the shop's own, and of
 * which nobody approved a script. Sure that it is loaded; whether it is wanted, the merchant knows.
 */
export const themeForeignScripts = defineCheck({
  id: 'security/theme-foreign-scripts',
  area: 'security',
  control: 'MON-02',
  title: { en: 'The theme runs no script from elsewhere', hi: 'थीम कोई बाहरी स्क्रिप्ट नहीं चलाती' },
  severity: 'medium',
  rule: {
    name: { en: 'An owner and a reason for each script', hi: 'हर स्क्रिप्ट का मालिक और कारण' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 6.4.3; ISO/IEC 27001:2022, A.8.9',
    status: 'verified',
  },
  why: {
    en: 'A script from another host runs with the rights of your page. Whoever owns that host can change it.',
    hi: 'बाहरी स्क्रिप्ट आपके पेज के अधिकार से चलती है। उस होस्ट का मालिक उसे कभी भी बदल सकता है।',
  },
  cost: {
    en: 'A changed script can read what customers type and send them to another site.',
    hi: 'बदली हुई स्क्रिप्ट ग्राहक का लिखा पढ़ सकती है और उसे दूसरी साइट पर भेज सकती है।',
  },
  remedy: [
    {
      en: 'Ask who added it and what it is for.',
      hi: 'पूछें कि इसे किसने जोड़ा और यह किस काम की है।',
    },
    {
      en: 'If nobody needs it, open Themes, choose Edit code, and remove the line.',
      hi: 'अगर किसी को ज़रूरत नहीं है, तो Themes में Edit code चुनें और पंक्ति हटाएँ।',
    },
    {
      en: 'If it is needed, open Scripts in Prahari and approve it with an owner and a reason. If no page that was read shows it, suppress this alert with the reason.',
      hi: 'अगर ज़रूरत है, तो Prahari में स्क्रिप्ट खोलें और मालिक व कारण लिखकर मंज़ूर करें। अगर वह पढ़े गए किसी पेज पर नहीं दिखती, तो कारण लिखकर यह अलर्ट रोकें।',
    },
  ],
  adminPath: '/themes',
  proof: {
    en: 'The next check finds an approved script of this host, or none from it in the published theme.',
    hi: 'अगली जाँच में इस होस्ट की मंज़ूर स्क्रिप्ट मिलेगी, या प्रकाशित थीम में उसकी कोई स्क्रिप्ट नहीं मिलेगी।',
  },
  requires: ['theme', 'domains'],
  uses: ['scriptBook'],
  messages: {
    foreign: {
      en: 'A script is loaded from {host}: {file}, line {line}. Places in all: {count}.',
      hi: '{host} से स्क्रिप्ट लोड होती है: {file}, पंक्ति {line}। कुल जगहें: {count}।',
    },
    unread: {
      en: 'Some theme files are too large to read, {file} among them. Files not read: {count}.',
      hi: 'थीम की कुछ फ़ाइलें पढ़ने के लिए बहुत बड़ी हैं, जैसे {file}। न पढ़ी गई फ़ाइलें: {count}।',
    },
  },
  *evaluate({ theme, domains, scriptBook }) {
    const approved = approvedHosts(scriptBook);
    for (const [host, place] of foreignScriptHosts(theme, ownDomains(domains))) {
      if (!approved.has(host)) yield { subject: host, messageId: 'foreign', data: { host, ...place } };
    }
    // What was not read is not known to be clean. It is no fault of the merchant's, so it informs.
    const unread = theme.files.filter(({ isRead }) => !isRead);
    const count = unread.length + theme.moreFiles;
    if (count > 0) {
      const data = { file: unread[0]?.filename ?? '…', count };
      yield { subject: 'unread files', messageId: 'unread', data, severity: 'info' };
    }
  },
});
