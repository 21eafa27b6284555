/** Everyday words of Indian languages, and the keyboard habits that every list of leaked passwords shows. Own list. */
export const HABIT_WORDS = `
  pyaar pyar ishq mohabbat prem dil dilse jaan jaanu jaaneman sona sonu babu baby shona chand sitara khushi zindagi
  jindagi duniya dost dosti yaar yaara bhai bhaiya bhau anna akka didi dada dadi nana nani mama mami chacha chachi
  papa mummy maa mata pita baba amma appa ammi abbu beta beti bachcha rani raja maharaja maharani shehzada babua
  pappu bablu chintu pinky guddu munna munni chotu golu monu tinku rinku bunty sweety dolly lucky happy namaskaram
  vanakkam kaise kaiseho kyahaal theekhai acha accha chalo jaldi bindaas jugaad masti mazaa maza tiger sher sherkhan
  cheetah hathi mor kamal gulab chameli mogra genda suraj chandni tara badal barish sagar nadi pahad dharti aakash
  hindustani bharatiya desi gaon sheher ghar parivar naukri paisa kamai mehnat himmat jeet vijayi sapna asha vishwas
  sach imandar iloveindia iloveyou ilovemyindia lovemyindia mylove mylife mydad mymom mypapa mymummy mummypapa
  mompapa momdad myfamily mybaby lovely loveyou missyou sweetheart jaimaa godisgreat jesuslovesme allahisgreat
  qwerty qwerty123 qwertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc 1qaz2wsx 1q2w3e 1q2w3e4r
  q1w2e3r4 abc123 abcd1234 abcd123 a1b2c3 aa123456 123456 1234567 12345678 123456789 1234567890 0987654321 987654321
  87654321 654321 123123 123321 112233 121212 111111 222222 333333 555555 666666 777777 786786 786 786110 888888
  999999 000000 1008 108 420 9211 143 1431 143143 india123 india1947 india2011 bharat123 love143 password123
  password1 pass123 pass1234 welcome1 welcome123 test123 test1234 admin321 user123 login123 root123 p4ssw0rd
  passw0rd jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august september
  october november december monday tuesday wednesday thursday friday saturday sunday somvar mangalvar budhvar
  guruvar shukravar shanivar ravivar
`;
