import type { Text } from '../text.ts';

const words = (en: string, hi: string): Text => ({ en, hi });

/**
 * Everything that a shop's audit log knows by name. A word that a log has used stays here for ever: logs outlive the code
 * that wrote them.
 */
export const AUDIT_ACTIONS = {
  // what people ask for in the app
  'alerts.acknowledge': words('Alerts marked as seen', 'अलर्ट देख लिए गए'),
  'alerts.reopen': words('Alerts opened again', 'अलर्ट फिर से खोले गए'),
  'alerts.suppress': words('Alerts muted', 'अलर्ट म्यूट किए गए'),
  'alerts.assign': words('Alerts assigned', 'अलर्ट सौंपे गए'),
  'alerts.seen': words('New alerts looked at', 'नए अलर्ट देखे गए'),
  'alerts.comment': words('Comment written', 'टिप्पणी लिखी गई'),
  'alerts.comment-removed': words('Comment removed', 'टिप्पणी हटाई गई'),
  'scan.ask': words('Check asked for', 'जाँच माँगी गई'),
  'registrations.add': words('GST registration added', 'GST पंजीकरण जोड़ा गया'),
  'registrations.remove': words('GST registration removed', 'GST पंजीकरण हटाया गया'),
  'registrations.change': words('GST registration changed', 'GST पंजीकरण बदला गया'),
  'gst.profile': words('GST details changed', 'GST की जानकारी बदली गई'),
  'settings.change': words('Settings changed', 'सेटिंग बदली गई'),
  'members.role': words('Role changed', 'भूमिका बदली गई'),
  'look-ups.connect': words('GSTIN look-up service connected', 'GSTIN जाँच सेवा कनेक्ट की गई'),
  'look-ups.disconnect': words('GSTIN look-up service disconnected', 'GSTIN जाँच सेवा डिसकनेक्ट की गई'),
  'look-ups.ask': words('GSTIN look-up asked for', 'GSTIN की जाँच माँगी गई'),
  'theme.accept': words('Theme accepted as it is', 'थीम को मौजूदा रूप में माना गया'),
  'stored-numbers.sample': words('Sampling of stored texts switched', 'रखे गए टेक्स्ट के नमूने चालू या बंद किए गए'),
  'stored-numbers.file': words('Result of a file check noted', 'फ़ाइल जाँच का नतीजा दर्ज किया गया'),
  'stored-numbers.file-removed': words('Result of a file check removed', 'फ़ाइल जाँच का नतीजा हटाया गया'),
  'hosts.add': words('Own site added', 'अपनी साइट जोड़ी गई'),
  'hosts.remove': words('Own site removed', 'अपनी साइट हटाई गई'),
  'hosts.sign': words('Visitor signature saved', 'विज़िट का हस्ताक्षर सेव किया गया'),
  'hosts.unsign': words('Visitor signature removed', 'विज़िट का हस्ताक्षर हटाया गया'),
  'beacon.switch': words('Browser reports switched', 'ब्राउज़र रिपोर्ट चालू या बंद की गईं'),
  'statements.answer': words('Statement made', 'कथन दर्ज किया गया'),
  'statements.withdraw': words('Statement withdrawn', 'कथन वापस लिया गया'),
  'statements.file': words('Paper added to a statement', 'कथन के साथ कागज़ जोड़ा गया'),
  'people.invite': words('Self-check link made', 'आत्म-जाँच का लिंक बनाया गया'),
  'people.uninvite': words('Self-check link ended', 'आत्म-जाँच का लिंक बंद किया गया'),
  'people.add': words('Person added', 'व्यक्ति जोड़ा गया'),
  'people.change': words('Person changed', 'व्यक्ति की जानकारी बदली गई'),
  'people.remove': words('Person removed', 'व्यक्ति हटाया गया'),
  'people.merge': words('Two people made one', 'दो व्यक्ति एक किए गए'),
  'people.preview': words('List of people read, not saved', 'लोगों की सूची पढ़ी गई, सेव नहीं हुई'),
  'people.import': words('List of people imported', 'लोगों की सूची इंपोर्ट की गई'),
  'people.import-undo': words('Import of people undone', 'लोगों का इंपोर्ट वापस किया गया'),
  'accounts.add': words('Account added', 'खाता जोड़ा गया'),
  'accounts.confirm': words('Accounts confirmed', 'खातों की पुष्टि की गई'),
  'accounts.change': words('Account changed', 'खाता बदला गया'),
  'accounts.remove': words('Account removed', 'खाता हटाया गया'),
  'services.change': words('Services in use changed', 'इस्तेमाल में आने वाली सेवाएँ बदली गईं'),
  'identity.connect': words('Identity provider connected', 'पहचान सेवा कनेक्ट की गई'),
  'identity.disconnect': words('Identity provider disconnected', 'पहचान सेवा डिसकनेक्ट की गई'),
  'identity.ask': words('Identity provider read anew', 'पहचान सेवा फिर से पढ़ी गई'),
  'scripts.decide': words('Scripts decided on', 'स्क्रिप्ट पर फ़ैसला किया गया'),
  'scripts.withdraw': words('Decision on scripts withdrawn', 'स्क्रिप्ट का फ़ैसला वापस लिया गया'),
  'vendors.add': words('Vendor added', 'वेंडर जोड़ा गया'),
  'vendors.change': words('Vendor changed', 'वेंडर की जानकारी बदली गई'),
  'vendors.remove': words('Vendor removed', 'वेंडर हटाया गया'),
  'vendors.restore': words('Vendor restored', 'वेंडर वापस लाया गया'),
  'vendors.approve': words('Vendor approved', 'वेंडर मंज़ूर किया गया'),
  'vendors.review': words('Vendor reviewed', 'वेंडर की समीक्षा की गई'),
  'vendors.accept-risk': words('Vendor’s risk accepted', 'वेंडर का जोखिम स्वीकार किया गया'),
  'vendors.unaccept-risk': words('Accepted risk withdrawn', 'जोखिम की स्वीकृति वापस ली गई'),
  'vendors.breach': words('Breach at a vendor noted', 'वेंडर के यहाँ सेंध दर्ज की गई'),
  'vendors.breach-close': words('Breach at a vendor closed', 'वेंडर की सेंध बंद की गई'),
  'vendors.merge': words('Two vendors made one', 'दो वेंडर एक किए गए'),
  'vendors.paper': words('Vendor’s paper added', 'वेंडर का कागज़ जोड़ा गया'),
  'vendors.paper-file': words('File of a vendor’s paper saved', 'वेंडर के कागज़ की फ़ाइल सेव की गई'),
  'vendors.paper-removed': words('Vendor’s paper removed', 'वेंडर का कागज़ हटाया गया'),
  'vendors.preview': words('List of vendors read, not saved', 'वेंडर की सूची पढ़ी गई, सेव नहीं हुई'),
  'vendors.import': words('List of vendors imported', 'वेंडर की सूची इंपोर्ट की गई'),
  'vendors.import-undo': words('Import of vendors undone', 'वेंडर का इंपोर्ट वापस किया गया'),
  'vendors.ask': words('Link to the questions made for a vendor', 'वेंडर के लिए सवालों का लिंक बनाया गया'),
  'vendors.unask': words('Vendor’s link to the questions ended', 'वेंडर के सवालों का लिंक बंद किया गया'),
  'vendors.answers-review': words('Vendor’s answers reviewed', 'वेंडर के जवाबों की समीक्षा की गई'),
  'notices.change': words('Notification rules changed', 'सूचना के नियम बदले गए'),
  'notices.reader-add': words('Reader invited', 'पाठक को आमंत्रित किया गया'),
  'notices.reader-change': words('Reader changed', 'पाठक की जानकारी बदली गई'),
  'notices.reader-remove': words('Reader removed', 'पाठक हटाया गया'),
  'notices.reader-invite': words('Reader invited again', 'पाठक को फिर आमंत्रित किया गया'),
  'notices.webhook-add': words('Webhook added', 'वेबहुक जोड़ा गया'),
  'notices.webhook-change': words('Webhook changed', 'वेबहुक बदला गया'),
  'notices.webhook-remove': words('Webhook removed', 'वेबहुक हटाया गया'),
  'notices.webhook-secret': words('Webhook’s secret changed', 'वेबहुक का गुप्त शब्द बदला गया'),
  'notices.webhook-test': words('Webhook tested', 'वेबहुक परखा गया'),
  'notices.flow': words('Shopify Flow rule changed', 'Shopify Flow का नियम बदला गया'),
  'notices.resend': words('Notice sent again by hand', 'सूचना हाथ से फिर भेजी गई'),
  'rhythm.retry': words('Failed work tried again', 'अधूरा काम फिर आज़माया गया'),
  'rhythm.change': words('Rhythm of checks changed', 'जाँच का समय बदला गया'),
  'reports.send': words('Weekly report asked for', 'साप्ताहिक रिपोर्ट माँगी गई'),
  'reports.change': words('Settings of the weekly report changed', 'साप्ताहिक रिपोर्ट की सेटिंग बदली गई'),
  'other.change': words('Something else changed', 'कुछ और बदला गया'),

  // what people took with them, or were refused
  read: words('Page or file asked for', 'पेज या फ़ाइल माँगी गई'),
  'audit.export': words('Audit log exported', 'ऑडिट लॉग एक्सपोर्ट किया गया'),
  'evidence-pack.made': words('Evidence pack made', 'सबूत पैक बनाया गया'),

  // what Prahari did by itself
  'scan.judged': words('Check finished', 'जाँच पूरी हुई'),
  'report.made': words('Weekly report made', 'साप्ताहिक रिपोर्ट बनी'),
  'delivery.parked': words('Notice could not be sent and waits', 'सूचना भेजी नहीं जा सकी, रुकी है'),
  'retention.thinned': words('Old records removed', 'पुराने रिकॉर्ड हटाए गए'),

  // what people with a link did
  'link.self-check': words('Self-check finished', 'आत्म-जाँच पूरी हुई'),
  'link.vendor-answers': words('Vendor sent answers', 'वेंडर ने जवाब भेजे'),
  'link.acknowledge': words('Alerts marked as seen from a letter', 'ई-मेल से अलर्ट देख लिए गए'),
  'link.unsubscribe': words('Reader unsubscribed', 'पाठक ने सूचनाएँ बंद कीं'),
  'link.confirm': words('Reader confirmed the address', 'पाठक ने पते की पुष्टि की'),

  // what Shopify told
  'shop.installed': words('App installed', 'ऐप इंस्टॉल हुआ'),
  'webhook.app/uninstalled': words('App uninstalled', 'ऐप अनइंस्टॉल हुआ'),
  'webhook.app/scopes_update': words('Permissions of the app changed', 'ऐप की अनुमतियाँ बदलीं'),
  'webhook.customers/data_request': words('Customer asked for data', 'ग्राहक ने डेटा माँगा'),
  'webhook.customers/redact': words('Customer’s data removed', 'ग्राहक का डेटा हटाया गया'),
  'webhook.shop': words('Shop changed something that checks read', 'स्टोर में जाँच से जुड़ा कुछ बदला'),

  // who runs Prahari
  'operator.command': words('Command of the operator', 'संचालक का आदेश'),
} as const satisfies Readonly<Record<string, Text>>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

export const isAuditAction = (action: string): action is AuditAction => Object.hasOwn(AUDIT_ACTIONS, action);
