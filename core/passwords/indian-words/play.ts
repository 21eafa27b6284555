/** Cricket, film and music: what people love and log in with. Own list. */
export const PLAY_WORDS = `
  cricket ipl worldcup teamindia indiacricket msdhoni dhoni mahi thala mahi7 viratkohli kohli virat kingkohli
  rohitsharma hitman sachintendulkar tendulkar masterblaster ganguly dravid sehwag yuvraj raina jadeja bumrah ashwin
  hardik pandya pant shubmangill gill kapildev gavaskar kumble zaheer harbhajan shami siraj smriti mandhana
  harmanpreet csk chennaisuperkings whistlepodu rcb royalchallengers eesalacupnamde mumbaiindians paltan kkr
  knightriders korbolorbojeetbo srh sunrisers orangearmy rajasthanroyals hallabol delhicapitals punjabkings
  gujarattitans aavade lucknowsupergiants sixer chakka chauka kabaddi hockey kho khokho carrom ludo ludoking pubg
  bgmi freefire dream11 bollywood tollywood kollywood salmankhan bhaijaan shahrukhkhan srk kingkhan aamirkhan
  amitabh bachchan bigb rajinikanth rajini thalaiva superstar kamalhaasan vijay thalapathy ajith suriya prabhas
  bahubali baahubali pushpa alluarjun maheshbabu pawankalyan powerstar jrntr ramcharan rrr kgf yash rocky rockybhai
  mohanlal mammootty dulquer hrithik akshaykumar khiladi ajaydevgn singham ranveer ranbir deepika alia katrina
  kareena aishwarya priyanka madhuri sridevi kajol sholay ddlj dilwale mughaleazam threeidiots lagaan dangal jawan
  pathaan tiger kabhikhushi kuchkuchhotahai arijit arrahman lata kishore rafi honeysingh badshah dhoom krrish
  chhotabheem motupatlu shaktimaan mahabharat ramayan taarakmehta jethalal babita cid kbc biggboss
`;
