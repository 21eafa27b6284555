/** Gods, greetings and festivals, as people in India write them in Latin letters. Own list, most used first. */
export const FAITH_WORDS = `
  jaishreeram diwali sairam ganesh krishna jaimatadi shiva holi shriram ganpati hanuman omnamahshivaya durga mahadev
  balaji happydiwali navratri radheradhe waheguru allah jaishriram jaisriram shreeram sriram jaishreekrishna
  jaishrikrishna jaisiyaram jaihanuman jaibajrangbali jaigurudev jaishiv harharmahadev ommahadev bholenath
  namahshivaya omshanti omsairam saibaba jaisai shirdisaibaba radhekrishna radhakrishna radheshyam harekrishna
  hareram hariom harharganga satnam satsriakal satnamwaheguru ikonkar allahuakbar bismillah mashallah inshallah
  alhamdulillah subhanallah khuda rasool yarasulallah jesus jesuschrist amen hallelujah ganesha ganpatibappa
  ganpatibappamorya bappamorya siddhivinayak vinayaka vinayak gajanan shiv shankar shambhu mahakal kailash rudra
  vishnu narayan narayana govind gopal govinda kanha shyam madhav mohan radha radhe rama ram ramji sita sitaram
  lakshman bajrang bajrangbali pawanputra durgamaa maadurga kali kalimaa bhavani ambe amba jagdamba vaishnodevi
  laxmi lakshmi mahalaxmi mahalakshmi saraswati parvati gayatri santoshi tirupati venkateswara venkatesh srinivasa
  perumal murugan karthikeya subramanya ayyappa swamiayyappa swami guruvayur jagannath vithal vitthal panduranga
  khandoba swaminarayan jaiswaminarayan mahavir mahaveer jaijinendra navkar buddha guru gurunanak nanak akalpurakh
  om ashirwad bhagwan bhagavan ishwar parmeshwar prabhu deepavali deepawali happyholi shubhdiwali dussehra dasara
  vijayadashami navaratri rakhi rakshabandhan bhaidooj karwachauth mahashivratri shivratri janmashtami ramnavami
  ganeshchaturthi onam pongal makarsankranti sankranti lohri baisakhi vaisakhi bihu ugadi gudipadwa chhath
  chhathpuja durgapuja eid eidmubarak ramzan ramadan muharram bakrid gurpurab christmas dhanteras akshayatritiya
  hanumanjayanti mahavirjayanti republicday independenceday mandir masjid gurudwara pooja puja aarti prasad bhakti
  shakti shanti satya dharma karma moksha swastik trishul rudraksha tulsi ganga gangamaiya namaste namaskar pranam
  vandana vandemataram jaihind jaibharat bharatmata bharatmatakijai satyamevjayate incredibleindia meramahanbharat
`;
